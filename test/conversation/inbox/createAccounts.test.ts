import { createAccounts } from '../../../src/conversation/inbox/createAccounts';
import type { Inbound } from '../../../src/conversation/model/inbound';
import { withTestDatabases } from '../../helpers/database';
import { message } from './sampleInbound';

withTestDatabases('the account that something came from', (db) => {
  afterEach(() => db.truncate());

  const from = (change: { userId?: string; tenant?: string; platform?: 'slack'; reference?: unknown }) => {
    const { reference, ...key } = change;
    const sample = message();
    return { ...sample, account: { ...sample.account, ...key }, ...('reference' in change && { reference }) };
  };
  const inChannel = (inbound: Inbound): Inbound => ({
    ...inbound,
    location: { kind: 'channel', conversation: 'C0TOWN' },
  });
  const kept = async () =>
    (await db.prisma.account.findMany({ orderBy: { userId: 'asc' } })).map(
      ({ conversation }) => conversation,
    );

  test('is made on first contact, and found again', async () => {
    const first = await createAccounts({ prisma: db.prisma })(from({}));
    expect(await createAccounts({ prisma: db.prisma })(from({}))).toBe(first);
    expect(await db.prisma.account.findMany()).toMatchObject([
      { id: first, platform: 'practice', tenant: 'practice', userId: 'osei', conversation: null },
    ]);
  });

  test('is another for another person, organisation or platform', async () => {
    const accountIdOf = createAccounts({ prisma: db.prisma });
    const ids = [];
    for (const key of [{}, { userId: 'marsh' }, { tenant: 'another' }, { platform: 'slack' as const }])
      ids.push(await accountIdOf(from(key)));
    expect(new Set(ids).size).toBe(4);
    expect(await accountIdOf(from({ userId: 'marsh' }))).toBe(ids[1]);
  });

  test('is kept in mind: the next message asks nothing of the database', async () => {
    const accountIdOf = createAccounts({ prisma: db.prisma });
    const first = await accountIdOf(from({ reference: { chat: 1 } }));
    await db.truncate();
    expect(await accountIdOf(from({ reference: { chat: 1 } }))).toBe(first);
    expect(await accountIdOf(from({}))).toBe(first);
    expect(await accountIdOf(inChannel(from({ reference: { channel: 2 } })))).toBe(first);
    expect(await db.prisma.account.count()).toBe(0);
  });

  test('of so many, none are kept in mind for ever', async () => {
    const accountIdOf = createAccounts({ prisma: db.prisma, keptInMind: 2 });
    const [osei] = [await accountIdOf(from({})), await accountIdOf(from({ userId: 'marsh' }))];
    await db.truncate();
    expect(await accountIdOf(from({}))).toBe(osei);
    await accountIdOf(from({ userId: 'rowe' }));
    expect(await accountIdOf(from({}))).not.toBe(osei);
  });

  test('how to write to somebody is what their private chat told last', async () => {
    const accountIdOf = createAccounts({ prisma: db.prisma });
    await accountIdOf(from({ userId: 'marsh', reference: { chat: 'Marsh' } }));
    await accountIdOf(from({ reference: { chat: 1 } }));
    expect(await kept()).toEqual([{ chat: 'Marsh' }, { chat: 1 }]);
    await accountIdOf(from({ reference: { chat: 2 } }));
    await accountIdOf(from({}));
    expect(await kept()).toEqual([{ chat: 'Marsh' }, { chat: 2 }]);
  });

  test('a channel tells it only until a private chat is known', async () => {
    const accountIdOf = createAccounts({ prisma: db.prisma });
    await accountIdOf(inChannel(from({ reference: { channel: 1 } })));
    expect(await kept()).toEqual([{ channel: 1 }]);
    await accountIdOf(from({ reference: { channel: 1, personal: true } }));
    expect(await kept()).toEqual([{ channel: 1, personal: true }]);
    await accountIdOf(inChannel(from({ reference: { channel: 2 } })));
    // Another instance, or this one after a restart, has nothing in mind.
    await createAccounts({ prisma: db.prisma })(inChannel(from({ reference: { channel: 3 } })));
    expect(await kept()).toEqual([{ channel: 1, personal: true }]);
  });

  test('what a channel told is told anew by the private chat, even where it is the same', async () => {
    const accountIdOf = createAccounts({ prisma: db.prisma });
    await accountIdOf(inChannel(from({ reference: { chat: 1 } })));
    await db.prisma.account.updateMany({ data: { conversation: { chat: 'another' } } });
    await accountIdOf(from({ reference: { chat: 1 } }));
    expect(await kept()).toEqual([{ chat: 1 }]);
  });
});
