import { withTestDatabases } from '../helpers/database';
import { seedAdmin, type } from './typing';

const create = [
  ...['scheme', 'create', '--live', '--name', 'Basingstoke', '--access-contact', 'ring 01632 960001'],
  ...['--first-administrator', 'Ann@Example.org', 'Ann', 'First', '--agency-key', 'council'],
  ...['--agency-name', 'The Council'],
];

withTestDatabases('scheme', (db) => {
  beforeEach(() => seedAdmin(db));

  test('set changes what is named, on record; show tells all of it', async () => {
    const set = ['--as', 'S-2', 'scheme', 'set', '--undo-minutes', '20', '--link-by-verified-email', 'yes'];
    expect(await type(db, set)).toMatchObject({
      code: 0,
      lines: ['Changed: undoMinutes, linkByVerifiedEmail.'],
    });
    const { lines } = await type(db, ['--as', 'S-1', 'scheme', 'show']);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Scheme: Test (practice room)',
        'Accounts linked by verified e-mail: yes',
        'Undo works for 20 minutes',
      ]),
    );
    expect(await db.pg(`SELECT fields FROM "AuditEvent" WHERE action = 'scheme.changed'`)).toEqual([
      { fields: ['undoMinutes', 'linkByVerifiedEmail'] },
    ]);
  });

  test.each([
    ['an officer', ['--as', 'S-3', 'scheme', 'set', '--undo-minutes', '20'], 1],
    ['no minutes at all', ['--as', 'S-1', 'scheme', 'set', '--undo-minutes', '0'], 1],
    ['an empty name', ['--as', 'S-1', 'scheme', 'set', '--name', ' '], 1],
    ['half a minute', ['--as', 'S-1', 'scheme', 'set', '--undo-minutes', '0.5'], 2],
    ['neither yes nor no', ['--as', 'S-1', 'scheme', 'set', '--link-by-verified-email', 'maybe'], 2],
    ['nothing named', ['--as', 'S-1', 'scheme', 'set'], 2],
  ])('%s: not changed', async (_what, argv, code) => {
    const before = await db.pg('SELECT * FROM "Scheme"');
    expect((await type(db, argv)).code).toBe(code);
    expect(await db.pg('SELECT * FROM "Scheme"')).toEqual(before);
  });

  test('create begins a live scheme on an empty database, with an administrator who can go on', async () => {
    await db.truncate();
    expect(await type(db, create)).toMatchObject({
      code: 0,
      lines: ['The scheme is there. Its first administrator is S-1.'],
    });
    expect(await db.pg('SELECT mode, name FROM "Scheme"')).toEqual([{ mode: 'live', name: 'Basingstoke' }]);
    const places = { 'p.csv': Buffer.from('name,kind\nLime Pits,park\n') };
    expect((await type(db, ['--as', 'ann@example.org', 'import', 'places', 'p.csv'], places)).code).toBe(0);
    expect(await db.pg(`SELECT 1 FROM "AuditEvent" WHERE action = 'scheme.created'`)).toHaveLength(1);
  });

  test('create never works twice, nor on the practice room’s database, and needs --live', async () => {
    expect((await type(db, create)).code).toBe(1);
    await db.truncate();
    expect(
      (
        await type(
          db,
          create.filter((word) => word !== '--live'),
        )
      ).code,
    ).toBe(2);
    const both = await Promise.all([type(db, create), type(db, create)]);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(await db.pg('SELECT 1 FROM "StaffMember"')).toHaveLength(1);
  });
});
