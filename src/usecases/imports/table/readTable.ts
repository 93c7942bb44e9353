import { CsvError, type Options, parse } from 'csv-parse/sync';
import { type Column, columnKeys, headingKey } from './column';
import type { RowProblem } from './rowProblem';

/** One row under the header. */
export interface TableRow {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** Cells by the column's name, trimmed. A column that the file does not have is not there; an empty cell is ''. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  readonly rows: readonly TableRow[];
  /** Headings that stand for no column; their cells are not read. */
  readonly unknown: readonly string[];
  /** Rows that could not be laid out in columns. They are not among `rows`. */
  readonly problems: readonly RowProblem[];
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly line: number;
}

/**
 * Lays a CSV text out in rows under its header. The separator is a comma, or a semicolon or tab where the header has
 * that and no comma. Empty lines are passed over.
 * @returns a problem that leaves nothing to read: no header, a required column missing, a quotation mark left open
 */
export function readTable(text: string, columns: readonly Column[]): Table | RowProblem {
  // One kind of line end: csv-parse counts a return and line feed inside quotation marks twice.
  const records = readRecords(text.replaceAll(/\r\n?/g, '\n'));
  if ('reason' in records) return records;
  const [header, ...rest] = records;
  if (header === undefined)
    return {
      line: 1,
      column: null,
      reason: `the file is empty. Its first line names the columns: ${list(columns)}.`,
    };
  const found = header.record.map((heading) => columnOf(heading, columns));
  const fault = headerFault(found, columns);
  if (fault !== null) return { line: header.line, ...fault };
  const filled = rest.filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  const overlong = ({ record }: CsvRecord) => record.slice(header.record.length).some((cell) => cell !== '');
  return {
    rows: filled
      .filter((row) => !overlong(row))
      .map(({ line, record }) => ({ line, cells: cellsOf(found, record) })),
    unknown: header.record.filter((heading, index) => found[index] === undefined && heading.trim() !== ''),
    problems: filled.filter(overlong).map(({ line }) => ({
      line,
      column: null,
      reason: 'there are more cells than columns. Put a cell that holds a separator into quotation marks.',
    })),
  };
}

function readRecords(text: string): readonly CsvRecord[] | RowProblem {
  const options: Options = {
    delimiter: delimiterOf(text),
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  };
  try {
    // With `info` and `raw` each record comes with both; the library's types do not say so.
    const parsed = parse(text, options) as unknown as ParsedRecord[];
    return parsed.map(({ record, raw, info }) => ({
      record,
      line: info.lines - (raw.trim().match(/\n/g)?.length ?? 0),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const reason = isOpen
      ? 'a quotation mark is opened here or above and never closed. Close it, or take it away.'
      : 'this line is not in CSV form. Save the file as "CSV UTF-8" again.';
    return { line: isOpen ? openedOn(text) : lineOf(error), column: null, reason };
  }
}

interface ParsedRecord {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** The last line on which a cell begins with a quotation mark: that one took the rest of the file with it. */
function openedOn(text: string): number {
  const lines = text.split('\n');
  return lines.findLastIndex((line) => /(^|[,;\t])"/.test(line)) + 1;
}

function lineOf(error: CsvError): number {
  const { lines } = error as { lines?: unknown };
  return typeof lines === 'number' ? lines : 1;
}

function delimiterOf(text: string): string {
  const header = /^[^\n]*/.exec(text.trimStart())?.[0] ?? '';
  if (header.includes(',')) return ',';
  return header.includes('\t') ? '\t' : header.includes(';') ? ';' : ',';
}

function columnOf(heading: string, columns: readonly Column[]): string | undefined {
  const key = headingKey(heading);
  return columns.find((column) => columnKeys(column).includes(key))?.name;
}

// A file without a header has people in its first line: a missing column is said without repeating what stands there.
function headerFault(
  found: readonly (string | undefined)[],
  columns: readonly Column[],
): { column: string | null; reason: string } | null {
  const missing = columns.filter((column) => column.required === true && !found.includes(column.name));
  const [first] = missing;
  if (first !== undefined)
    return {
      column: missing.length === 1 ? first.name : null,
      reason: `the header lacks ${list(missing)}. The first line names the columns: ${list(columns)}.`,
    };
  const twice = found.find((name, index) => name !== undefined && found.indexOf(name) !== index);
  return twice === undefined
    ? null
    : { column: twice, reason: 'the header has this column twice. Keep one of the two.' };
}

function cellsOf(found: readonly (string | undefined)[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    found.flatMap((name, index) => (name === undefined ? [] : [[name, (record[index] ?? '').trim()]])),
  );
}

function list(columns: readonly Column[]): string {
  return columns.map(({ name }) => `"${name}"`).join(', ');
}
