import { foldName } from './foldName';
import type { Importer } from './importer';
import { createRepeats } from './repeats';
import { countWritten, type Shape, type StoredRow, storeRows } from './storeRows';
import { readRow } from './table/readRow';
import type { TableRow } from './table/readTable';
import type { RowProblem } from './table/rowProblem';

export const schoolPhases = [
  'nursery',
  'primary',
  'secondary',
  'all_through',
  'special',
  'pru',
  'independent',
  'college',
] as const;

type Key = 'name' | 'phase' | 'town' | 'postcode' | 'urn' | 'aliases' | 'active';

const shape: Shape<Key> = {
  table: 'School',
  columns: {
    name: 'text',
    phase: 'text',
    town: 'text',
    postcode: 'text',
    urn: 'text',
    aliases: 'text[]',
    active: 'boolean',
  },
  defaults: { name: '', phase: '', town: null, postcode: null, urn: null, aliases: [], active: true },
};

/** Schools: the same one is known by its URN, else by its name. */
export const schoolsImporter: Importer = {
  one: 'school',
  many: 'schools',
  columns: [
    { name: 'name', required: true, also: ['school name', 'EstablishmentName'] },
    { name: 'phase', required: true },
    { name: 'town' },
    { name: 'postcode' },
    { name: 'urn' },
    { name: 'aliases' },
    { name: 'active' },
  ],
  plan: async ({ tx, rows }) => {
    const stored: StoredRow<Key>[] = await tx.school.findMany();
    const byUrn = new Map(stored.flatMap((school) => (school.urn === null ? [] : [[school.urn, school]])));
    const byName = new Map(stored.map((school) => [foldName(String(school.name)), school]));
    const repeats = createRepeats();
    const problems: RowProblem[] = [];
    const planned = rows.map((row) => {
      const read = readSchool(row);
      const { name, urn } = read.values;
      const key = { line: row.line, what: 'the same school' };
      const again =
        (urn ? repeats.seen({ ...key, key: `urn ${urn}`, column: 'urn' }) : null) ??
        (name === '' ? null : repeats.seen({ ...key, key: `name ${foldName(name)}`, column: 'name' }));
      const named = byName.get(foldName(name)) ?? null;
      const numbered = (urn ? byUrn.get(urn) : undefined) ?? named;
      const twice = again ?? (numbered && repeats.seen({ ...key, key: `id ${numbered.id}`, column: 'name' }));
      problems.push(...read.problems, ...(twice ? [twice] : []));
      if (named !== null && numbered !== named)
        problems.push({
          line: row.line,
          column: 'urn',
          reason:
            'belongs to a school of another name, and this name to another school. Check which is right.',
        });
      return { line: row.line, existing: numbered, values: read.values };
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

function readSchool(row: TableRow) {
  const read = readRow(row);
  const urn = read.text('urn');
  if (typeof urn === 'string' && !/^\d{6}$/.test(urn))
    read.problem('urn', 'is not a URN. Write its 6 digits.');
  const values = {
    name: read.needed('name'),
    phase: read.oneOf('phase', schoolPhases) ?? '',
    town: read.text('town'),
    postcode: read.postcode('postcode'),
    urn,
    aliases: read.parts('aliases'),
    active: read.yesNo('active') ?? undefined,
  };
  return { problems: read.problems, values };
}
