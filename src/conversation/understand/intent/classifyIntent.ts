import type { Intent } from '../../../domain/encounterTerms';
import type { Analysis } from '../find/analyse';
import { asksAboutChild } from './asksAboutChild';
import { encounterStrength, isBareChild, isChildMet, isChildUnnamed } from './encounterStrength';
import { evidentIntent } from './evidence';
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

/** Words of an officer's own day that look like a visit's result ("we're finished at the park"). */
const OWN_DAY =
  /(?<!\S)(?:we're|we are|i'm|i am|i've|we've|i have|we have|when|once|after|just) (?:\S+ )?(?:finish|finished|finishing|done)(?: (?:at|in|my|our|here|early|shift|soon|lunch|now|for))(?! (?:visit|v|number|it|\d))(?!\S)/g;
/** "the wording for handing a visit back": how to say it, not the saying. */
const HOW_TO_SAY =
  /^(?:please )?(?:remind|tell|show|teach|what|what's|which|how|is there)(?: \S+){0,6} (?:wording|words?|phrase|command|format|way|drill|procedure) (?:for|to|of|when)(?!\S)|^(?:\S+ ){0,3}how (?:do|can|should|would|could|must) (?:i|we|one) (?!(?:get|find|reach|know|see|look) (?:to|there|in|out|it)(?!\S))|(?<!\S)how (?:you|i|we|to|one|do (?:you|i|we|one)|does one) (?:write|type|say|put|word|phrase|spell|tell you|report|log)(?!\S)/;

const NOT_BY_ROAD =
  /^(?:sorry |hi |, )*(?:can't|cannot|can not|won't|couldn't|unable to) (?:do|get to|make|manage|cover) the (?:[^\s.,]+ ){1,3}one(?!\S)/;
const BY_ROAD =
  /^(?:ok |right |yes |hi |, )*(?:i'll|i will|ill|i can|can i|let me|we'll|we will) (?:do|take|have|cover|grab|get) the (?:[^\s.,]+ ){1,3}one(?: please| then| next| now| on)?(?= ?(?:[.!,]|$))/;

/** "keep your eyes peeled", "can whoever's at the Malls go and relieve Sue" */
const TO_ALL = /(?<!\S)keep (?:your |ur |an? )?(?:eyes? )(?:peeled|open|out)(?!\S)|^can whoever/;
const ASKS_COLLEAGUE =
  /(?<!\S)(?:could do with|need|want|send|can we (?:get|have)) (?:a |an |another |some )?(?:female|male|second|another|extra|spare) (?:officer|colleague|pair of hands|pcso|body)(?!\S)|turned out to be (?:1[89]|[2-9]\d|adults?|grown|students|staff|workers|over 18)(?!\S)/;

/** "would you take V2 away from me": a wish about a visit, not a question about the bot. */
const ASKS_TO_MOVE =
  /^(?:.* )?(?:can|could|would|will) you (?:please )?(?:take|put|give|assign|book|allocate|move|pass|release|remove|mark)(?!\S)/;
/** "visit 8: accepted". */
const ACCEPTED =
  /[:=-] (?:accepted|accept|agreed|yes|yes please|ok|okay|will do|mine|ours|ok for me|fine by me|taken|i will|we will|i can|we can)(?: (?:please|thanks|[.!]))*$/;

/** What the message wants (rules 1 to 6): by what is known to be said, else by what the signs in it add up to. */
export function classifyIntent(analysis: Analysis): Intent {
  const text = analysis.scan.text
    .replace(/(?<!\S)(?:hi-? ?(?:vis|visit|visits?)|high-? ?(?:vis|visibility))(?!\S)/g, 'jacket')
    .replace(/(?<!\S)on (?:the|my|our) way (?:back|past|through|home)(?!\S)/g, 'passing')
    .replace(/(?<!\S)visit (cards?|letters?|forms?|leaflets?|packs?)(?!\S)/g, '$1')
    .replace(CLOSING, '')
    .replace(OWN_DAY, 'free');
  const hasNumber = visitRefs(analysis.scan).length > 0;
  const isNamed = analysis.children.some(
    ({ givenName, familyName }) => givenName !== null || familyName !== null,
  );
  if (!hasNumber && HOW_TO_SAY.test(text) && !isNamed) return 'help';
  const known = knownIntent(analysis, text);
  return known === 'other' ? (evidentIntent({ analysis, text, hasNumber }) ?? 'other') : known;
}

function knownIntent(analysis: Analysis, text: string): Intent {
  const { scan, children } = analysis;
  const refs = visitRefs(scan);
  const strength = encounterStrength(analysis);
  const isVisit = refs.length > 0 || phrases.visitWord.test(text);
  const isLong = analysis.tokens.length > LONG;
  if (strength < 6 && refs.length === 0 && asksAboutChild(analysis)) return 'find_child';
  // "I'll do the Sarum Hill one": a visit by its road (rule 3).
  if (strength < 3 && BY_ROAD.test(text)) return 'claim_visit';
  if (strength < 3 && NOT_BY_ROAD.test(text)) return 'release_visit';
  if (refs.length === 0 && TO_ALL.test(text)) return 'other';
  // "could do with a female officer, these two girls won't talk": asks a colleague (rule 5).
  if (ASKS_COLLEAGUE.test(text) && children.every(({ givenName, familyName }) => !givenName && !familyName))
    return 'other';
  if (strength >= 6 || (strength >= 5 && !isVisit) || (refs.length === 0 && isBareChild(analysis)))
    return 'log_encounter';
  if (ACCEPTED.test(text) && refs.length > 0) return 'claim_visit';
  if (!isVisit && (isChildMet(analysis) || isChildUnnamed(analysis))) return 'log_encounter';
  if (
    children.length === 0 &&
    HEADED.test(text) &&
    !ACCEPTED.test(text) &&
    !phrases.release.test(text) &&
    !phrases.strongClaim.test(text) &&
    !phrases.hazard.test(text) &&
    !text.includes('?')
  )
    return 'complete_visit';
  if (phrases.helpOnly.test(text)) return 'help';
  if (phrases.briefing.test(text) && /^what do i need to know/.test(text)) return 'briefing';
  if (
    phrases.help.test(text) &&
    strength < 4 &&
    !asksForAList(text) &&
    !(refs.length > 0 && ASKS_TO_MOVE.test(text))
  )
    return 'help';
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
  if (
    /(?<!\S)(?:give|send|show|read) (?:me|us) (?:please )?(?:the |today's |a )?brief(?:ing)?(?!\S)|(?<!\S)(?:is|are) (?:the|today's) brief(?:ing)?s? (?:up|ready|out|done|available|online)(?!\S)/.test(
      text,
    )
  )
    return true;
  if (/(?<!\S)in (?:the|today's|this morning's) brief(?:ing)?(?: \S+){0,3} \?/.test(text)) return true;
  if (
    /(?<!\S)(?:send|pop|ping|fire|forward|get|give)(?: \S+){0,3} brief(?:ing)? (?:over|to)(?!\S)/.test(text)
  )
    return true;
  if (phrases.briefingOther.test(text)) return false;
  return phrases.briefing.test(text) || phrases.briefingAsk.test(text) || length <= 7;
}
