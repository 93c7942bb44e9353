import gazetteerWords from '../lexicon/gazetteerWords.json';
import { isWithin } from '../words/soundOf';
import type { Span, Token } from '../words/token';
import { editDistance, letterMask, maskDistance } from './editDistance';
import { barestOf, bonesOf, type GazetteerIndex, type GazetteerKey, gazetteerWord } from './gazetteerIndex';
import { isCommonWord, isFirstName } from './lexicons';

/** A school or place named in the text; `both` where the words stand for either (rule 15). */
export type GazetteerSpan = Span & {
  readonly entry: GazetteerKey;
  /** Letters that differ from the gazetteer's spelling; 0 is exact. */
  readonly distance: number;
};

const STOP = new Set(gazetteerWords.stop);
const LONGEST = 6;

const mostEdits = (length: number): number => {
  if (length < 5) return length === 4 ? 1 : 0;
  if (length < 8) return 1;
  if (length < 11) return 2;
  return length < 16 ? 3 : 4;
};

const SCHOOL_BEFORE = /^(?:at|both|all|to|of|from|school|year|goes|attends|the|\d+|:|-|,|for|in)$/;

/** All windows of up to six words, longest first, that spell a gazetteer key, exactly or nearly. */
export function findGazetteer(input: {
  tokens: readonly Token[];
  index: GazetteerIndex;
  taken: readonly boolean[];
}): GazetteerSpan[] {
  const { tokens, index, taken } = input;
  const words = tokens.map((token, i) =>
    // "nine Marnel Juniors": a number in words is no part of a name.
    taken[i] || !/^[\p{L}]/u.test(token.raw) || /^\d/.test(token.norm) ? '' : gazetteerWord(wordFor(token)),
  );
  const found: GazetteerSpan[] = [];
  for (let from = 0; from < tokens.length; from++) {
    for (let size = 1; size <= LONGEST && from + size <= tokens.length; size++) {
      if (words[from + size - 1] === '') {
        // "Queen Mary ' s", "St . Johns": one sign inside a window is let through.
        const sign = tokens[from + size - 1]?.raw ?? '';
        const isInside =
          /^['-]$/.test(sign) ||
          (sign === '.' &&
            /^(?:st|ch|pk|rd|gt|bus|mem|lon|sq|ctr)$/i.test(tokens[from + size - 2]?.raw ?? ''));
        if (size === 1 || !isInside) break;
        continue;
      }
      const window = words.slice(from, from + size).filter((word) => word !== '');
      const hit = matchWindow({ tokens, window, from, size, index });
      if (hit) found.push(hit);
    }
  }
  return withoutOverlaps(found);
}

const wordFor = (token: Token): string => {
  const lower = token.raw.toLowerCase();
  return token.norm.includes(' ') || /^(?:place|time|form|name|part)$/.test(token.norm) ? lower : token.norm;
};

const EXPECTED_AFTER =
  /^(?:at|in|on|of|to|the|by|near|from|outside|inside|opposite|around|behind|along|up|down|goes|attends|for|year|\d+|[,.:;\n@-]|with|and|also|both|school|place|location|over|round|towards|rang|rung|phoned|called|told|emailed|contacted|is|are|was|says|tried)$/;

function matchWindow(input: {
  tokens: readonly Token[];
  window: readonly string[];
  from: number;
  size: number;
  index: GazetteerIndex;
}): GazetteerSpan | null {
  const { tokens, window, from, size, index } = input;
  const first = window[0] ?? '';
  const last = window[window.length - 1] ?? '';
  const key = window.join('').replaceAll('-', '');
  const span = { from, to: from + size };
  const exact = index.exact.get(key);
  const hasThe = tokens[from - 1]?.norm === 'the';
  if (exact) return exact.needsThe && !hasThe ? null : { ...span, entry: exact, distance: 0 };
  const hasSign = tokens.slice(from, from + size).some((token) => /^[.'-]$/.test(token.raw));
  if (hasSign || STOP.has(first) || STOP.has(last) || size > 4 || key.length < 4) return null;
  // "moved house" is no misspelt "Dove House": plain words are one only where a place or school is expected.
  const isPlainWords = size > 1 && tokens.slice(from, from + size).every((token) => isCommonWord(token.raw));
  if (isPlainWords && !EXPECTED_AFTER.test(tokens[from - 1]?.norm ?? '')) return null;
  const isWord = size === 1 && (isCommonWord(key) || isFirstName(key));
  const before = tokens[from - 1]?.norm ?? '';
  const after = tokens[from + size]?.norm ?? '';
  const hasContext = SCHOOL_BEFORE.test(before) || after === 'school' || after === 'academy';
  if (size === 1 && (isWord || key.length < 6) && !hasContext) return null;
  const limit = isWord ? Math.min(1, mostEdits(key.length)) : mostEdits(key.length);
  const near =
    remembered({ key, limit, index }) ?? (isWord ? null : byBones(key, index, hasContext || size > 1));
  if (!near) return null;
  if (isWord && (!near.entry.school || near.entry.key.length > 6)) return null;
  if (near.entry.needsThe && (!hasThe || isWord)) return null;
  return { ...span, entry: near.entry, distance: near.distance };
}

/** "costlo", "crnbrn": the one name with the same consonants whose letters these are with some vowels left out. */
function byBones(
  key: string,
  index: GazetteerIndex,
  hasContext: boolean,
): { entry: GazetteerKey; distance: number } | null {
  const bones = bonesOf(key);
  const isLongEnough = bones.length >= (hasContext ? 3 : 4);
  const entry = isLongEnough ? (index.byBones.get(bones) ?? index.byBarest.get(barestOf(key))) : null;
  if (!entry || key.length >= entry.key.length || !isWithin(key, entry.key)) return null;
  return { entry, distance: 1 };
}

/** Near matches already looked for, for each gazetteer; bounded, since the words come from outside. */
const seen = new WeakMap<GazetteerIndex, Map<string, { entry: GazetteerKey; distance: number } | null>>();
const MOST_REMEMBERED = 20_000;

function remembered(input: {
  key: string;
  limit: number;
  index: GazetteerIndex;
}): { entry: GazetteerKey; distance: number } | null {
  const known = seen.get(input.index) ?? new Map<string, { entry: GazetteerKey; distance: number } | null>();
  seen.set(input.index, known);
  const name = `${input.limit}${input.key}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const found = nearest(input);
  known.set(name, found);
  return found;
}

function nearest(input: {
  key: string;
  limit: number;
  index: GazetteerIndex;
}): { entry: GazetteerKey; distance: number } | null {
  const { key, limit, index } = input;
  if (limit === 0) return null;
  const mask = letterMask(key);
  let best: { entry: GazetteerKey; distance: number } | null = null;
  let isTie = false;
  for (let length = key.length - limit; length <= key.length + limit; length++) {
    for (const entry of index.byLength.get(length) ?? []) {
      const allowed = Math.min(limit, mostEdits(entry.key.length));
      if (maskDistance(mask, entry.mask) > allowed) continue;
      const distance = editDistance(key, entry.key, allowed);
      if (distance > allowed) continue;
      if (best && distance > best.distance) continue;
      isTie = best !== null && distance === best.distance && !sameEntry(best.entry, entry);
      best = { entry, distance };
    }
  }
  return isTie ? null : best;
}

const sameEntry = (a: GazetteerKey, b: GazetteerKey): boolean =>
  a.school?.name === b.school?.name && a.place?.name === b.place?.name;

/** Longer spans win; of the same length the nearer spelling. */
function withoutOverlaps(found: readonly GazetteerSpan[]): GazetteerSpan[] {
  const rank = (span: GazetteerSpan): number => (span.to - span.from) * 10 - span.distance * 6;
  const ordered = [...found].sort((a, b) => rank(b) - rank(a) || b.to - b.from - (a.to - a.from));
  const kept: GazetteerSpan[] = [];
  for (const span of ordered) {
    if (kept.every((other) => span.to <= other.from || span.from >= other.to)) kept.push(span);
  }
  return kept.sort((a, b) => a.from - b.from);
}
