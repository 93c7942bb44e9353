import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type TestDatabase, withTestDatabases } from '../helpers/database';
import { administrator, seedAdmin, type Typed, type } from './typing';

const sample = (kind: string) => readFileSync(join(__dirname, '../../prisma/samples', `${kind}.csv`));
const kinds = ['schools', 'places', 'staff', 'pupils', 'carers'];
const tables = [
  'School',
  'Place',
  'StaffMember',
  'Account',
  'StaffPower',
  'Child',
  'Household',
  'Carer',
  'Agency',
];

const importBytes = (db: TestDatabase, kind: string, bytes: Uint8Array, ...more: string[]) =>
  type(db, ['--as', administrator, 'import', kind, `some/${kind}.csv`, ...more], {
    [`some/${kind}.csv`]: bytes,
  });

async function everything(db: TestDatabase): Promise<string> {
  const rows = [];
  for (const table of tables) rows.push(await db.pg(`SELECT * FROM "${table}" ORDER BY id`));
  return JSON.stringify(rows);
}

const pupils: Record<string, string>[] = parse(sample('pupils'), { columns: true });
const carers: Record<string, string>[] = parse(sample('carers'), { columns: true });
const personal = [...pupils, ...carers].flatMap((row) =>
  ['given name', 'family name', 'known as', 'upn', 'address', 'phone', 'date of birth'].flatMap((column) =>
    row[column] ? [row[column]] : [],
  ),
);

/** Nothing of a pupil or carer may stand in what was shown. */
function expectNothingPersonal(typed: Typed): void {
  const shown = ` ${typed.lines.join(' ').replaceAll(/[^\p{L}\p{N}/' -]/gu, ' ')} `;
  expect(personal.filter((value) => shown.includes(` ${value} `))).toEqual([]);
}

