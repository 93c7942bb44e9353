import { withTestDatabases } from '../helpers/database';
import { now, seedAdmin, type } from './typing';

withTestDatabases('people', (db) => {
  beforeEach(() => seedAdmin(db));

  const account = async (number: number, platform: 'slack' | 'teams', unreachableSince: Date | null) => {
    const { id: staffId } = await db.prisma.staffMember.findUniqueOrThrow({ where: { number } });
    await db.prisma.account.create({
      data: { platform, tenant: 't', userId: `u${number}`, staffId, unreachableSince },
    });
  };

  test('unreachable lists by number who can’t be written to, those reached nowhere first', async () => {
    await account(1, 'slack', now);
    await account(1, 'teams', null);
    await account(2, 'slack', null);
    await account(3, 'teams', now);
    const { code, lines } = await type(db, ['--as', 'S-2', 'people', 'unreachable']);
    expect(code).toBe(0);
    expect(lines.slice(0, 2)).toEqual([
      'S-3: not on Teams since 2026-11-23T10:00:00.000Z; not reached anywhere',
      'S-1: not on Slack since 2026-11-23T10:00:00.000Z; reached on Teams',
    ]);
    expect(lines.join()).not.toMatch(/Osei|Whitlock|example\.org/i);
  });

  test('where everybody is reached it says so; an officer may not ask', async () => {
    await account(2, 'slack', null);
    expect((await type(db, ['--as', 'S-2', 'people', 'unreachable'])).lines).toEqual([
      'Everybody with an account can be reached.',
    ]);
    expect((await type(db, ['--as', 'S-3', 'people', 'unreachable'])).code).toBe(1);
  });
});
