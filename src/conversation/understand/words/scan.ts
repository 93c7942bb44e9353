import { allMatches } from './allMatches';
import type { Scan, Token } from './token';

/** Joins the plain forms with single spaces; empty ones are left out. */
export function scanTokens(tokens: readonly Token[]): Scan {
  return scanWords({ tokens, word: (index) => tokens[index]?.norm ?? '' });
}

/** As above with a word of the caller's choice for each token (a placeholder, or none). */
export function scanWords(input: { tokens: readonly Token[]; word: (index: number) => string }): Scan {
  const words: string[] = [];
  const owners: number[] = [];
  input.tokens.forEach((_, index) => {
    const word = input.word(index);
    if (word === '') return;
    words.push(word);
    owners.push(index);
  });
  const text = words.join(' ');
  const tokenAt = new Int32Array(text.length + 1).fill(input.tokens.length);
  let at = 0;
  words.forEach((word, i) => {
    const owner = owners[i] ?? 0;
    tokenAt.fill(owner, at, at + word.length + 1);
    at += word.length + 1;
  });
  return { tokens: input.tokens, text, tokenAt };
}

/** All matches of a pattern as token spans. */
export function findAll(scan: Scan, pattern: RegExp): { match: RegExpExecArray; from: number; to: number }[] {
  const found: { match: RegExpExecArray; from: number; to: number }[] = [];
  for (const match of allMatches(pattern, scan.text)) {
    if (match[0] === '') continue;
    const from = scan.tokenAt[match.index] ?? 0;
    const to = (scan.tokenAt[match.index + match[0].length - 1] ?? from) + 1;
    found.push({ match, from, to });
  }
  return found;
}