withTestDatabases('import', (db) => {
  beforeEach(() => seedAdmin(db));

  test('brings every sample in, and again leaves all of it as it is', async () => {
    for (const kind of kinds) {
      const typed = await importBytes(db, kind, sample(kind));
      expect(typed).toMatchObject({
        code: 0,
        lines: expect.arrayContaining([expect.stringMatching(/^Imported /)]),
      });
      expectNothingPersonal(typed);
    }
    expect(await db.pg('SELECT count(*)::int AS n FROM "Child"')).toEqual([{ n: pupils.length }]);
    expect(await db.pg('SELECT count(*)::int AS n FROM "Carer"')).toEqual([{ n: carers.length }]);
    const before = await everything(db);
    for (const kind of kinds) {
      const { lines } = await importBytes(db, kind, sample(kind));
      expect(lines.at(-1)).toMatch(/: 0 new, 0 updated, \d+ unchanged\.$/);
    }
    expect(await everything(db)).toBe(before);
  });

  test('one wrong row: nothing is stored, the row is named by line and column, nobody by name', async () => {
    await importBytes(db, 'schools', sample('schools'));
    const before = await everything(db);
    const text = sample('pupils')
      .toString()
      .replace('21/02/2012', '30/02/2012')
      .replace('Cranbourne', 'Cranbrook Hall');
    const typed = await importBytes(db, 'pupils', Buffer.from(text));
    expect(typed).toEqual({
      code: 1,
      bars: [],
      lines: [
        'pupils.csv was read as UTF-8.',
        'pupils.csv line 4, column "date of birth": is a day that does not exist. Write day, month, year: 25/01/2013.',
        expect.stringMatching(/^pupils\.csv line 6, column "school": is not a school on record/),
        'Nothing was imported: 2 of 61 rows are wrong. Mend the file, or leave them out with --skip-bad-rows.',
      ],
    });
    expect(await everything(db)).toBe(before);
    expect(await db.pg(`SELECT 1 FROM "AuditEvent" WHERE action = 'pupils.imported'`)).toEqual([]);
  });

  test('a file that is wrong in every way shows nothing of anybody', async () => {
    await importBytes(db, 'schools', sample('schools'));
    const lines = sample('pupils').toString().trim().split('\n');
    const [header = '', ...rows] = lines;
    const shifted = rows.map((row) => `,${row}`);
    const files = [
      [header, ...shifted],
      [header, ...rows, ...rows],
      [header, ...rows.map((row) => `${row},x,y`)],
      rows,
      [header, `"${rows.join('\n')}`],
      [header.replace('school', 'known as'), ...rows],
    ];
    for (const file of files) {
      const typed = await importBytes(db, 'pupils', Buffer.from(file.join('\n')));
      expect(typed.code).toBe(1);
      expectNothingPersonal(typed);
    }
  });

  test('--skip-bad-rows stores the good rows and says how many it left out', async () => {
    await importBytes(db, 'schools', sample('schools'));
    const text = sample('pupils').toString().replace('21/02/2012', '30/02/2012');
    const typed = await importBytes(db, 'pupils', Buffer.from(text), '--skip-bad-rows');
    expect(typed.code).toBe(0);
    expect(typed.lines.at(-1)).toBe(
      'Imported 60 pupils: 60 new, 0 updated, 0 unchanged. 1 row was left out.',
    );
    expect(await db.pg('SELECT count(*)::int AS n FROM "Child"')).toEqual([{ n: 60 }]);
  });

  test.each([
    ['Windows-1252', (text: string) => Buffer.from(text.replaceAll('ń', 'n'), 'latin1'), 'Wójcik'],
    ['UTF-16 LE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), 'Kamińska'],
    ['UTF-16 BE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'Kamińska'],
  ])('a file in %s is read, and said to be', async (encoding, encode, familyName) => {
    await importBytes(db, 'schools', sample('schools'));
    const typed = await importBytes(db, 'pupils', encode(sample('pupils').toString()));
    expect(typed.code).toBe(0);
    expect(typed.lines[0]).toContain(`was read as ${encoding}`);
    expect(await db.pg('SELECT 1 FROM "Child" WHERE "familyName" = $1', [familyName])).toHaveLength(1);
  });

  test('columns that are not known are named', async () => {
    const typed = await importBytes(
      db,
      'places',
      Buffer.from('name,kind,opening hours\nLime Pits,park,all day\n'),
    );
    expect(typed.lines).toContainEqual(expect.stringMatching(/^Warning: .*"opening hours"/));
  });

  test('is on record: who did it, how many of each, which columns', async () => {
    await importBytes(db, 'schools', sample('schools'));
    await importBytes(db, 'pupils', sample('pupils'));
    const [event] = await db.pg<{ fields: string[] }>(
      `SELECT a."actorKind", s.number, a."subjectType", a.fields FROM "AuditEvent" a
       JOIN "StaffMember" s ON s.id = a."actorId" WHERE a.action = 'pupils.imported'`,
    );
    expect(event).toMatchObject({ actorKind: 'command_line', number: 2, subjectType: 'Import' });
    expect(event?.fields).toEqual(expect.arrayContaining(['date of birth', 'created: 61', 'updated: 0']));
  });

  test.each([
    ['somebody whose role does not allow it', 'ama.osei@example.org', 'Your role does not allow this'],
    ['somebody unknown', 'nobody@example.org', 'not an active member of staff'],
    ['a number nobody has', 'S-77', 'not an active member of staff'],
  ])('in the name of %s it is refused and nothing is stored', async (_who, as, sentence) => {
    const before = await everything(db);
    const typed = await type(db, ['--as', as, 'import', 'schools', 's.csv'], { 's.csv': sample('schools') });
    expect(typed).toMatchObject({ code: 1, lines: [expect.stringContaining(sentence)] });
    expect(await everything(db)).toBe(before);
    expect(await db.pg('SELECT 1 FROM "AuditEvent"')).toEqual([]);
  });

  test('somebody no longer active can’t do it', async () => {
    await db.prisma.staffMember.update({ where: { email: administrator }, data: { active: false } });
    expect((await importBytes(db, 'schools', sample('schools'))).code).toBe(1);
  });

  test('typed wrongly it ends with 2', async () => {
    expect((await type(db, ['import', 'schools', 's.csv'], { 's.csv': sample('schools') })).code).toBe(2);
    expect((await type(db, ['--as', 'S-2', 'import', 'parents', 's.csv'])).code).toBe(2);
    expect((await type(db, ['--as', 'S-2', 'import', 'schools'])).code).toBe(2);
    expect((await type(db, ['--as', 'S-2', 'import', 'schools', 'gone.csv'])).code).toBe(1);
    expect((await type(db, ['--help'])).code).toBe(0);
  });

  test('20,000 pupils are imported, with a bar, and again duplicate nobody', async () => {
    await importBytes(db, 'schools', sample('schools'));
    const rows = Array.from({ length: 20_000 }, (_, index) => {
      const day = 1 + (index % 28);
      const name = `Given${index % 400},Family${Math.floor(index / 400)}`;
      return `${name},${day}/03/2012,Cranbourne,H${Math.floor(index / 2)},${Math.floor(index / 2)} Long Road`;
    });
    const file = Buffer.from(
      ['given name,family name,date of birth,school,household,address', ...rows].join('\n'),
    );
    const first = await importBytes(db, 'pupils', file);
    expect(first.lines.at(-1)).toBe('Imported 20000 pupils: 20000 new, 0 updated, 0 unchanged.');
    expect(first.bars.at(-1)).toBe(20_000);
    const again = await importBytes(db, 'pupils', file);
    expect(again.lines.at(-1)).toBe('Imported 20000 pupils: 0 new, 0 updated, 20000 unchanged.');
    expect(await db.pg('SELECT count(*)::int AS n FROM "Child"')).toEqual([{ n: 20_000 }]);
    expect(await db.pg('SELECT count(*)::int AS n FROM "Household"')).toEqual([{ n: 10_000 }]);
  }, 120_000);
});
