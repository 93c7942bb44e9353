import type { Analysis } from '../find/analyse';
import type { GazetteerSpan } from '../find/findGazetteer';
import { allMatches } from '../words/allMatches';
import type { Fact } from './fact';
import type { Scopes } from './scopes';

/** Words with which something other than a place goes on, or that end one. */
const NO_PLACE =
  'at|with|without|and|or|but|on|in|by|near|just|now|about|around|approx|this|today|yesterday|when|while|where|who|is|was|were|are|has|had|says?|said|saying|claims?|claimed|states?|stated|reckons|told|for|to|from|off|he|she|they|we|i|it|him|her|his|hers|their|them|my|our|your|me|us|himself|herself|themselves|myself|mums?|mam|dads?|nan|mother|father|parents?|brother|sister|friends?|mates?|alone|own|home|house|flat|address|school|schools|lessons?|hours|class|work|town|uniform|bus|train|car|taxi|bike|foot|phone|then|no|not|all|both|each|other|one|some|lots|any|which|that|these|those|again|law|pc|pcso|sgt|officers?|police|staff|security';
const WORD = `(?!(?:${NO_PLACE})(?!\\S))[a-z][a-z'&-]*`;
const PLACE = `${WORD}(?: ${WORD}){0,2}`;
/** Where a child was met stands first, behind a sign, a name or a time, or behind the meeting itself. */
const BEFORE =
  '(?:^|[,;:.\\n(-] ?|(?:CHILD|AGE|YEAR|SCHOOL|DOB|TIME|NOISE|seen|met|found|stopped|spotted|saw|sat|stood|sitting|standing|waiting|hanging (?:about|around|round)|loitering) )';
/** A home is never one: "outside the Browns' house". */
const AFTER = `(?! (?:'s |' )?(?:house|home|flat|address)(?!\\S))(?= *$| *[,;:.\\n()-]| (?:CHILD|AGE|YEAR|SCHOOL|DOB|TIME|NOISE)(?!\\S)| (?:${NO_PLACE})(?!\\S))`;
const NEXT_TO =
  '(?:outside|near|by|behind|opposite|inside|beside|under|next to|in front of|front of|back of)';
/** Of these no other sense is usual, so they may stand anywhere but behind where a child was taken, lives or works. */
const SURELY_WHERE =
  '(?<!(?:left|dropped|drop|dropping|taken|took|taking|walked|delivered|collected|lives?|living|works?|working|job|appointment|due|meet|meeting|van|vans|waiting for)(?: (?:him|her|them|both|all|back|is|are|be))* )(?:outside|opposite|in front of|(?<!(?:ed|en|ht|ld|nt) )by the(?! (?:time|way|look|looks|sound)(?!\\S)))';
const KIND_OF_PLACE =
  '(?:car park|underpass|alley|alleyway|rec|launderette|market square|market|shops?|high street|street|road|bridge|precinct|playground|skate ?park|playing fields?|woods|towpath|canal|library|cinema|cafe|leisure centre|bus stop|bus shelter|petrol station|supermarket)';
const WHERE = new RegExp(
  [
    `(?<=${BEFORE})${NEXT_TO} (?:the )?${PLACE}${AFTER}`,
    `(?<!\\S)${SURELY_WHERE} (?:the )?${PLACE}${AFTER}`,
    `(?<=${BEFORE})(?:(?:at|in|on|@) )?(?:the )?(?:${WORD} ){0,2}${KIND_OF_PLACE}${AFTER}`,
  ].join('|'),
  'g',
);

/** What was written of where, as it was written, at the token it begins with. */
function placesSaid(analysis: Analysis, asides: readonly Fact<unknown>[]): Fact<string>[] {
  const { masked, tokens } = analysis;
  return allMatches(WHERE, masked.text).flatMap((match) => {
    const token = masked.tokenAt[match.index] ?? 0;
    const end = masked.tokenAt[match.index + match[0].length - 1] ?? token;
    if (asides.some((fact) => token <= fact.end && end >= fact.token)) return [];
    const words = tokens.slice(token, end + 1).map(({ raw }) => raw);
    return [{ token, end, value: words.join(' '), weight: 0 }];
  });
}

/**
 * "outside boots": for each child, in order, where it was met in the officer's own words, for places that the gazetteer
 * doesn't know; null where nothing of the kind was written. Never a home: "outside his house" is left out. `asides` are
 * the words that say what was done, not where the child was met.
 */
export function assignPlacesSaid(input: {
  analysis: Analysis;
  scopes: Scopes;
  /** The place on the list of each child, where there is one. */
  listed: readonly (GazetteerSpan | null)[];
  asides: readonly Fact<unknown>[];
}): (string | null)[] {
  const { analysis, scopes, listed, asides } = input;
  if (listed.every((place) => place !== null)) return listed.map(() => null);
  const said = placesSaid(analysis, asides).map((fact) => ({ fact, scope: scopes.at(fact.token) }));
  const [only] = said;
  const isEverybodys = said.length === 1 && listed.every((place) => place === null);
  return listed.map((place, child) => {
    if (place !== null) return null;
    if (isEverybodys) return only?.fact.value ?? null;
    const own = said.find(({ scope }) => scope.isOwn && scope.who.includes(child));
    return (own ?? said.find(({ scope }) => !scope.isOwn))?.fact.value ?? null;
  });
}
