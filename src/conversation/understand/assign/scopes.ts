import type { Analysis } from '../find/analyse';
import { allMatches } from '../words/allMatches';
import { blockStarts, chainsOf } from './chains';
import { isOfAdult, pronounOwners } from './pronouns';

/** Whom the words at a place speak of: these children themselves, or all who have nothing of their own. */
export type Scope = { readonly who: readonly number[]; readonly isOwn: boolean };

export type Scopes = {
  readonly at: (token: number) => Scope;
  /** Children named in one breath share what follows; others have blocks of their own. */
  readonly isGroup: boolean;
  readonly chains: readonly (readonly number[])[];
  /** Which of two children "he" or "she" is, where the message tells. */
  readonly pronoun: (word: 'he' | 'she') => number | undefined;
};

/** Words between the last name and what is said of all. */
const OWN_TAIL =
  /^(?:AGE|YEAR|DOB|SCHOOL|[,/():=-]|who|is|he's|she's|he|she|at|aged?|of|yo|goes|to|the|was|old|years?|and|born|f|m)$/;

const GROUP =
  /^(?:both|they|they're|they've|they'd|neither|each|everyone|everybody|all|trio|together|them|pair|children|kids|lads|girls|boys|brothers|sisters|twins|siblings|parents|lot|nobody)$/;
const NOT_GROUP_AFTER_ALL =
  /^(?:day|morning|night|good|right|alone|week|the|afternoon|fine|ok|okay|well|time|round|over|by|up|safe)$/;
const COMPLEMENT =
  /(?:the |both )?(?:other (?:two|three|\d|one|lad|girl|boy|pupil|child|kid)|others|rest|younger (?:two|\d|ones)|other)$/;

/** Reads the message from left to right, keeping whom it is about. */
export function findScopes(analysis: Analysis): Scopes {
  const { children, tokens, masked } = analysis;
  const all = children.map((_, i) => i);
  const firstAt = children.map((child) => child.mentions[0]?.from ?? 0);
  const words = maskedWords(analysis);
  const chains = chainsOf(analysis, words);
  const isGroup = chains.length === 1;
  const mentionAt = new Map<number, number>();
  /** "the Coopers": a word that names several of them. */
  const togetherAt = new Map<number, number[]>();
  children.forEach((child, i) => {
    for (const { from } of child.mentions) {
      const before = mentionAt.get(from);
      if (before !== undefined) togetherAt.set(from, [...(togetherAt.get(from) ?? [before]), i]);
      mentionAt.set(from, i);
    }
  });
  const scopes: Scope[] = [];
  if (children.length < 2) {
    const only = { who: all, isOwn: true };
    return { at: () => only, isGroup: true, chains, pronoun: () => undefined };
  }
  const lastNamed = Math.max(...firstAt);
  // "the lass did a runner": the one unnamed child, said again by the noun that brought it in.
  const unnamed = all.filter((k) => !children[k]?.givenName && !children[k]?.familyName);
  const noun = unnamed.length === 1 ? (tokens[firstAt[unnamed[0] ?? 0] ?? 0]?.norm ?? '') : '';
  const unnamedAgain = (i: number): number | undefined =>
    i > lastNamed &&
    ((/^(?:boy|girl|lad|lass|brother|sister|friend|mate|cousin)$/.test(noun) &&
      words[i] === noun &&
      /^(?:[.,;\n]|and|but|the|then)$/.test(words[i - 1] ?? '')) ||
      // "nameless one legged it", "the one without name ran"
      (unnamed.length === 1 &&
        i > lastNamed + 2 &&
        (/^(?:nameless|unnamed|no-name|noname)$/.test(words[i] ?? '') ||
          (words[i] === 'one' &&
            /^(?:without|with|who)$/.test(words[i + 1] ?? '') &&
            /name/.test(words.slice(i + 2, i + 6).join(' '))))))
      ? unnamed[0]
      : undefined;
  const starts = blockStarts({ chains, firstAt, words });
  const pronouns = pronounOwners(analysis, masked.text);
  // "Teddy (Kayden's brother) Y6": the other child's name only says whose brother this one is.
  const isOfAnother = (i: number): boolean => {
    if (!mentionAt.has(i) || words[i - 1] !== '(') return false;
    const child = children[mentionAt.get(i) ?? 0];
    const span = child?.mentions.find(({ from }) => from === i);
    return (
      span !== undefined &&
      firstAt[mentionAt.get(i) ?? 0] !== i &&
      /'s$/i.test(tokens[span.to - 1]?.raw ?? '')
    );
  };
  let current: Scope = { who: all, isOwn: false };
  let chain = -1;
  let last = 0;
  let explicit: number[] = [];
  let isPastNames = false;
  let isByPronoun = false;
  let hasListEnded = false;
  const lastFirst = Math.max(...firstAt);
  for (let i = 0; i < tokens.length; i++) {
    const word = words[i] ?? '';
    // "she's 11" is one thing said of an age, and says of whom.
    const spoken = word === 'AGE' ? (tokens[i]?.norm ?? '') : word;
    const started = isGroup ? -1 : starts.indexOf(i);
    if (started >= 0) {
      chain = started;
      current = { who: chains[chain] ?? all, isOwn: true };
    }
    const child = isOfAnother(i) ? undefined : (mentionAt.get(i) ?? unnamedAgain(i));
    const isBreak = /^[.\n;]$/.test(word) || word === '!';
    if (isBreak || child !== undefined) isByPronoun = false;
    if (child !== undefined) {
      const isJoined =
        /^(?:and|plus|,|\/|\+)$/.test(words[i - 1] ?? '') &&
        isMentionEnd(analysis, previousWord(words, i - 1));
      const isFirst = firstAt[child] === i;
      const named = togetherAt.get(i) ?? [child];
      const members: number[] = isJoined && !isFirst ? [...new Set([...explicit, ...named])] : named;
      if (isFirst) isPastNames = i >= lastFirst;
      current = { who: members, isOwn: true };
      explicit = members;
      last = child;
    } else if (isBreak) {
      if (isPastNames && i > lastFirst) {
        const isListEnd = word === '\n' && !isGroup && isLineStart(words, firstAt, lastFirst);
        // After the lines of a list everything is of all.
        if (isListEnd) hasListEnded = true;
        const isSoft = isGroup || hasListEnded;
        current = isSoft ? { who: all, isOwn: false } : { who: chains[chain] ?? [last], isOwn: true };
      } else if (isPastNames === false && !isGroup && chain >= 0) {
        current = { who: chains[chain] ?? all, isOwn: true };
      }
    } else if (
      isPastNames &&
      isGroup &&
      !isByPronoun &&
      current.isOwn &&
      current.who.length === 1 &&
      current.who[0] === children.length - 1 &&
      isContent(word) &&
      noRemention(analysis, lastFirst, i)
    ) {
      current = { who: all, isOwn: false };
    }
    const tail = words
      .slice(Math.max(0, i - 2), i + 1)
      .filter(Boolean)
      .join(' ');
    if (
      COMPLEMENT.test(tail) &&
      /^(?:two|three|\d|one|lad|girl|boy|pupil|child|kid|others|rest|ones)$/.test(word)
    ) {
      const rest = all.filter((k) => !explicit.includes(k));
      if (rest.length > 0 && rest.length < all.length && isPastNames) current = { who: rest, isOwn: true };
    } else if (word === 'other' && isOtherOne(words, i) && isPastNames && i > lastFirst) {
      const rest = all.filter((k) => !explicit.includes(k));
      if (rest.length === 1) current = { who: rest, isOwn: true };
    } else if (isGroupWord(words, i)) {
      current = groupScope({
        words,
        at: i,
        all,
        explicit,
        isPastNames,
        chain: isGroup ? null : (chains[chain] ?? null),
      });
    } else if (
      (/^(?:he|she|he's|she's|he'd|she'd)$/.test(spoken) ||
        (/^(?:him|her|girl|boy)$/.test(word) && words[i + 1] === ':')) &&
      (/^(?:[.,;:\n!-]|and|but|then|school|)$/.test(words[i - 1] ?? '') ||
        // dictated: "she's at Cranbourne he's at Everest"
        (/^(?:AGE|SCHOOL|YEAR)$/.test(previousSaid(words, i)) &&
          /^(?:at|in|goes)$/.test(words[i + 1] ?? ''))) &&
      isPastNames
    ) {
      const owner = isOfAdult(spoken, words, i, mentionAt)
        ? undefined
        : pronouns.get(/^(?:she|her$|girl)/.test(spoken) ? 'she' : 'he');
      if (owner !== undefined && (current.who.length > 1 || !current.who.includes(owner)))
        current = { who: [owner], isOwn: true };
      isByPronoun = owner !== undefined;
    }
    // "first two say dentist, third no reason"
    if (i > lastFirst && isPastNames && children.length > 2) {
      const next = words[i + 1] ?? '';
      if (/^(?:first|last)$/.test(word) && /^[2-4]$/.test(next) && Number(next) < children.length)
        current = {
          who: word === 'first' ? all.slice(0, Number(next)) : all.slice(-Number(next)),
          isOwn: true,
        };
      // "number four ran off"
      if (/^(?:number|no)$/.test(word) && /^[1-5]$/.test(next) && Number(next) <= children.length)
        current = { who: [Number(next) - 1], isOwn: true };
      const place = ['first', 'second', 'third', 'fourth', 'fifth'].indexOf(word);
      if (
        place >= 0 &&
        place < children.length &&
        /^(?:no|says?|said|refused|wouldn't|gave|claims?|claimed|had|ran|legged|walked|made|was|:)$/.test(
          next,
        )
      )
        current = { who: [place], isOwn: true };
    }
    // "the four named walked back"
    if (word === 'named' && /^\d$/.test(words[i - 1] ?? '') && isPastNames && unnamed.length > 0)
      current = { who: all.filter((k) => !unnamed.includes(k)), isOwn: true };
    const ordinal =
      /^(?:first|second|third|1st|2nd|3rd)$/.test(word) &&
      /^(?:one|lad|girl|boy|child|pupil)$/.test(words[i + 1] ?? '');
    if (ordinal && isPastNames && i > lastFirst) {
      const index = /^(?:first|1st)$/.test(word) ? 0 : /^(?:second|2nd)$/.test(word) ? 1 : 2;
      if (index < all.length) current = { who: [index], isOwn: true };
    }
    scopes.push(current);
  }
  const fallback: Scope = { who: all, isOwn: false };
  return {
    at: (token) => scopes[token] ?? fallback,
    isGroup,
    chains,
    pronoun: (word) => pronouns.get(word),
  };
}

/** "the other no reason", "other ran": one child without a noun. */
const isOtherOne = (words: readonly string[], at: number): boolean =>
  /^(?:[.,;\n]|and|but|the|then)$/.test(words[at - 1] ?? '') &&
  /^(?:no|not|says?|said|had|has|gave|give|gives|wouldn't|won't|refused|was|is|ran|also|:|-|,|claims?|claimed|just|unnamed|walked|taken|went|let|legged|sent|shrugged|didn't)$/.test(
    words[at + 1] ?? '',
  );

function isGroupWord(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (!GROUP.test(word)) return false;
  const next = words[at + 1] ?? '';
  const before = words[at - 1] ?? '';
  if (
    /^(?:both|all|each|neither)$/.test(word) &&
    /^(?:the )?(?:schools?|heads?|headteachers|parents|ears?|eyes|hands|legs|day|lots|teachers|of|sets)$/.test(
      next === 'of' ? (words[at + 2] ?? '') : next,
    ) &&
    word !== 'neither'
  )
    return false;
  if (word === 'all') return !NOT_GROUP_AFTER_ALL.test(next) && !/^(?:at|after)$/.test(before);
  if (/^(?:lads|girls|boys|kids|children|brothers|sisters)$/.test(word))
    return /^(?:both|the|all|\d|these|,|\.)$/.test(before) && !/^(?:other|in)$/.test(before);
  if (word === 'parents' || word === 'lot' || word === 'nobody') return false;
  return true;
}

function groupScope(input: {
  words: readonly string[];
  at: number;
  all: readonly number[];
  explicit: readonly number[];
  isPastNames: boolean;
  chain: readonly number[] | null;
}): Scope {
  const { words, at, all, explicit, isPastNames, chain } = input;
  const word = words[at] ?? '';
  if (chain?.length === 2 && /^(?:both|pair|neither)$/.test(word)) return { who: chain, isOwn: true };
  if (all.length > 2 && /^(?:both|pair|neither)$/.test(word)) {
    if (!isPastNames && explicit.length === 1) {
      const last = explicit[0] ?? 0;
      return { who: last > 0 ? [last - 1, last] : all, isOwn: true };
    }
    const rest = all.filter((k) => !explicit.includes(k));
    if (explicit.length === 2) return { who: explicit, isOwn: true };
    if (rest.length === 2) return { who: rest, isOwn: true };
  }
  if (chain && chain.length > 1 && /^(?:both|they|they're|neither|them)$/.test(word))
    return { who: chain, isOwn: true };
  if (chain && chain.length === 1 && /^(?:they|they're|them|they've|they'd)$/.test(word))
    return { who: chain, isOwn: true };
  return { who: all, isOwn: false };
}

function maskedWords(analysis: Analysis): string[] {
  const words: string[] = analysis.tokens.map(() => '');
  const { masked } = analysis;
  for (const match of allMatches(/\S+|\n/g, masked.text)) {
    const token = masked.tokenAt[match.index] ?? 0;
    if (words[token] === '') words[token] = match[0];
  }
  analysis.tokens.forEach((token, i) => {
    if (token.raw === '\n') words[i] = '\n';
  });
  return words;
}

const previousSaid = (words: readonly string[], at: number): string => words[previousWord(words, at)] ?? '';

const isContent = (word: string): boolean => word !== '' && !OWN_TAIL.test(word) && word !== 'CHILD';

const previousWord = (words: readonly string[], from: number): number => {
  let at = from - 1;
  while (at > 0 && (words[at] ?? '') === '') at -= 1;
  return at;
};

const isMentionEnd = (analysis: Analysis, token: number): boolean =>
  analysis.children.some((child) => child.mentions.some(({ from, to }) => token >= from && token < to));

const noRemention = (analysis: Analysis, from: number, to: number): boolean =>
  !analysis.children.some((child) =>
    child.mentions.slice(1).some((span) => span.from > from && span.from <= to),
  );

const isLineStart = (words: readonly string[], firstAt: readonly number[], last: number): boolean =>
  words.slice(firstAt[0] ?? 0, last).includes('\n');
