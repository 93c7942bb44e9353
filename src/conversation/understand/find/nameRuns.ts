import type { Token } from '../words/token';
import { isCommonWord, isElsewhere, isFirstName, isNeverName, isSoftSurname, isWordToo } from './lexicons';

/** How a message is written: all in capitals, or without any. */
export type CaseStyle = { readonly isShouted: boolean; readonly isLower: boolean };

export function caseStyle(tokens: readonly Token[]): CaseStyle {
  const words = tokens.filter((token) => /^\p{L}{2,}/u.test(token.raw));
  const upper = words.filter((token) => token.raw === token.raw.toUpperCase()).length;
  const small = words.filter((token) => /^\p{Ll}/u.test(token.raw)).length;
  return { isShouted: upper > words.length * 0.7 && words.length > 3, isLower: small > words.length * 0.85 };
}

export const PARTICLE =
  /^(?:da|de|di|del|della|van|von|der|den|al|el|bin|binti|ibn|le|la|du|dos|das|do|mc|mac|ap|ab|st|ten|ter|abu|ben|bint|o)$/;

/** Words that may follow a complete name. */
const AFTER_NAME =
  /^(?:he|she|he's|she's|they|they're|who|who's|is|was|has|had|and|aged?|in|at|from|with|born|dob|b|again|over|his|her|on|year|goes|of|by|both|says|said|are|were|wouldn't|won't|did|didn't|something|again|before|please|for|to|known|not|refused|met|stopped|seen|twins|brothers?|sisters?|siblings|when|just|now|today|yesterday|outside|near|walking|sitting|hanging|alone|attends|claims?|states?|reckons?|legged|ran|walked|made|reason|no|first|as|name|surname|school|that's|also|plus|n|the|a|she'd|he'd|i|we|earlier|waiting|only|about|coming|got|getting|gone|told|gave|going|lives|on|this|spotted|playing|but|so|because|old|their|having|being|making|all|out|up|down|off|then|while|though|around|were|found|together|unaccompanied|solo|last|since|previously|ever|any|reg|ewo|been|here|like|this|if|when|bus|w|yr|aged|cropped|popped|came|come|turned|ever|somebody|something)$/;

