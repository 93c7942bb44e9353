import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../data/unitOfWork';
import type { Progress } from './importer';

type Value = string | number | boolean | null | readonly string[];

/** A table's columns and their PostgreSQL types, without the id. Names come from here only, never from a file. */
export interface Shape<Key extends string> {
  readonly table: string;
  readonly columns: Readonly<Record<Key, 'text' | 'uuid' | 'date' | 'integer' | 'boolean' | 'text[]'>>;
  /** What a new record has where the file says nothing. */
  readonly defaults: Readonly<Record<Key, Value>>;
}

export type StoredRow<Key extends string> = { readonly id: string } & Readonly<Record<Key, Value>>;

/** A record as the file wants it: undefined leaves what is stored. */
export interface Wanted<Key extends string> {
  readonly existing: StoredRow<Key> | null;
  readonly values: { readonly [K in Key]?: Value | undefined };
}

export interface Written {
  readonly id: string;
  readonly change: 'created' | 'updated' | 'unchanged';
}

const chunkSize = 1_000;

/**
 * Writes records a thousand to a statement: new ones inserted, changed ones updated, equal ones left alone.
 * @returns what became of each, in the order given
 */
export async function storeRows<Key extends string>(
  tx: Transaction,
  shape: Shape<Key>,
  wanted: readonly Wanted<Key>[],
  progress: Progress = () => undefined,
): Promise<readonly Written[]> {
  const written: Written[] = [];
  for (let from = 0; from < wanted.length; from += chunkSize) {
    const chunk = wanted.slice(from, from + chunkSize).map((record) => settle(shape, record));
    await insert(
      tx,
      shape,
      chunk.filter(({ change }) => change === 'created').map(({ row }) => row),
    );
    await update(
      tx,
      shape,
      chunk.filter(({ change }) => change === 'updated').map(({ row }) => row),
    );
    written.push(...chunk.map(({ row, change }) => ({ id: row.id, change })));
    progress(written.length, wanted.length);
  }
  return written;
}

function settle<Key extends string>(shape: Shape<Key>, { existing, values }: Wanted<Key>) {
  const before = existing ?? shape.defaults;
  const keys = Object.keys(shape.columns) as Key[];
  const after = Object.fromEntries(
    keys.map((key) => [key, values[key] === undefined ? before[key] : values[key]]),
  ) as Record<Key, Value>;
  const row = { id: existing?.id ?? randomUUID(), ...after };
  const differs = keys.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const change: Written['change'] = existing === null ? 'created' : differs ? 'updated' : 'unchanged';
  return { row, change };
}

async function insert<Key extends string>(tx: Transaction, shape: Shape<Key>, rows: readonly object[]) {
  if (rows.length === 0) return;
  const names = ['id', ...Object.keys(shape.columns)].map((name) => `"${name}"`).join(', ');
  await tx.$executeRawUnsafe(
    `INSERT INTO "${shape.table}" (${names}) SELECT ${names} FROM ${records(shape)}`,
    JSON.stringify(rows),
  );
}

async function update<Key extends string>(tx: Transaction, shape: Shape<Key>, rows: readonly object[]) {
  if (rows.length === 0) return;
  const sets = Object.keys(shape.columns).map((name) => `"${name}" = r."${name}"`);
  await tx.$executeRawUnsafe(
    `UPDATE "${shape.table}" t SET ${sets.join(', ')} FROM ${records(shape)} WHERE t.id = r.id`,
    JSON.stringify(rows),
  );
}

function records<Key extends string>(shape: Shape<Key>): string {
  const columns = Object.entries(shape.columns).map(([name, type]) => `"${name}" ${type}`);
  return `jsonb_to_recordset($1::jsonb) AS r("id" uuid, ${columns.join(', ')})`;
}

/** How many of each. */
export function countWritten(written: readonly Pick<Written, 'change'>[]) {
  const count = (change: Written['change']) => written.filter((one) => one.change === change).length;
  return { created: count('created'), updated: count('updated'), unchanged: count('unchanged') };
}
