/** What is wrong with one row and what to write instead; it never repeats what the cell holds. */
export interface RowProblem {
  /** The line of the file on which the row begins, counted from 1. */
  readonly line: number;
  /** The column's name; null where the whole row is meant. */
  readonly column: string | null;
  readonly reason: string;
}