const isWord = (token: Token | undefined): token is Token => token !== undefined && /^\p{L}/u.test(token.raw);
export const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.raw);
export const isCaps = (token: Token): boolean => /^[\p{Lu}'-]{2,}$/u.test(token.raw);
export const bareName = (token: Token): string => token.raw.replace(/'s?$/i, '');

export type RunContext = {
  readonly tokens: readonly Token[];
  readonly taken: readonly boolean[];
  /** A one-word school or place: may be a surname after a given name ("Tyrone ASHWOOD"). */
  readonly isOneWordSchool: (index: number) => boolean;
  /** Any one-word school, near spellings too. */
  readonly isSchool: (index: number) => boolean;
  readonly style: CaseStyle;
};

/** "Jin-Hee": a given name of two capitalised parts. */
export const isDoubleName = (token: Token): boolean => /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(token.raw);

const endsName = (context: RunContext, at: number): boolean => {
  const token = context.tokens[at];
  if (!token || context.taken[at]) return true;
  return !isWord(token) || /^\d/.test(token.norm) || AFTER_NAME.test(token.norm) || token.norm.includes(' ');
};

const isNameLike = (token: Token): boolean =>
  isWord(token) &&
  token.raw.length > 2 &&
  !isNeverName(token.norm) &&
  !AFTER_NAME.test(token.norm) &&
  (!isCommonWord(token.raw) || isFirstName(token.raw));

function mayContinue(context: RunContext, start: number, at: number, length: number): boolean {
  const { tokens, taken, style } = context;
  const token = tokens[at];
  const first = tokens[start];
  if (!isWord(token) || !first) return false;
  const isKnownFirst = isFirstName(first.raw) || isDoubleName(first);
  const previous = tokens[at - 1];
  if (previous && /'s$/i.test(previous.raw) && !/^(?:o|d)'s$/i.test(previous.raw)) return false;
  if (taken[at])
    return (
      length === 1 &&
      isKnownFirst &&
      context.isOneWordSchool(at) &&
      !/^(?:school|academy)$/.test(tokens[at + 1]?.norm ?? '')
    );
  const lower = token.raw.toLowerCase();
  if (lower.length === 1) return isInitial(context, start, at, length);
  const isStyled = !style.isShouted && isCapital(first);
  if (PARTICLE.test(lower)) {
    const next = tokens[at + 1];
    const isFamily = next !== undefined && isElsewhere(next.raw) && (isCapital(next) || style.isLower);
    return (isFamily || mayContinue(context, start, at + 1, Math.max(length, 1))) && !taken[at + 1];
  }
  if (isElsewhere(lower) && isCapital(token) && PARTICLE.test(tokens[at - 1]?.raw.toLowerCase() ?? ''))
    return true;
  const isShortForm =
    token.raw === lower && token.norm !== lower && /^\p{L}/u.test(token.norm) && !isFirstName(lower);
  const hard =
    isNeverName(lower) ||
    (isNeverName(token.norm) && (token.raw === lower || token.norm === lower)) ||
    (isShortForm && lower.length < 5);
  if (isStyled && isCapital(token)) {
    if (!hard) return !isElsewhere(lower) || (length === 1 && isKnownFirst && endsName(context, at + 1));
    if (length !== 1 || !isKnownFirst) return false;
    if (isCaps(token) && !isCaps(first) && lower.length > 3) return true;
    return (
      isSoftSurname(lower) &&
      endsName(context, at + 1) &&
      !/^(?:in|at|on|of)$/.test(tokens[at + 1]?.norm ?? '')
    );
  }
  if (hard && isSoftSurname(lower) && length === 1 && isKnownFirst) {
    const after = tokens[at + 1]?.norm ?? '';
    if (/^(?:in|at|near|by|outside|the|from|to|on)$/.test(tokens[start - 1]?.norm ?? '')) return false;
    return (
      taken[at + 1] === true ||
      /^(?:\d+|year|aged?|dob|\(|,|he's|she's|who|who's|he|she|is|was|from|goes)$/.test(after)
    );
  }
  if (hard || AFTER_NAME.test(lower) || (isElsewhere(lower) && !isFirstName(lower))) return false;
  if (isStyled && !style.isLower && !isKnownFirst) return false;
  if (isStyled && isCommonWord(lower) && !style.isLower) return false;
  if (isFirstName(lower) && !isWordToo(lower)) return true;
  const next = tokens[at + 1];
  if (
    isFirstName(lower) &&
    next &&
    !taken[at + 1] &&
    (isNameLike(next) || mayContinue(context, start, at + 1, length + 1))
  )
    return true;
  if (!isCommonWord(lower)) return true;
  return endsName(context, at + 1);
}

/** "kai b 14", "Ella-Rose T, Y9": one letter for a family name. */
function isInitial(context: RunContext, start: number, at: number, length: number): boolean {
  const { tokens, taken, style } = context;
  const token = tokens[at];
  const first = tokens[start];
  if (!token || !first || length !== 1 || taken[at] || !isFirstName(first.raw) || isWordToo(first.raw))
    return false;
  const isStyled = isCapital(first)
    ? isCapital(token) && !style.isShouted
    : /^[b-hj-lo-qs-vz]$/.test(token.raw);
  const isDotted = tokens[at + 1]?.raw === '.' && tokens[at + 2]?.raw === ',';
  if (!isStyled || (/^[mfxMF]$/.test(token.raw) && !isDotted)) return false;
  const after = tokens[at + 1];
  return (
    after === undefined ||
    taken[at + 1] === true ||
    /^(?:[,.(\n-]|\d+|year|aged?|from|in|at|and|he's|she's|is|was)$/.test(after.norm)
  );
}

/** End of the run of name words that begins at `start` (exclusive). */
export function runEnd(context: RunContext, start: number): number {
  let end = start + 1;
  while (end - start < 5 && mayContinue(context, start, end, end - start)) end += 1;
  return end;
}
