import type { Intent } from '../../../domain/encounterTerms';
import { outcomeFacts } from '../assign/outcomeFacts';
import { reasonFacts } from '../assign/reasonFacts';
import type { Analysis } from '../find/analyse';
import intents from '../lexicon/intents.json';
import { visitRefs } from './visitRefs';

const compile = (sources: readonly string[]): RegExp => new RegExp(`(?<!\\S)(?:${sources.join('|')})(?!\\S)`);
const P = {
  helpUse: compile(intents.help),
  briefing: compile(intents.briefing),
  briefingOther: compile(intents.briefingOther),
  list: compile(intents.list),
  helpOnly: new RegExp(`^(?:${intents.helpOnly.join('|')})$`),
  listOnly: new RegExp(`^(?:${intents.listOnly.join('|')})$`),
  release: compile(intents.release),
  claim: compile(intents.claim),
  strongClaim: compile(intents.strongClaim),
  complete: compile(intents.complete),
  visitWord: compile(intents.visitWord),
  find: compile(intents.find),
  findOther: compile(intents.findOther),
  other: compile(intents.other),
  met: compile(intents.met),
  thanks: compile(intents.thanks),
  onTheWay: compile(intents.onTheWay),
};

/** What the message wants (rules 1 to 6). */
export function classifyIntent(analysis: Analysis): Intent {
  const { masked, scan, children } = analysis;
  const text = scan.text.replace(
    /(?: [,.!-])*(?: (?:thanks|thank you|cheers|ta|many thanks))(?: [.!])*$/,
    '',
  );
  const refs = visitRefs(scan);
  const strength = encounterStrength(analysis);
  const isVisit = refs.length > 0 || P.visitWord.test(text);
  const isLong = analysis.tokens.length > 45;
  if (P.find.test(masked.text) && !P.findOther.test(masked.text) && strength < 6 && hasPerson(analysis))
    return 'find_child';
  if (strength >= 6 || (strength >= 5 && !isVisit)) return 'log_encounter';
  if (
    children.length === 0 &&
    /^(?:home )?(?:visits?|v|hv)(?: (?:number|no|\.|#))* ?\d+ ?[:=-] /.test(text) &&
    !P.release.test(text) &&
    !P.strongClaim.test(text)
  ) {
    return 'complete_visit';
  }
  if (P.helpOnly.test(text) || (P.helpUse.test(text) && strength < 4)) return 'help';
  if (P.listOnly.test(text)) return 'list_visits';
  const isOutstanding = analysis.tokens.some((token) => /^o\/s$/i.test(token.raw)) && refs.length === 0;
  if (isOutstanding && isVisit && strength < 4) return 'list_visits';
  if (/(?<!\S)brief\w*(?!\S)/.test(text) && !isLong) {
    if (!P.briefingOther.test(text) && (P.briefing.test(text) || analysis.tokens.length <= 7))
      return 'briefing';
  }
  if (
    P.thanks.test(text) &&
    !/(?<!\S)(?:(?<!well )done|completed|complete|finished|result|outcome|no reply|no answer)(?!\S)/.test(
      text,
    )
  )
    return 'other';
  if (isVisit) {
    const visit = visitIntent(text, refs);
    if (visit) return visit;
  }
  if (P.find.test(masked.text) && !P.findOther.test(masked.text)) return 'find_child';
  if (strength >= 4 && !P.other.test(text)) return 'log_encounter';
  if (strength >= 3 && P.met.test(text) && !P.other.test(text) && !/\?/.test(text)) return 'log_encounter';
  void children;
  return 'other';
}

function visitIntent(text: string, refs: readonly string[]): Intent | null {
  const isOther = P.other.test(text);
  if (P.release.test(text)) return 'release_visit';
  if (refs.length === 0 && P.list.test(text)) return 'list_visits';
  if (P.list.test(text) && !P.claim.test(text) && !P.complete.test(text)) return 'list_visits';
  if (P.onTheWay.test(text) && !P.complete.test(text) && !P.strongClaim.test(text)) return 'other';
  if (P.claim.test(text) && !isOther && !/(?<!\S)(?:done|completed|finished|result|outcome)(?!\S)/.test(text))
    return 'claim_visit';
  if (P.complete.test(text) && !isOther) return 'complete_visit';
  return null;
}

/** A name to ask about. */
const hasPerson = (analysis: Analysis): boolean => analysis.children.length > 0;

/** How much of an encounter the message has: children with what belongs to one. */
function encounterStrength(analysis: Analysis): number {
  const { children, masked } = analysis;
  let points = 0;
  const hasChildDetail =
    analysis.ages.length + analysis.years.length + analysis.dates.length + analysis.schools.length > 0;
  const named = children.filter((child) => child.givenName ?? child.familyName).length;
  points += named > 0 ? 2 : children.length > 0 ? 2 : 0;
  if (analysis.ages.length > 0) points += 1;
  if (analysis.years.length > 0) points += 1;
  if (analysis.dates.length > 0) points += 1.5;
  if (analysis.schools.length > 0) points += 1;
  if (analysis.places.length > 0) points += 1;
  if (analysis.times.length > 0) points += 1;
  if (outcomeFacts(analysis).length > 0) points += 1;
  if (reasonFacts(analysis).length > 0) points += 1;
  if (P.met.test(masked.text)) points += 1;
  if (children.length === 0) points -= 2.5;
  if (named > 0 && !hasChildDetail) points -= 1;
  if (/\?/.test(masked.text)) points -= 1.5;
  if (/(?<!\S)(?:visits?|v|hv|home visits?)(?: (?:number|no|\.|:))* \d/.test(analysis.scan.text))
    points -= analysis.places.length > 0 && hasChildDetail && named > 0 ? 0.5 : 2.5;
  else if (visitRefs(analysis.scan).length > 0 && children.length === 0) points -= 2.5;
  else if (/(?<!\S)(?:hv|home visit)(?!\S)/.test(masked.text)) points -= 2.5;
  if (P.thanks.test(analysis.scan.text)) points -= 2;
  return points;
}
