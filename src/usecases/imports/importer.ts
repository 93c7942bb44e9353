import type { Transaction, Work } from '../../data/unitOfWork';
import type { Column } from './table/column';
import type { TableRow } from './table/readTable';
import type { RowProblem } from './table/rowProblem';

/** How one kind of file is brought in. */
export interface Importer {
  /** What a row is, as people say it. */
  readonly one: string;
  readonly many: string;
  readonly columns: readonly Column[];
  /** Reads the rows against each other and against what is stored. Writes nothing. */
  plan(input: { tx: Transaction; rows: readonly TableRow[]; now: Date }): Promise<Plan>;
}

export interface Plan {
  readonly problems: readonly RowProblem[];
  /** Writes every row but those on the lines left out. */
  store(work: Work, without: ReadonlySet<number>, progress: Progress): Promise<Stored>;
}

/** Told how many rows are written, of how many. */
export type Progress = (done: number, total: number) => void;

export interface Stored {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** What else the person should know, in sentences with references only. */
  readonly notes: readonly string[];
}
