import { foldName } from './foldName';
import type { Importer } from './importer';
import { createRepeats } from './repeats';
import { countWritten, type Shape, type StoredRow, storeRows } from './storeRows';
import { readRow } from './table/readRow';
import type { TableRow } from './table/readTable';
import type { RowProblem } from './table/rowProblem';

export const placeKinds = [
  'shopping_centre',
  'park',
  'leisure',
  'transport',
  'street',
  'estate',
  'other',
] as const;

type Key = 'name' | 'kind' | 'aliases' | 'active';

const shape: Shape<Key> = {
  table: 'Place',
  columns: { name: 'text', kind: 'text', aliases: 'text[]', active: 'boolean' },
  defaults: { name: '', kind: '', aliases: [], active: true },
};

/** Places: the same one is known by its name. */
export const placesImporter: Importer = {
  one: 'place',
  many: 'places',
  columns: [
    { name: 'name', required: true, also: ['place'] },
    { name: 'kind', required: true },
    { name: 'aliases' },
    { name: 'active' },
  ],
  plan: async ({ tx, rows }) => {
    const stored: StoredRow<Key>[] = await tx.place.findMany();
    const byName = new Map(stored.map((place) => [foldName(String(place.name)), place]));
    const repeats = createRepeats();
    const problems: RowProblem[] = [];
    const planned = rows.map((row) => {
      const read = readPlace(row);
      const key = foldName(read.values.name);
      const again =
        key === '' ? null : repeats.seen({ key, line: row.line, column: 'name', what: 'the same place' });
      problems.push(...read.problems, ...(again ? [again] : []));
      return { line: row.line, existing: byName.get(key) ?? null, values: read.values };
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

function readPlace(row: TableRow) {
  const read = readRow(row);
  const values = {
    name: read.needed('name'),
    kind: read.oneOf('kind', placeKinds) ?? '',
    aliases: read.parts('aliases'),
    active: read.yesNo('active') ?? undefined,
  };
  return { problems: read.problems, values };
}
