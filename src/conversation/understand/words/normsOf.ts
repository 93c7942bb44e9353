import type { Token } from './token';

/** The words of a run of tokens as one string, written out as the patterns expect; `from` may lie before the first. */
export const normsOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(Math.max(0, from), Math.max(0, to))
    .map(({ norm }) => norm)
    .join(' ');

/** As `normsOf`, without the words that are written out as nothing. */
export const nonEmptyNorms = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(Math.max(0, from), Math.max(0, to))
    .flatMap(({ norm }) => (norm === '' ? [] : [norm]))
    .join(' ');
