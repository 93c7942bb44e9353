import { normsOf } from '../words/normsOf';
import type { Span, Token } from '../words/token';
import { isAddress, isStreet } from './addressWords';
import { FORMAL, isAdult, isAdultWord, lastWord, TITLE } from './adultRole';
import { splitRuns, turnRound, withJoined, withKnownAdults } from './joinPeople';
import { isCommonWord, isElsewhere, isFirstName, isNeverName, isSoftSurname, isWordToo } from './lexicons';
import {
  bareName,
  type CaseStyle,
  caseStyle,
  isCapital,
  isCaps,
  PARTICLE,
  type RunContext,
  runEnd,
} from './nameRuns';
import { turnedNameAt } from './turnedName';

/** A run of words that names somebody. */
export type PersonSpan = Span & {
  readonly words: readonly string[];
  readonly role: 'child' | 'adult';
  /** Family name stands first ("BROWN, Kai"). */
  readonly isTurned: boolean;
  readonly isPossessive: boolean;
};

const STRONG_ANCHOR =
  /^(?:log|logged|logging|stopped|met|meet|called|named|named:|found|saw|seen|spotted|child|pupil|boy|girl|lad|lass|kid|male|female|juv|encounter|dear|little|young|name|forename|surname|clocked|student|youth|teenager|one|engaged|encountered|recorded|recording|add|put|spoke|is|it's|this|brother|sister|twin|twins|friend|mate|cousin|brothers|sisters|namely|namely:|about|known|lookup|record|named)$/;
const PLACE_BEFORE =
  /^(?:in|at|near|outside|from|opposite|behind|inside|towards|via|around|beside|under|along|over|past|by|through|of)$/;
const BREAK = /^(?:[\n.;:,(/|=-]|•|!|\?|\+|and|&|\)|"|plus|or)$/;

type Score = { readonly value: number };

/** Every named person, with who is an adult by title, kinship or signature (rule 9). */
export function findPeople(input: {
  tokens: readonly Token[];
  taken: readonly boolean[];
  isOneWordSchool: (index: number) => boolean;
  isSchool: (index: number) => boolean;
  /** A token that says an age, year, date or school: what follows a child's name. */
  isAttribute: (index: number) => boolean;
}): PersonSpan[] {
  const style = caseStyle(input.tokens);
  const context: RunContext = { ...input, style };
  const found: PersonSpan[] = [];
  let at = 0;
  while (at < input.tokens.length) {
    const lastEnd = found.at(-1)?.to ?? null;
    const person = personAt(context, at, input.isAttribute, lastEnd);
    if (person) found.push(person);
    at = person ? person.to : at + 1;
  }
  const hasAttribute = (end: number): boolean => followedByAttribute(input.tokens, end, input.isAttribute);
  return withoutSchools(
    turnRound(splitRuns(withKnownAdults(withJoined(found, context), hasAttribute), context), context),
    context,
  );
}

const NO_TOKEN: Token = { raw: '', norm: '', start: 0, end: 0 };

/** "Patrick Cranbourne, Bridget Marnel": children named before, each with the school, no new people. */
function withoutSchools(people: readonly PersonSpan[], context: RunContext): PersonSpan[] {
  return people.map((person, at) => {
    const isAgain =
      person.words.length === 2 &&
      person.to - person.from === 2 &&
      // "Brodie Everest" after "Ewan Brodie", "let Jorge crack on": the child named before and another word.
      (context.isSchool(person.to - 1) ||
        (isCapital(context.tokens[person.from] ?? NO_TOKEN) &&
          !isCapital(context.tokens[person.to - 1] ?? NO_TOKEN))) &&
      people
        .slice(0, at)
        .some(
          ({ words }) =>
            words.length > 1 &&
            [words[0], words.at(-1)].some((word) => word?.toLowerCase() === person.words[0]?.toLowerCase()) &&
            words.at(-1)?.toLowerCase() !== person.words[1]?.toLowerCase(),
        );
    return isAgain ? { ...person, to: person.to - 1, words: person.words.slice(0, 1) } : person;
  });
}

function personAt(
  context: RunContext,
  at: number,
  isAttribute: (index: number) => boolean,
  lastEnd: number | null,
): PersonSpan | null {
  const { tokens, taken } = context;
  const token = tokens[at];
  if (!token || !/^\p{L}/u.test(token.raw)) return null;
  const before = lastWord(tokens, at);
  const isTitled =
    FORMAL.test(before) ||
    (TITLE.test(before) && ((isCapital(token) && !context.style.isShouted) || isFirstName(token.raw)));
  const turned = isTitled ? null : turnedNameAt(context, at, isAttribute);
  if (turned) return turned;
  if (taken[at]) {
    const next = tokens[at + 1];
    const isAnchored = /^(?:log|called|named|is|met|stopped|it's|name|young|little|lad|boy|girl)$/.test(
      before,
    );
    const isStart =
      BREAK.test(before) &&
      next !== undefined &&
      isCapital(token) &&
      isCapital(next) &&
      !isNeverName(next.norm) &&
      isAttribute(at + 2);
    const isNamed =
      context.isOneWordSchool(at) &&
      (isAnchored || isStart) &&
      next &&
      !taken[at + 1] &&
      (isStart || !isCommonWord(next.raw)) &&
      /^\p{L}{3,}/u.test(next.raw);
    if (!isNamed) return null;
    return {
      from: at,
      to: at + 2,
      words: [bareName(token), bareName(next)],
      role: 'child',
      isTurned: false,
      isPossessive: false,
    };
  }
  const lower = token.raw.toLowerCase();
  // "on his jack jones" is alone.
  if (/^(?:his|her|their)$/.test(before) && /^(?:jack|tod|todd|larry)$/.test(lower)) return null;
  const isSaidSurname =
    isSoftSurname(lower) &&
    /(?:surname|family name|last name)(?: is| was| of| :| -)?$/.test(leadOf(tokens, at));
  if (isSaidSurname) {
    const words = [bareName(token)];
    return { from: at, to: at + 1, words, role: 'child', isTurned: false, isPossessive: false };
  }
  // A short form written out is a word, not somebody's name ("wdnt").
  const isShortForm =
    token.raw === lower && token.norm !== lower && /^\p{L}/u.test(token.norm) && !isFirstName(lower);
  const isWithoutVowels = token.raw === lower && !/[aeiouy]/.test(lower) && !isFirstName(lower);
  if (
    !isTitled &&
    (isWithoutVowels || lower.length < 2 || isNeverName(lower) || isNeverName(token.norm) || isShortForm)
  )
    return null;
  if (!isTitled && token.norm.includes(' ')) return null;
  const end = isTitled ? adultEnd(context, at) : runEnd(context, at);
  if (isTitled && end === at) return null;
  const words = tokens.slice(at, end);
  const last = words[words.length - 1];
  const person: PersonSpan = {
    from: at,
    to: end,
    words: words.map(bareName).filter((word, i, all) => word.toLowerCase() !== all[i - 1]?.toLowerCase()),
    role: isAdult(context, at, end) ? 'adult' : 'child',
    isTurned: false,
    isPossessive: last !== undefined && /'s$/i.test(last.raw),
  };
  if (person.role === 'adult' && !isTitled && !isCapital(token) && isWordToo(lower)) return null;
  if (person.role === 'adult') return isTitled || isCapital(token) || isFirstName(lower) ? person : null;
  return score({ context, at, end, before, isAttribute, lastEnd }).value >= 3 ? person : null;
}

/** After a title: one or two words, capitalised or not known as common. */
function adultEnd(context: RunContext, at: number): number {
  let end = at;
  while (end < at + 3) {
    const token = context.tokens[end];
    if (!token || !/^\p{L}/u.test(token.raw)) break;
    const lower = token.raw.toLowerCase();
    const isNamed =
      isFirstName(lower) ||
      !isCommonWord(lower) ||
      (isCapital(token) && !isNeverName(lower)) ||
      (end === at && !isNeverName(lower) && FORMAL.test(context.tokens[at - 1]?.norm ?? ''));
    if (!isNamed || isNeverName(token.norm)) break;
    end += 1;
  }
  return end;
}

const leadOf = (tokens: readonly Token[], at: number): string => normsOf(tokens, at - 3, at);

function score(input: {
  context: RunContext;
  at: number;
  end: number;
  before: string;
  isAttribute: (index: number) => boolean;
  lastEnd: number | null;
}): Score {
  const { context, at, end, before, isAttribute } = input;
  const { tokens } = context;
  const { style } = context;
  const followsPerson = input.lastEnd !== null && at - input.lastEnd === 1;
  const lead = leadOf(tokens, at).replace(/(?<=name (?:as|is|was|:)) (?:just|only|simply)$/, '');
  const words = tokens.slice(at, end);
  const first = words[0];
  if (!first) return { value: 0 };
  const lower = first.raw.toLowerCase();
  const isKnown = isFirstName(lower);
  const isAmbiguous =
    (isWordToo(lower) || (style.isShouted && isCommonWord(lower))) &&
    (!isCapital(first) || style.isShouted || isSentenceStart(tokens, at)) &&
    !(
      !style.isShouted &&
      isCapital(first) &&
      words[1] !== undefined &&
      isCapital(words[1]) &&
      !isCommonWord(words[1].raw)
    );
  const caps = !style.isShouted && isCapital(first);
  const length = end - at;
  const secondKnown = words
    .slice(1)
    .some((word) => !isCommonWord(word.raw) || (!style.isShouted && isCapital(word)));
  let value = 0;
  if (isKnown) value += isAmbiguous ? 0.5 : 3;
  if (caps) value += isSentenceStart(tokens, at) && isCommonWord(lower) ? 0 : 1;
  if (!isKnown && !isCommonWord(lower)) value += 1;
  if (
    !isKnown &&
    caps &&
    /^(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{Ll}*-)\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(first.raw)
  )
    value += 2;
  // "Hector (7) and Monty (5) Travers": the family name after the brackets.
  if (
    before === ')' &&
    caps &&
    length === 1 &&
    !isCommonWord(lower) &&
    input.lastEnd !== null &&
    at - input.lastEnd < 5
  )
    value += 1;
  // "Mason, surname unknown": a word, but told as a name.
  const said = normsOf(tokens, end, end + 4);
  if (
    /^(?:, |\( )?(?:no |2nd |second )?(?:surname|last name|second name|family name)/.test(said) &&
    (caps || isKnown)
  )
    value += 3;
  // "Chance Bellamy 13": a word, but written as a name with one that is none, and what follows a child's name.
  const isWrittenAsName =
    caps &&
    words[1] !== undefined &&
    isCapital(words[1]) &&
    !isCommonWord(words[1].raw) &&
    followedByAttribute(tokens, end, isAttribute);
  if (!isKnown && isCommonWord(lower) && !isWrittenAsName)
    value -= caps && !isSentenceStart(tokens, at) ? 0.5 : 2;
  if (length > 1) value += secondKnown ? 1.5 : 1;
  if (followedByAttribute(tokens, end, isAttribute)) value += 1.5;
  if (/(?:child|pupil|student|subject|boy|girl|male|female) (?:[a-h\d] )?[:)-]$/.test(lead) && caps)
    value += 2;
  if (
    /(?:called|named|name is|name's|name was|name of|named as|name :|name -|name =|surname|surname :|surname -|family name :|last name :|first name|given name|forename|goes by|went by|addressed as|known as|surname only :|surname only|calls (?:himself|herself)|called (?:himself|herself)|answers to|gave (?:his|her) name as|giving (?:his|her) name as|(?:only|just|would|gives?|gave) (?:say|says|said|gave|give|gives|giving|us|as)|somebody called|someone called|name as|name given as|naming (?:himself|herself))$/.test(
      lead,
    )
  )
    value += /(?:^| )no (?:\S+ )?(?:surname|name|family name|last name)$/.test(lead)
      ? -3
      : /(?:surname|name|forename)(?: only| is| was|'s| as| given as)?(?: :| -| =)?$/.test(lead)
        ? 5
        : 3;
  else if (STRONG_ANCHOR.test(before) || /^(?:have|got|i've|had|we've)$/.test(before)) value += 1.5;
  else if (BREAK.test(before)) value += followsPerson ? 1.5 : 0.5;
  else if (before === 'of' && isAdultWord(tokens[at - 2]?.norm ?? '')) value += 1.5;
  else if (PLACE_BEFORE.test(before) && !isAttribute(at - 1))
    value -= isElsewhere(lower) && length < 3 ? 5 : 3;
  else if (/(?:spoke|spoken|speaking|talked|talking|chatted|chatting|chat) (?:to|with)$/.test(lead))
    value += 1.5;
  else if (/^(?:to|with|for)$/.test(before)) value += isKnown ? 0 : -1.5;
  else if (!isKnown) value -= 0.5;
  if (!isKnown && words.some((word, i) => isElsewhere(word.raw) && !isAfterParticle(words, i))) value -= 4;
  if (isKnown && !isAmbiguous && isElsewhere(lower) && length === 1) value -= 3;
  const isOneOf = before === 'a' && isKnown && caps && !isAmbiguous;
  if (length === 1 && !isOneOf && /^(?:his|her|a|my|their|your)$/.test(before)) value -= 3;
  if (isStreet(tokens, end)) value -= 6;
  if (isAddress(tokens, at, end)) value -= 8;
  if (!caps && !isKnown && !style.isLower && !style.isShouted && !/(?:name|named|called)$/.test(lead))
    value -= 2;
  if (style.isShouted && !isKnown && length > 1 && words.every((word) => isCommonWord(word.raw))) value -= 2;
  if (
    /^(?:family|brothers|sisters|twins|siblings|kids|children|boys|girls|lads)$/.test(
      tokens[end]?.norm ?? '',
    ) &&
    /^(?:the|\d|young|little|those|these|of)$/.test(before) &&
    caps
  )
    value += 3;
  if (
    /^(?:family|brothers|sisters|twins|siblings)$/.test(tokens[end]?.norm ?? '') &&
    before === 'the' &&
    !caps
  )
    value += 2;
  if (
    isKnown &&
    isAmbiguous &&
    style.isLower &&
    BREAK.test(before) &&
    followedByAttribute(tokens, end, isAttribute)
  )
    value += 1;
  if (isInBracketsOf(tokens, input.lastEnd, at) && !followedByAttribute(tokens, end, isAttribute)) value -= 3;
  const turned = tokens[end]?.raw === ',' ? tokens[end + 1] : undefined;
  if (turned && !isKnown && caps && length < 3 && isFirstName(turned.raw) && isCapital(turned)) value += 3;
  if (
    length === 1 &&
    turned &&
    isCaps(first) &&
    first.raw.length > 2 &&
    isCapital(turned) &&
    !style.isShouted
  )
    value += 1.5;
  if (
    length === 1 &&
    /^(?:may|june|april|august|summer|winter|autumn)$/.test(lower) &&
    !BREAK.test(before) &&
    !STRONG_ANCHOR.test(before)
  )
    value -= 3;
  if (
    style.isLower &&
    !isKnown &&
    !STRONG_ANCHOR.test(before) &&
    !isSentenceStart(tokens, at) &&
    !/^(?:and|\+|&|plus|,)$/.test(before)
  )
    value -= 1.5;
  if (!isKnown && length === 1 && isCaps(first) && first.raw.length < 5) value -= 2;
  return { value };
}

/** "Nia (Y4, Burnham Copse)": words in the brackets after a name tell of that child. */
function isInBracketsOf(tokens: readonly Token[], lastEnd: number | null, at: number): boolean {
  if (lastEnd === null || tokens[lastEnd]?.raw !== '(' || at - lastEnd > 14) return false;
  return !tokens.slice(lastEnd, at).some((token) => token.raw === ')' || token.raw === '\n');
}

const isAfterParticle = (words: readonly Token[], at: number): boolean =>
  at > 0 && PARTICLE.test(words[at - 1]?.raw.toLowerCase() ?? '');

export function isSentenceStart(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.raw;
  return before === undefined || /^[.!?\n:•-]$/.test(before);
}

function followedByAttribute(
  tokens: readonly Token[],
  end: number,
  isAttribute: (index: number) => boolean,
): boolean {
  let at = end;
  while (at < end + 2 && /^[,(:/-]$/.test(tokens[at]?.raw ?? '')) at += 1;
  if (/^(?:who|is|he's|she's|aged?|was|dob|born|he|she|b)$/.test(tokens[at]?.norm ?? '')) {
    if (isAttribute(at + 1) || isAttribute(at + 2) || /^(?:aged?|dob|born)$/.test(tokens[at]?.norm ?? ''))
      return true;
  }
  return isAttribute(at);
}

export const styleOf = (tokens: readonly Token[]): CaseStyle => caseStyle(tokens);
