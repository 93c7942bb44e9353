import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { PlaceEntry, SchoolEntry } from './find/gazetteerIndex';

const SAMPLES = path.resolve(__dirname, '../../../prisma/samples');

type Row = Readonly<Record<string, string | undefined>>;

function rowsOf(file: string): readonly Row[] {
  const rows: unknown = parse(readFileSync(file), {
    columns: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
  });
  return Array.isArray(rows) ? rows.filter((row): row is Row => typeof row === 'object' && row !== null) : [];
}

const aliasesOf = (row: Row): string[] =>
  (row.aliases ?? '')
    .split(';')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');

/**
 * Schools and places from CSV files with the columns name, phase or kind, and aliases separated by semicolons.
 * Without files, the sample district. Throws what the file system or the CSV parser throws.
 */
export function readGazetteers(files: { schools?: string | undefined; places?: string | undefined }): {
  schools: readonly SchoolEntry[];
  places: readonly PlaceEntry[];
} {
  const schools = rowsOf(files.schools ?? path.join(SAMPLES, 'schools.csv'));
  const places = rowsOf(files.places ?? path.join(SAMPLES, 'places.csv'));
  return {
    schools: schools.map((row) => ({
      name: row.name ?? '',
      aliases: aliasesOf(row),
      phase: row.phase,
    })),
    places: places.map((row) => ({ name: row.name ?? '', aliases: aliasesOf(row), kind: row.kind })),
  };
}
