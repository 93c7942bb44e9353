import { randomUUID } from 'node:crypto';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';
import { carersImporter } from './carersImporter';
import type { Importer, Progress, Stored } from './importer';
import { placesImporter } from './placesImporter';
import { pupilsImporter } from './pupilsImporter';
import { schoolsImporter } from './schoolsImporter';
import { staffImporter } from './staffImporter';
import { type DecodedText, decodeText } from './table/decodeText';
import { readTable, type Table } from './table/readTable';
import type { RowProblem } from './table/rowProblem';

export const importers = {
  schools: schoolsImporter,
  places: placesImporter,
  staff: staffImporter,
  pupils: pupilsImporter,
  carers: carersImporter,
} as const satisfies Record<string, Importer>;
export type ImportKind = keyof typeof importers;

/** What was seen in the file, whatever came of it. Nothing here repeats a cell. */
interface FileRead {
  readonly encoding: DecodedText['encoding'];
  /** Headings that were passed over. */
  readonly unknownColumns: readonly string[];
  readonly rows: number;
  readonly problems: readonly RowProblem[];
}

export type Imported =
  | ({ readonly kind: 'imported'; readonly leftOut: number } & FileRead & Stored)
  | ({ readonly kind: 'bad_rows' } & FileRead)
  | { readonly kind: 'unreadable'; readonly problem: RowProblem | { readonly reason: string } }
  | Refused;

/**
 * Brings a file's records in: all of them, or none where a row is wrong, unless bad rows are to be left out. Importing
 * the same again changes nothing. One import at a time: two at once could each add the same pupil.
 */
export async function importRecords(
  work: Work,
  person: Person,
  input: { kind: ImportKind; bytes: Uint8Array; skipBadRows: boolean; progress?: Progress },
): Promise<Imported> {
  const decision = authorise(person, 'records.import');
  if (!decision.allowed) return refused(decision.sentence);
  const decoded = decodeText(input.bytes);
  if ('problem' in decoded) return { kind: 'unreadable', problem: { reason: decoded.problem } };
  const importer = importers[input.kind];
  const table = readTable(decoded.text, importer.columns);
  if ('reason' in table) return { kind: 'unreadable', problem: table };
  await work.tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`;
  const plan = await importer.plan({ tx: work.tx, rows: table.rows, now: work.now });
  const problems = [...table.problems, ...plan.problems].sort((a, b) => a.line - b.line);
  const bad = new Set(problems.map(({ line }) => line));
  const read: FileRead = {
    encoding: decoded.encoding,
    unknownColumns: table.unknown,
    rows: table.rows.length + table.problems.length,
    problems,
  };
  if (bad.size > 0 && !input.skipBadRows) return { kind: 'bad_rows', ...read };
  const stored = await plan.store(work, bad, input.progress ?? (() => undefined));
  auditImport(work, input.kind, table, stored);
  return { kind: 'imported', leftOut: bad.size, ...read, ...stored };
}

/** Any number, as long as it is always this one: who holds it is importing. */
const importLock = 7_204_117;

function auditImport(work: Work, kind: ImportKind, table: Table, stored: Stored): void {
  const columns = new Set(table.rows.flatMap(({ cells }) => Object.keys(cells)));
  work.audit({
    action: `${kind}.imported`,
    subjectType: 'Import',
    subjectId: randomUUID(),
    fields: [
      ...columns,
      `created: ${stored.created}`,
      `updated: ${stored.updated}`,
      `unchanged: ${stored.unchanged}`,
    ],
  });
}
