import type { Token } from '../words/token';
import type { PersonSpan } from './findPeople';
import { isCommonWord, isElsewhere, isFirstName, isNeverName, isSoftSurname } from './lexicons';
import { bareName, isCapital, isCaps, PARTICLE, type RunContext } from './nameRuns';

const BEFORE =
  /^(?:[\n.;:,(/|=+"-]|•|!|\?|and|&|\)|plus|or|is|log|child|female|male|boy|girl|lad|with|brother|sister|friend|cousin|mate|twin|pupil|stopped|met|seen|ago|\d+|m|f|juv|>|#|named|called|name)$/;
const isMixed = (token: Token | undefined): token is Token =>
  token !== undefined && /^\p{Lu}[\p{L}'-]*\p{Ll}/u.test(token.raw);

/** "BROWN, Kai", "DA SILVA, Bianca": a family name in capitals or standing first, then the given name (rule 10). */
export function turnedNameAt(
  context: RunContext,
  at: number,
  isAttribute: (index: number) => boolean,
): PersonSpan | null {
  const { tokens, taken } = context;
  const before = tokens[at - 1]?.norm ?? '\n';
  if (!BEFORE.test(before) && !taken[at - 1]) return null;
  let comma = at;
  while (comma < at + 3 && isFamilyWord(tokens[comma])) comma += 1;
  if (comma === at) return null;
  if (tokens[comma]?.raw !== ',') return turnedWithoutComma(context, at, isAttribute);
  const family = tokens.slice(at, comma);
  const last = family.at(-1);
  const given = tokens[comma + 1];
  const isAllCaps =
    context.style.isShouted &&
    given !== undefined &&
    isCaps(given) &&
    isFirstName(given.raw) &&
    !isFirstName(last?.raw ?? '') &&
    family.length === 1 &&
    !taken[at];
  if (!last || !given || !(isMixed(given) || isAllCaps) || taken[comma + 1]) return null;
  const isInCaps = family.every((token) => isCaps(token));
  const end = givenEnd(context, comma + 1);
  const isEnded =
    isAttribute(end) ||
    taken[end] ||
    /^(?:[\n.,;:()/|+-]|and|&|•|\d+|m|f|dob|age|aged|year|b|male|female|with)$/.test(
      tokens[end]?.norm ?? '\n',
    );
  if (!isEnded) return null;
  const lower = last.raw.toLowerCase();
  const isGivenSure =
    isFirstName(given.raw) ||
    (!isCommonWord(given.raw) && !isNeverName(given.norm) && !isElsewhere(given.raw));
  if (!isGivenSure) return null;
  if (isInCaps) {
    const isHard = isNeverName(last.norm) && !isSoftSurname(lower) && !isFirstName(lower);
    if (isHard || isElsewhere(lower) || (taken[comma - 1] && (end - comma > 2 || family.length > 1)))
      return null;
    if (taken[comma - 1] && !(isAttribute(end) || isAttribute(end + 1))) return null;
  } else {
    // "Park, Jisoo (Park is the surname)"
    const isLineStart =
      /^[\n•]$/.test(before) || (/^[-.]$/.test(before) && /^(?:\n|)$/.test(tokens[at - 2]?.norm ?? ''));
    const isSoft = isSoftSurname(lower) && family.length === 1 && isCapital(last) && end - comma === 2;
    if (!isLineStart || !isSoft || taken[at] || isFirstName(lower)) return null;
  }
  if (isInCaps && !context.style.isShouted && tokens.slice(comma + 1, end).some((token) => isCaps(token)))
    return null;
  return {
    from: at,
    to: end,
    words: [...tokens.slice(comma + 1, end).map(bareName), ...family.map(bareName)],
    role: 'child',
    isTurned: true,
    isPossessive: false,
  };
}

/** "BROWN Kai, 14": the family name in capitals before a given name that is not. */
function turnedWithoutComma(
  context: RunContext,
  at: number,
  isAttribute: (index: number) => boolean,
): PersonSpan | null {
  const { tokens, taken } = context;
  const family = tokens[at];
  const given = tokens[at + 1];
  if (!family || !isMixed(given) || taken[at] || taken[at + 1]) return null;
  const isFamily =
    isCaps(family) &&
    family.raw.length > 2 &&
    !isFirstName(family.raw) &&
    !isNeverName(family.norm) &&
    !isElsewhere(family.raw);
  const isEnded = isAttribute(at + 2) || /^[,(.]$/.test(tokens[at + 2]?.raw ?? '');
  if (!isFamily || !isFirstName(given.raw) || !isEnded) return null;
  return {
    from: at,
    to: at + 2,
    words: [bareName(given), bareName(family)],
    role: 'child',
    isTurned: true,
    isPossessive: false,
  };
}

const isFamilyWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  (!isNeverName(token.norm) || isSoftSurname(token.raw) || isFirstName(token.raw)) &&
  /^\p{Lu}/u.test(token.raw) &&
  (token.raw.length > 1 || PARTICLE.test(token.norm));

function givenEnd(context: RunContext, from: number): number {
  const { tokens, taken } = context;
  let end = from + 1;
  while (
    end < from + 3 &&
    isMixed(tokens[end]) &&
    !taken[end] &&
    (isFirstName(tokens[end]?.raw ?? '') || !isCommonWord(tokens[end]?.raw ?? '')) &&
    !isNeverName(tokens[end]?.norm ?? '') &&
    !isElsewhere(tokens[end]?.raw ?? '')
  )
    end += 1;
  return end;
}
