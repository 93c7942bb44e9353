import { withTestDatabases } from '../helpers/database';
import { now, seedAdmin, type } from './typing';

withTestDatabases('outgoing', (db) => {
  beforeEach(() => seedAdmin(db));

  const store = (state: 'uncertain' | 'undeliverable' | 'sent', attempts = 1) =>
    db.prisma.outgoing.create({
      data: {
        platform: 'slack',
        tenant: 'T1',
        conversation: 'person:U1',
        operation: 'post',
        content: { to: { kind: 'conversation', conversation: 'C1' }, card: { title: 'Kai Brown' } },
        state,
        attempts,
        createdAt: now,
        lastError: state === 'sent' ? null : 'channel_not_found',
      },
    });

  test('lists what may not have arrived, by number and reason, without a word of what it says', async () => {
    await store('sent');
    await store('uncertain', 2);
    await store('undeliverable');
    const { code, lines } = await type(db, ['--as', 'S-2', 'outgoing', 'list']);
    expect(code).toBe(0);
    expect(lines).toEqual([
      '3: post on slack of 2026-11-23T10:00:00.000Z could not be delivered (1 try, channel_not_found)',
      '2: post on slack of 2026-11-23T10:00:00.000Z may have arrived or not (2 tries, channel_not_found)',
    ]);
    expect(lines.join()).not.toMatch(/Kai|Brown|U1/);
  });

  test('says so where everything was delivered', async () => {
    await store('sent');
    expect((await type(db, ['--as', 'S-2', 'outgoing', 'list'])).lines).toEqual([
      'Everything was delivered.',
    ]);
  });

  test('sends one again, on record; one that was sent is left alone', async () => {
    const stuck = await store('undeliverable', 5);
    const sent = await store('sent');
    expect((await type(db, ['--as', 'S-2', 'outgoing', 'send-again', String(stuck.id)])).code).toBe(0);
    expect(await db.prisma.outgoing.findUniqueOrThrow({ where: { id: stuck.id } })).toMatchObject({
      state: 'pending',
      attempts: 0,
    });
    expect(await db.pg('SELECT action, "subjectId" FROM "AuditEvent"')).toEqual([
      { action: 'outgoing.sent_again', subjectId: '1' },
    ]);
    expect((await type(db, ['--as', 'S-2', 'outgoing', 'send-again', String(sent.id)])).code).toBe(1);
    expect((await type(db, ['--as', 'S-3', 'outgoing', 'send-again', String(stuck.id)])).code).toBe(1);
    expect((await type(db, ['--as', 'S-2', 'outgoing', 'send-again', 'all'])).code).toBe(2);
  });
});
