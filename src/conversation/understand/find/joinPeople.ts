import { isAdult } from './adultRole';
import type { PersonSpan } from './findPeople';
import { isCommonWord, isElsewhere, isFirstName, isNeverName } from './lexicons';
import { bareName, isCapital, isCaps, PARTICLE, type RunContext } from './nameRuns';

/** "grace and lily they won't give surnames": a first name that is a word too, joined to a sure one. */
export function withJoined(people: readonly PersonSpan[], context: RunContext): PersonSpan[] {
  const { tokens, taken } = context;
  const inPerson = new Set(
    people.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  );
  return people.flatMap((person) => {
    const at = person.from - 2;
    const token = tokens[at];
    const isFree =
      token !== undefined &&
      !taken[at] &&
      !inPerson.has(at) &&
      /^(?:and|&|\+)$/.test(tokens[at + 1]?.norm ?? '');
    const lead = tokens[at - 1]?.norm ?? '\n';
    // "Bronagh + Cillian McIlvenna": capitalised and no word, at the beginning of what is said.
    const isNewName =
      token !== undefined &&
      isCapital(token) &&
      !context.style.isShouted &&
      /^\p{Lu}\p{Ll}{2,}$/u.test(token.raw) &&
      !isCommonWord(token.raw) &&
      !isElsewhere(token.raw) &&
      /^(?:[\n.,;:!-]|•|)$/.test(tokens[at - 1]?.raw ?? '');
    if (
      !isFree ||
      person.role !== 'child' ||
      !(isFirstName(token.raw) || isNewName) ||
      isNeverName(token.norm)
    )
      return [person];
    if (/^(?:the|a|an|his|her|in|of|to|my|our|this|and|by|on)$/.test(lead) && !isCapital(token))
      return [person];
    if (tokens[at - 1]?.raw === '-' || isAdult(context, at, at + 1)) return [person];
    return [
      { from: at, to: at + 1, words: [bareName(token)], role: 'child', isTurned: false, isPossessive: false },
      person,
    ];
  });
}

/** "with her mentor Stacey ... left with Stacey": one word that is an adult's name once is so everywhere. */
export function withKnownAdults(
  people: readonly PersonSpan[],
  hasAttribute: (end: number) => boolean,
): PersonSpan[] {
  const adults = new Set(
    people
      .filter(({ role, words }) => role === 'adult' && words.length === 1)
      .map(({ words }) => words[0]?.toLowerCase()),
  );
  return people.map((person) => {
    const isSame =
      person.role === 'child' &&
      person.words.length === 1 &&
      adults.has(person.words[0]?.toLowerCase()) &&
      !hasAttribute(person.to);
    const hasOwnChild = people.some(
      ({ role, words }) =>
        role === 'child' &&
        words.length > 1 &&
        words.some((word) => word.toLowerCase() === person.words[0]?.toLowerCase()),
    );
    return isSame && !hasOwnChild ? { ...person, role: 'adult' } : person;
  });
}

/** "jack dempsey omar farah": a dictated list without signs, two names in one run. */
export function splitRuns(people: readonly PersonSpan[], context: RunContext): PersonSpan[] {
  if (!context.style.isLower) return [...people];
  const givenNames = people.map(({ words }) => (words[0] ?? '').toLowerCase());
  return people.flatMap((person, at) => {
    // "rafael and mateo quintero rafael is year six": the last word begins again with a child named before.
    const tail = person.words.at(-1)?.toLowerCase() ?? '';
    const isAgain =
      person.words.length > 1 &&
      person.to - person.from === person.words.length &&
      (givenNames.slice(0, at).includes(tail) || (person.words.length > 2 && tail === givenNames[at])) &&
      isFirstName(tail);
    if (isAgain)
      return [
        { ...person, to: person.to - 1, words: person.words.slice(0, -1), isPossessive: false },
        { ...person, from: person.to - 1, words: person.words.slice(-1) },
      ];
    const [first = '', second = '', third = '', fourth = ''] = person.words;
    const isTwo =
      person.role === 'child' &&
      person.words.length === 4 &&
      isFirstName(first) &&
      isFirstName(third) &&
      !PARTICLE.test(second.toLowerCase()) &&
      !PARTICLE.test(third.toLowerCase()) &&
      person.to - person.from === 4;
    if (!isTwo) return [person];
    return [
      { ...person, to: person.from + 2, words: [first, second], isPossessive: false },
      { ...person, from: person.from + 2, words: [third, fourth] },
    ];
  });
}

/** "BROWN, Kai": one word that is no given name, a comma, then a given name. */
export function turnRound(people: readonly PersonSpan[], context: RunContext): PersonSpan[] {
  const out: PersonSpan[] = [];
  for (let i = 0; i < people.length; i++) {
    const person = people[i];
    const next = people[i + 1];
    if (!person) continue;
    const family = context.tokens[person.from];
    const given = next ? context.tokens[next.from] : undefined;
    const isPair =
      next &&
      person.role === 'child' &&
      next.role === 'child' &&
      next.from === person.to + 1 &&
      context.tokens[person.to]?.raw === ',' &&
      person.words.length <= 2 &&
      next.words.length <= 2 &&
      !next.isPossessive;
    const isAgain = people
      .slice(0, i)
      .some((other) => other.words.at(-1)?.toLowerCase() === person.words[0]?.toLowerCase());
    const isCapsFirst = family && given && isCaps(family) && !isCaps(given) && !context.style.isShouted;
    const isPlainTurn =
      isPair &&
      !isFirstName(person.words[0] ?? '') &&
      isFirstName(next.words[0] ?? '') &&
      next.words.length === 1;
    if (isPair && next && ((isPlainTurn && !isAgain) || isCapsFirst)) {
      out.push({ ...person, to: next.to, words: [...next.words, ...person.words], isTurned: true });
      i += 1;
      continue;
    }
    out.push(person);
  }
  return out;
}
