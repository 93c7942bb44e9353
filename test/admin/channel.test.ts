import { withTestDatabases } from '../helpers/database';
import { seedAdmin, type } from './typing';

const link = (platform: string, ...whose: string[]) => [
  '--as',
  'S-1',
  'channel',
  'link',
  '--platform',
  platform,
  '--tenant',
  'T1',
  '--channel',
  'C1',
  ...whose,
];

withTestDatabases('channel', (db) => {
  beforeEach(() => seedAdmin(db));

  test('link says whose a channel is, once; linking it anew moves it; list shows it', async () => {
    expect(await type(db, ['--as', 'S-1', 'channel', 'list'])).toMatchObject({
      lines: [expect.stringContaining('No channel is linked yet')],
    });
    expect(await type(db, link('practice', '--agency', 'police'))).toMatchObject({ code: 0 });
    expect(await type(db, link('practice', '--shared'))).toMatchObject({ code: 0 });
    expect(await type(db, link('practice', '--shared'))).toMatchObject({
      lines: ['It was linked like this already.'],
    });
    expect((await type(db, ['--as', 'S-1', 'channel', 'list'])).lines).toEqual(['practice T1 C1: shared']);
    expect(await db.pg(`SELECT 1 FROM "AuditEvent" WHERE action = 'channel.linked'`)).toHaveLength(2);
  });

  test.each([
    ['an agency nobody knows', link('practice', '--agency', 'navy'), 1],
    ['a real channel in the practice room', link('slack', '--shared'), 1],
    ['neither an agency nor shared', link('practice'), 2],
    ['both', link('practice', '--shared', '--agency', 'police'), 2],
    ['an unknown platform', link('telex', '--shared'), 2],
    ['an officer', ['--as', 'S-3', ...link('practice', '--shared').slice(2)], 1],
  ])('%s: not linked', async (_what, argv, code) => {
    expect((await type(db, argv)).code).toBe(code);
    expect(await db.pg('SELECT 1 FROM "AgencyChannel"')).toEqual([]);
  });

  test('the practice room’s channels do not belong beside real records', async () => {
    await db.prisma.scheme.update({ where: { id: 1 }, data: { mode: 'live' } });
    expect((await type(db, link('practice', '--shared'))).code).toBe(1);
    expect((await type(db, link('slack', '--shared'))).code).toBe(0);
  });
});
