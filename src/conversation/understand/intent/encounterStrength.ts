import { outcomeFacts } from '../assign/outcomeFacts';
import { reasonFacts } from '../assign/reasonFacts';
import type { Analysis } from '../find/analyse';
import { phrases } from './phrases';
import { visitRefs } from './visitRefs';

/** How much of an encounter the message has: children with what belongs to one. */
export function encounterStrength(analysis: Analysis): number {
  const { children, masked } = analysis;
  let points = 0;
  const hasChildDetail =
    analysis.ages.length + analysis.years.length + analysis.dates.length + analysis.schools.length > 0;
  const named = children.filter((child) => child.givenName ?? child.familyName).length;
  points += children.length > 0 ? 2 : 0;
  if (analysis.ages.length > 0) points += 1;
  if (analysis.years.length > 0) points += 1;
  if (analysis.dates.length > 0) points += 1.5;
  if (analysis.schools.length > 0) points += 1;
  if (analysis.places.length > 0) points += 1;
  if (analysis.times.length > 0) points += 1;
  if (outcomeFacts(analysis).length > 0) points += 1;
  if (reasonFacts(analysis).length > 0) points += 1;
  if (phrases.met.test(masked.text)) points += 1;
  if (children.length === 0) points -= 2.5;
  if (named > 0 && !hasChildDetail) points -= 1;
  if (isAsking(masked.text)) points -= 1.5;
  if (/(?<!\S)(?:visits?|v|hv|home visits?)(?: (?:number|no|\.|:))* \d/.test(analysis.scan.text))
    points -= analysis.places.length > 0 && hasChildDetail && named > 0 ? 0.5 : 2.5;
  else if (visitRefs(analysis.scan).length > 0 && children.length === 0) points -= 2.5;
  else if (/(?<!\S)(?:hv|home visit)(?!\S)/.test(masked.text)) points -= 2.5;
  const isMet = analysis.places.length > 0 || analysis.times.length > 0;
  if (phrases.thanks.test(analysis.scan.text) && !(hasChildDetail && isMet)) points -= 2;
  return points;
}

/** A question mark that ends the message, or follows a question of its own; one after a doubtful age does not ask. */
export const isAsking = (text: string): boolean =>
  /\?(?: \S+){0,3}$/.test(text) ||
  /(?<!\S)(?:who|what|when|where|has|have|do|does|did|can|could|any|anyone)(?: [^.?\n]*)? \?/.test(text);

const DETAIL = 'CHILD|AGE|YEAR|SCHOOL|PLACE|TIME|DOB';
const NOUN =
  'boy|girl|lad|lass|kid|child|male|female|pupil|youth|boys|girls|lads|kids|males|females|youths|pupils|teenager|student';
const BARE = new RegExp(
  `^(?:(?:${DETAIL}|${NOUN}|[2-6]|a|an|one|young|at|in|near|outside|by|from|of|the|and|with|is|he|she|he's|she's|goes|to|on|his|her|own|just|now|met|log|please|years?|old|aged|age|year|yo|yr|this|is|got|[,.;:|/()\\n+&-]) ?)+$`,
);

/** A short first message of nothing but a child and its details ("kai brown 14", "two girls y9 costello 1040"). */
export function isBareChild(analysis: Analysis): boolean {
  const { text } = analysis.masked;
  if (!BARE.test(text)) return false;
  const found = new Set(text.match(new RegExp(`(?<!\\S)(?:${DETAIL})(?!\\S)`, 'g')));
  const isOf = (kinds: readonly string[]): boolean => kinds.some((kind) => found.has(kind));
  if (found.has('CHILD')) return found.size > 1 || /(?<!\S)(?:met|log)(?!\S)/.test(text);
  const hasNoun = new RegExp(`(?<!\\S)(?:${NOUN})(?!\\S)`).test(text);
  return hasNoun && isOf(['AGE', 'YEAR', 'SCHOOL']) && found.size > 1;
}

/** A child others look for, or where many are: nobody was met. */
const NOT_MET =
  /(?<!\S)(?:missing|keep an eye|eyes (?:peeled|open|out)|look(?:ing)? out for|on a trip)(?!\S)/;
/** A total of the day, or a place where nobody was. */
const TOTAL = /(?<!\S)(?:looking for|good day|so far|in total|nil)(?!\S)/;
/** People who report of a child they did not meet on patrol, and requests to do so. */
const HEARSAY =
  /(?<!\S)(?:ADULT|head|headteacher|office|reception|control|teacher|caretaker|councillor)(?: [^.\n]*)? (?:says|said|rang|phoned|called|told|asked|asks|wants|reckons|reports)(?!\S)/;
const isHearsay = (analysis: Analysis): boolean =>
  NOT_MET.test(analysis.masked.text) ||
  (analysis.times.length === 0 && (HEARSAY.test(analysis.masked.text) || TOTAL.test(analysis.masked.text)));

/** Children seen and counted ("two brothers", "a girl"), not "kids everywhere". */
const COUNTED = new RegExp(
  `(?<!\\S)(?:a|one|this|[2-6]) (?:young |small |little |older |teenage )?(?:${NOUN}|brothers|sisters|siblings|twins|friends)(?!\\S)`,
);

/** Without a name that could be found: so many details of a child met that it is one all the same. */
export function isChildUnnamed(analysis: Analysis): boolean {
  const { masked, children } = analysis;
  if (children.length > 0 || isAsking(masked.text) || isHearsay(analysis)) return false;
  const hasNoun = new RegExp(
    `(?<!\\S)(?:${NOUN}|he|she|unnamed|name|names|alone|mates|friends|brothers|sisters|twins|siblings|she|youth)(?!\\S)`,
  ).test(masked.text);
  const isOfChild =
    analysis.ages.length + analysis.years.length + analysis.dates.length > 0 ||
    /(?<!\S)(?:refused|withheld|(?:wouldn't|won't|didn't) (?:give|say|tell))(?: \S+){0,3} names?(?!\S)/.test(
      masked.text,
    );
  const isMet = analysis.places.length > 0 || analysis.times.length > 0;
  const kinds = [
    analysis.ages.length + analysis.dates.length,
    analysis.years.length,
    analysis.schools.length,
    analysis.places.length,
    analysis.times.length,
    outcomeFacts(analysis).length,
    reasonFacts(analysis).length,
  ].filter((count) => count > 0).length;
  const isSeen = isMet && (isOfChild || analysis.schools.length > 0);
  const isCounted = COUNTED.test(masked.text) && isMet && reasonFacts(analysis).length > 0;
  return isCounted || (isSeen && kinds >= (hasNoun ? 3 : 4)) || (isOfChild && hasNoun && kinds >= 3);
}

/** A named child with details of its own and of the meeting, in a message that asks nothing. */
export function isChildMet(analysis: Analysis): boolean {
  const { masked, children } = analysis;
  if (!children.some((child) => child.givenName ?? child.familyName)) return false;
  if (isAsking(masked.text) || isHearsay(analysis)) return false;
  const isOfChild =
    analysis.ages.length + analysis.years.length + analysis.dates.length + analysis.schools.length > 0;
  const isMet = analysis.places.length > 0 || analysis.times.length > 0;
  const isTold = outcomeFacts(analysis).length + reasonFacts(analysis).length > 0;
  return (isOfChild && (isMet || isTold)) || (isMet && isTold);
}
