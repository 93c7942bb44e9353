import { createKnowledge } from '../../../src/conversation/inbox/createKnowledge';
import { createResponder } from '../../../src/conversation/inbox/createResponder';
import { silentMeter } from '../../../src/conversation/meter';
import { Failure } from '../../../src/conversation/model/failure';
import { withTestDatabases } from '../../helpers/database';
import { inbound, now, seedPractice } from './sampleInbound';

withTestDatabases('a press, form or command', (db) => {
  let accountId = '';
  beforeEach(async () => {
    await seedPractice(db.prisma);
    accountId = (await db.prisma.account.findFirstOrThrow({ where: { userId: 'osei' } })).id;
  });
  afterEach(() => db.truncate());

  /** A responder, with what it logged and counted; `fails` is thrown where the message's settings are read. */
  function responding(change: { fails?: Error; email?: string } = {}) {
    const logged: Record<string, unknown>[] = [];
    const counted: unknown[] = [];
    const seconds: number[] = [];
    const asked: string[] = [];
    const current = createKnowledge({ prisma: db.prisma, clock: () => now });
    const note = (details: object, words: string) => void logged.push({ ...details, words });
    const respond = createResponder({
      prisma: db.prisma,
      clock: () => now,
      log: { error: note, warn: note, info: note },
      meter: {
        ...silentMeter,
        inbound: (of) => void counted.push(of),
        turn: (took) => void seconds.push(took),
      },
      accountIdOf: async () => accountId,
      knowledgeNow: async () => {
        if (change.fails) throw change.fails;
        return current();
      },
      verifiedEmail: async (id) => {
        asked.push(id);
        return change.email ?? null;
      },
    });
    return { respond, logged, counted, seconds, asked };
  }
  const command = (eventKey = 'e-1') => inbound('command', { eventKey });

  test('is handled at once, and its answer kept for the same again, which does nothing twice', async () => {
    const { respond, counted, seconds, asked, logged } = responding();
    const press = inbound('press');
    const first = await respond(press);
    const event = await db.prisma.inboundEvent.findFirstOrThrow();
    expect(event).toMatchObject({ kind: 'press', state: 'done', doneAt: now, accountId });
    expect(event.answer).toEqual(first);
    const sent = await db.prisma.outgoing.findMany();
    expect(sent).toMatchObject([{ causeId: event.id }]);
    expect(await respond(press)).toEqual(first);
    expect(await db.prisma.outgoing.count()).toBe(1);
    const of = { platform: 'practice', kind: 'press' };
    expect(counted).toEqual([
      { ...of, result: 'handled' },
      { ...of, result: 'repeated' },
    ]);
    expect(asked).toEqual([accountId, accountId]);
    expect(seconds.every((took) => took >= 0 && took < 60)).toBe(true);
    expect(seconds).toHaveLength(2);
    expect(logged).toEqual([]);
  });

  test('of somebody whose address the platform has verified is theirs', async () => {
    await db.prisma.account.update({ where: { id: accountId }, data: { staffId: null } });
    await db.prisma.scheme.update({ where: { id: 1 }, data: { linkByVerifiedEmail: true } });
    await responding({ email: 'osei@example.org' }).respond(command());
    expect(await db.prisma.account.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({
      staffId: expect.any(String),
    });
  });

  test('that fails on our side stores nothing, and says so with the reference that stands in the log', async () => {
    const { respond, logged, counted, seconds } = responding({ fails: new TypeError('of Kai Brown') });
    const failure = await respond(command()).catch((error: unknown) => error);
    if (!(failure instanceof Failure)) throw new Error('it did not fail');
    expect(failure).toMatchObject({ code: 'TypeError', away: false });
    expect(failure.reference).toMatch(/^[0-9A-F]{6}$/);
    const words = 'a press, form or command could not be handled';
    expect(logged).toEqual([
      { platform: 'practice', kind: 'command', reference: failure.reference, code: 'TypeError', words },
    ]);
    expect(counted).toEqual([{ platform: 'practice', kind: 'command', result: 'failed' }]);
    expect(seconds).toHaveLength(1);
    expect(await db.prisma.inboundEvent.count()).toBe(0);
  });

  test('that finds the database away says that', async () => {
    const gone = Object.assign(new Error('refused'), { code: 'P1001' });
    const { respond, counted } = responding({ fails: gone });
    await expect(respond(command())).rejects.toMatchObject({ code: 'P1001', away: true });
    expect(counted).toEqual([{ platform: 'practice', kind: 'command', result: 'unavailable' }]);
  });
});
