import type { Intent } from '../../../domain/encounterTerms';
import type { Analysis } from '../find/analyse';
import { asksAboutChild } from './asksAboutChild';
import { encounterStrength, isBareChild, isChildMet, isChildUnnamed } from './encounterStrength';
import { phrases } from './phrases';
import { visitIntent } from './visitIntent';
import { visitRefs } from './visitRefs';

/** More words than this and a word in passing ("briefing") is not what the message is about. */
const LONG = 45;
const CLOSING =
  /(?: [,.!-])*(?: (?:thanks|thank you|cheers|ta|many thanks|thanks very much|thank you very much))(?: [.!])*$/;
const RESULT_AMID_THANKS =
  /(?<!\S)(?:(?<!well )done|completed|complete|finished|result|outcome|no reply|no answer)(?!\S)/;
/** "V3: …", "HV 7 - …" with nothing that claims or releases. */
const HEADED = /^(?:home )?(?:visits?|v|hv)(?: (?:number|no|\.|#))* ?\d+ ?[:=-] /;

/** What the message wants (rules 1 to 6). */
export function classifyIntent(analysis: Analysis): Intent {
  const { scan, children } = analysis;
  const text = scan.text
    .replace(/(?<!\S)(?:hi-? ?(?:vis|visits?)|high-? ?(?:vis|visibility))(?!\S)/g, 'jacket')
    .replace(CLOSING, '');
  const refs = visitRefs(scan);
  const strength = encounterStrength(analysis);
  const isVisit = refs.length > 0 || phrases.visitWord.test(text);
  const isLong = analysis.tokens.length > LONG;
  if (strength < 6 && refs.length === 0 && asksAboutChild(analysis)) return 'find_child';
  if (strength >= 6 || (strength >= 5 && !isVisit) || (refs.length === 0 && isBareChild(analysis)))
    return 'log_encounter';
  if (!isVisit && (isChildMet(analysis) || isChildUnnamed(analysis))) return 'log_encounter';
  if (
    children.length === 0 &&
    HEADED.test(text) &&
    !phrases.release.test(text) &&
    !phrases.strongClaim.test(text) &&
    !phrases.hazard.test(text) &&
    !text.includes('?')
  )
    return 'complete_visit';
  if (phrases.helpOnly.test(text)) return 'help';
  if (phrases.briefing.test(text) && /^what do i need to know/.test(text)) return 'briefing';
  if (phrases.help.test(text) && strength < 4 && !asksForAList(text)) return 'help';
  if (phrases.listOnly.test(text)) return 'list_visits';
  const isOutstanding = analysis.tokens.some((token) => /^o\/s$/i.test(token.raw)) && refs.length === 0;
  if (isOutstanding && isVisit && strength < 4) return 'list_visits';
  if (!isLong && wantsBriefing(text, analysis.tokens.length)) return 'briefing';
  if (phrases.thanks.test(text) && !RESULT_AMID_THANKS.test(text)) return 'other';
  if (isVisit || (refs.length === 0 && /(?<!\S)(?:doors|knocks|my list)(?!\S)/.test(text))) {
    const visit = visitIntent({ text, hasNumber: refs.length > 0 });
    if (visit) return visit;
    if (refs.length > 0) return 'other';
  }
  const isOther = phrases.other.test(text);
  if (strength >= 4 && !isOther) return 'log_encounter';
  if (strength >= 3 && phrases.met.test(analysis.masked.text) && !isOther && !text.includes('?'))
    return 'log_encounter';
  return 'other';
}

/** "can you read me the visits": wants the list or the briefing itself, not how to ask for it. */
const asksForAList = (text: string): boolean =>
  /(?<!\S)(?:visits|home visits|visit list|brief(?:ing)?)(?!\S)/.test(text) &&
  !/(?<!\S)(?:how(?! many)|type|write|word|words|command|commands|guide|help|difference|photos?|supposed|meant|button|explain|say|format)(?!\S)/.test(
    text,
  );

function wantsBriefing(text: string, length: number): boolean {
  if (!/(?<!\S)brief\w*(?!\S)/.test(text)) return phrases.briefing.test(text);
  if (/(?<!\S)in (?:the|today's|this morning's) brief(?:ing)?(?: \S+){0,3} \?/.test(text)) return true;
  if (
    /(?<!\S)(?:send|pop|ping|fire|forward|get|give)(?: \S+){0,3} brief(?:ing)? (?:over|to)(?!\S)/.test(text)
  )
    return true;
  if (phrases.briefingOther.test(text)) return false;
  return phrases.briefing.test(text) || phrases.briefingAsk.test(text) || length <= 7;
}
