import { readPostcode } from '../../../domain/postcode';
import { readDate } from './readDate';
import type { TableRow } from './readTable';
import type { RowProblem } from './rowProblem';

/** A cell's value: undefined where the file has no such column, null where the cell is empty. */
export type Cell<T> = T | null | undefined;

/** Reads a row's cells one by one; what can't be read becomes a problem of that column, and null. */
export interface RowReader {
  readonly line: number;
  readonly problems: readonly RowProblem[];
  problem(column: string, reason: string): null;
  /** Text on one line, at most `max` characters (100 unless told). */
  text(column: string, max?: number): Cell<string>;
  /** The same where it must not be empty. */
  needed(column: string, max?: number): string;
  /** Parts divided by semicolons, empty ones left out. */
  parts(column: string): readonly string[] | undefined;
  yesNo(column: string): Cell<boolean>;
  /** `yyyy-MM-dd`. */
  date(column: string): Cell<string>;
  postcode(column: string): Cell<string>;
  phone(column: string): Cell<string>;
  /** One of the words, in any capitals; '' is a problem. */
  oneOf<T extends string>(column: string, allowed: readonly T[]): T | null;
}

export function readRow(row: TableRow): RowReader {
  const problems: RowProblem[] = [];
  const problem = (column: string, reason: string): null => {
    problems.push({ line: row.line, column, reason });
    return null;
  };
  const text = (column: string, max = 100): Cell<string> => {
    const written = row.cells[column];
    if (written === undefined) return undefined;
    const value = written.normalize('NFC').replaceAll(/\s+/g, ' ');
    if (value === '') return null;
    if (value.length > max) return problem(column, `is too long. Write ${max} characters at most.`);
    if (/\p{Cc}|\ufffd/u.test(value))
      return problem(column, 'has a character that can’t be read. Write it again.');
    return value;
  };
  /** Reads a filled cell by `read`; null from it is a problem with `reason`. */
  const by = <T>(column: string, reason: string, read: (value: string) => T | null): Cell<T> => {
    const value = text(column);
    if (value === null || value === undefined) return value;
    return read(value) ?? problem(column, reason);
  };
  return {
    line: row.line,
    problems,
    problem,
    text,
    needed: (column, max) => {
      const before = problems.length;
      const value = text(column, max) ?? null;
      if (value === null && problems.length === before) problem(column, 'is empty. Fill it in.');
      return value ?? '';
    },
    parts: (column) =>
      text(column, 2000)
        ?.split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '') ?? (row.cells[column] === undefined ? undefined : []),
    yesNo: (column) => by(column, 'is neither yes nor no. Write "yes" or "no".', readYesNo),
    date: (column) => {
      const value = text(column);
      if (value === null || value === undefined) return value;
      const read = readDate(value);
      return 'date' in read ? read.date : problem(column, read.reason);
    },
    postcode: (column) =>
      by(column, 'is not a UK postcode. Write it like RG21 4AL, or leave it empty.', readPostcode),
    phone: (column) =>
      by(column, 'is not a telephone number. Write digits, with the area code.', (value) =>
        /^\+?[\d ()-]+$/.test(value) && /^\d{7,15}$/.test(value.replaceAll(/\D/g, '')) ? value : null,
      ),
    oneOf: (column, allowed) => {
      const choice = `Write one of: ${allowed.join(', ')}.`;
      const word = by(column, `is none of the words known here. ${choice}`, (value) =>
        findWord(value, allowed),
      );
      return word === null && !problems.some((one) => one.column === column)
        ? problem(column, `is empty. ${choice}`)
        : (word ?? null);
    },
  };
}

/** One of the words as written by a person: `Education Welfare Officer` is `education_welfare_officer`. */
export function findWord<T extends string>(written: string, allowed: readonly T[]): T | null {
  const key = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return allowed.find((word) => word === key) ?? null;
}

const yes = ['yes', 'y', 'true', '1'];
const no = ['no', 'n', 'false', '0'];

function readYesNo(value: string): boolean | null {
  const word = value.toLowerCase();
  return yes.includes(word) ? true : no.includes(word) ? false : null;
}
