import type { RowProblem } from './table/rowProblem';

/** Remembers on which line a key stood first, and says so when it comes again. */
export interface Repeats {
  /** A problem naming both lines if the key stood on an earlier line; null the first time. */
  seen(input: { key: string; line: number; column: string; what: string }): RowProblem | null;
}

export function createRepeats(): Repeats {
  const lines = new Map<string, number>();
  return {
    seen: ({ key, line, column, what }) => {
      const first = lines.get(key);
      if (first === undefined) {
        lines.set(key, line);
        return null;
      }
      return { line, column, reason: `${what} stands on line ${first} already. Keep one of the two rows.` };
    },
  };
}
