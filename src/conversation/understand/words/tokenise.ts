import { isCommonWord, isFirstName } from '../find/lexicons';
import { cleanText } from './cleanText';
import { inContext } from './inContext';
import { isDigitWord, isSlashWord, spellOut } from './spellOut';
import type { Token } from './token';

const PIECE =
  /\n|(?<![\p{L}\d])[\p{L}]{1,2}\/(?:exp\b|out\b|view\b|down\b|[\p{L}]\b)?|(?<![\p{L}\d])(?:[\p{L}]\d+[\p{L}]*|\d[\p{L}]{2,}|in2|sum1|some1|any1|every1|no1)(?![\p{L}\d])|(?:[\p{L}]\.){2,}|\d+(?:[:./-]\d+)+|\d+|[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*'?|[^\s]/gu;

/** Pieces that are one word only if the lexicon knows them ("w/", "b4"); else they are cut further. */
function pieces(text: string, offset: number): { raw: string; start: number }[] {
  const found: { raw: string; start: number }[] = [];
  PIECE.lastIndex = 0;
  for (const match of text.matchAll(PIECE)) {
    const raw = match[0];
    const start = match.index + offset;
    const lower = raw.toLowerCase();
    const isMixed = /\d/.test(raw) && /\p{L}/u.test(raw) && !isDigitWord(lower);
    const isUnknownSlash = raw.includes('/') && /\p{L}/u.test(raw) && !isSlashWord(lower);
    if (!isMixed && !isUnknownSlash) {
      found.push({ raw, start });
      continue;
    }
    for (const part of raw.matchAll(/\d+|[\p{L}]+|[^\s]/gu)) {
      found.push({ raw: part[0], start: start + part.index });
    }
  }
  return found;
}

function normOf(raw: string): string {
  const lower = raw.toLowerCase();
  if (/^(?:\p{L}\.){2,}$/u.test(lower)) return spellOut(lower.replaceAll('.', ''));
  const bare = lower.length > 1 && lower.endsWith("'") ? lower.slice(0, -1) : lower;
  const spelt = spellOut(bare);
  const isCutShort =
    raw === lower &&
    spelt === bare &&
    /^\p{L}{3,}in$/u.test(bare) &&
    !isCommonWord(bare) &&
    !isFirstName(bare) &&
    isCommonWord(`${bare}g`);
  return isCutShort ? `${bare}g` : spelt;
}

/** Cuts a message into words, numbers and signs, each with its plain form. */
export function tokenise(text: string): readonly Token[] {
  const tokens = pieces(cleanText(text), 0).map(({ raw: cut, start }) => {
    const raw = cut === '—' ? '-' : cut;
    return {
      raw,
      norm: normOf(raw),
      start,
      end: start + cut.length,
    };
  });
  return inContext(tokens);
}
