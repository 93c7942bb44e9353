import type { Transaction } from '../../data/unitOfWork';
import { foldName } from './foldName';
import { groupBy } from './groupBy';
import { type Shape, type StoredRow, storeRows } from './storeRows';
import type { Cell } from './table/readRow';
import type { RowProblem } from './table/rowProblem';

type Key = 'key' | 'address' | 'postcode';

const shape: Shape<Key> = {
  table: 'Household',
  columns: { key: 'text', address: 'text', postcode: 'text' },
  defaults: { key: '', address: null, postcode: null },
};

interface AddressRow {
  readonly line: number;
  readonly household: Cell<string>;
  readonly address: Cell<string>;
  readonly postcode: Cell<string>;
}

export interface HouseholdPlan {
  /** Rows of one household with different addresses. */
  readonly problems: readonly RowProblem[];
  store(tx: Transaction, without: ReadonlySet<number>): Promise<StoredHouseholds>;
}

export interface StoredHouseholds {
  /** @throws for a key that no stored row has */
  idOf(key: string): string;
  /** Whether this file changed the address of a household already on record. */
  hasChanged(key: string | null): boolean;
}

/** The households that a file's rows name. The address need stand beside one of the children only. */
export async function planHouseholds(tx: Transaction, rows: readonly AddressRow[]): Promise<HouseholdPlan> {
  const keys = [...new Set(rows.flatMap(({ household }) => (household ? [household] : [])))];
  const stored = await tx.$queryRaw<StoredRow<Key>[]>`
    SELECT id, key, address, postcode FROM "Household" WHERE key = ANY(${keys}::text[])`;
  const byKey = new Map(stored.map((household) => [String(household.key), household]));
  return {
    problems: [...conflicts(rows, 'address'), ...conflicts(rows, 'postcode')],
    store: async (work, without) => {
      const kept = rows.filter(({ line, household }) => household && !without.has(line));
      const wanted = [...groupBy(kept, ({ household }) => household ?? '')].map(([key, members]) => ({
        existing: byKey.get(key) ?? null,
        values: { key, address: agreed(members, 'address'), postcode: agreed(members, 'postcode') },
      }));
      const written = await storeRows(work, shape, wanted);
      const results = new Map(wanted.map(({ values }, index) => [values.key, written[index]]));
      return {
        idOf: (key) => {
          const found = results.get(key);
          if (found === undefined) throw new Error('A household that no stored row names was asked for.');
          return found.id;
        },
        hasChanged: (key) => key !== null && results.get(key)?.change === 'updated',
      };
    },
  };
}

function conflicts(rows: readonly AddressRow[], column: 'address' | 'postcode'): RowProblem[] {
  const first = new Map<string, { line: number; value: string }>();
  return rows.flatMap((row) => {
    const value = row[column];
    if (!row.household || !value) return [];
    const before = first.get(row.household);
    if (before === undefined) first.set(row.household, { line: row.line, value });
    if (before === undefined || foldName(before.value) === foldName(value)) return [];
    const reason = `differs from line ${before.line}, which has the same household. Write the same, or another household.`;
    return [{ line: row.line, column, reason }];
  });
}

/** The filled cell among a household's rows; null where all are empty; undefined where there is no such column. */
function agreed(rows: readonly AddressRow[], column: 'address' | 'postcode'): Cell<string> {
  return rows.map((row) => row[column]).find((value) => value) ?? rows[0]?.[column];
}
