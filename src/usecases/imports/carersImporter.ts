import type { Transaction } from '../../data/unitOfWork';
import { foldName } from './foldName';
import type { Importer } from './importer';
import { createRepeats } from './repeats';
import { countWritten, type Shape, type StoredRow, storeRows } from './storeRows';
import { readRow } from './table/readRow';
import type { TableRow } from './table/readTable';
import type { RowProblem } from './table/rowProblem';

type Key =
  | 'key'
  | 'householdId'
  | 'givenName'
  | 'familyName'
  | 'relationship'
  | 'phone'
  | 'address'
  | 'mayBeWrittenTo'
  | 'safeToWriteTo'
  | 'language';

const shape: Shape<Key> = {
  table: 'Carer',
  columns: {
    key: 'text',
    householdId: 'uuid',
    givenName: 'text',
    familyName: 'text',
    relationship: 'text',
    phone: 'text',
    address: 'text',
    mayBeWrittenTo: 'boolean',
    safeToWriteTo: 'boolean',
    language: 'text',
  },
  defaults: {
    key: '',
    householdId: null,
    givenName: '',
    familyName: '',
    relationship: '',
    phone: null,
    address: null,
    // Nobody is written to unless somebody has said that it is allowed and safe.
    mayBeWrittenTo: false,
    safeToWriteTo: false,
    language: null,
  },
};

/** Carers: the same one is known by the file's own key, else by household and name. */
export const carersImporter: Importer = {
  one: 'carer',
  many: 'carers',
  columns: [
    { name: 'key', also: ['carer key', 'contact id'] },
    { name: 'household', required: true, also: ['household key'] },
    { name: 'given name', required: true, also: ['forename', 'first name'] },
    { name: 'family name', required: true, also: ['surname', 'last name'] },
    { name: 'relationship', required: true },
    { name: 'phone', also: ['telephone', 'telephone number', 'mobile'] },
    { name: 'address' },
    { name: 'may be written to' },
    { name: 'safe to write to' },
    { name: 'language' },
  ],
  plan: async ({ tx, rows }) => {
    const carers = rows.map(readCarer);
    const households = await householdIds(tx, carers);
    const { byKey, byName } = await storedCarers(tx, carers, [...households.values()]);
    const repeats = createRepeats();
    const problems: RowProblem[] = [];
    const planned = carers.map((carer) => {
      const { line, ownKey, household } = carer;
      const householdId = households.get(household) ?? '';
      const name = nameKey({ householdId, ...carer.values });
      const existing = ownKey === null ? byName.get(name) : (byKey.get(ownKey) ?? byKey.get(name));
      const where = { line, column: ownKey ? 'key' : 'household', what: 'the same carer' };
      const again =
        carer.problems.length > 0 ? null : repeats.seen({ ...where, key: existing?.id ?? ownKey ?? name });
      problems.push(...carer.problems, ...(again ? [again] : []));
      if (household !== '' && householdId === '')
        problems.push({
          line,
          column: 'household',
          reason:
            'is not on record. Import the pupils of this household first, or write the same key as there.',
        });
      const values = { ...carer.values, householdId, key: ownKey ?? (existing ? undefined : name) };
      return { line, existing: existing ?? null, values };
    });
    return {
      problems,
      store: async (work, without, progress) => {
        const kept = planned.filter(({ line }) => !without.has(line));
        return { ...countWritten(await storeRows(work.tx, shape, kept, progress)), notes: [] };
      },
    };
  },
};

function readCarer(row: TableRow) {
  const read = readRow(row);
  return {
    line: row.line,
    ownKey: read.text('key') ?? null,
    household: read.needed('household'),
    values: {
      givenName: read.needed('given name'),
      familyName: read.needed('family name'),
      relationship: read.needed('relationship'),
      phone: read.phone('phone'),
      address: read.text('address', 500),
      mayBeWrittenTo: emptyIsNo(read.yesNo('may be written to')),
      safeToWriteTo: emptyIsNo(read.yesNo('safe to write to')),
      language: read.text('language'),
    },
    problems: read.problems,
  };
}

function emptyIsNo(answer: boolean | null | undefined): boolean | undefined {
  return answer === null ? false : answer;
}

async function householdIds(
  tx: Transaction,
  carers: readonly { household: string }[],
): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(carers.map(({ household }) => household))];
  const found = await tx.$queryRaw<{ id: string; key: string }[]>`
    SELECT id, key FROM "Household" WHERE key = ANY(${keys}::text[])`;
  return new Map(found.map(({ id, key }) => [key, id]));
}

async function storedCarers(
  tx: Transaction,
  carers: readonly { ownKey: string | null }[],
  households: readonly string[],
) {
  const keys = carers.flatMap(({ ownKey }) => (ownKey === null ? [] : [ownKey]));
  const found = await tx.$queryRaw<StoredRow<Key>[]>`
    SELECT id, key, "householdId", "givenName", "familyName", relationship, phone, address, "mayBeWrittenTo",
      "safeToWriteTo", language
    FROM "Carer" WHERE key = ANY(${keys}::text[]) OR "householdId" = ANY(${households}::uuid[])`;
  return {
    byKey: new Map(found.map((carer) => [String(carer.key), carer])),
    byName: new Map(found.map((carer) => [nameKey(carer), carer])),
  };
}

function nameKey(carer: { householdId: unknown; givenName: unknown; familyName: unknown }): string {
  return `${carer.householdId}|${foldName(`${carer.givenName} ${carer.familyName}`)}`;
}
