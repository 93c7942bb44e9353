import { claimForLater } from '../../../src/conversation/inbox/claimEvent';
import { createKnowledge, type Knowledge } from '../../../src/conversation/inbox/createKnowledge';
import { createMessageHandler } from '../../../src/conversation/inbox/createMessageHandler';
import { silentMeter } from '../../../src/conversation/meter';
import { withTestDatabases } from '../../helpers/database';
import { message, now, seedPractice } from './sampleInbound';

withTestDatabases('somebody’s waiting messages', (db) => {
  let [osei, marsh] = ['', ''];
  beforeEach(async () => {
    await seedPractice(db.prisma);
    const idOf = async (userId: string) =>
      (await db.prisma.account.findFirstOrThrow({ where: { userId } })).id;
    [osei, marsh] = [await idOf('osei'), await idOf('marsh')];
  });
  afterEach(() => db.truncate());

  const wait = (accountId: string, eventKey: string, orderKey: string, text = 'help') =>
    claimForLater(db.prisma, {
      accountId,
      inbound: message({ eventKey, orderKey, text, messageKey: eventKey }),
      now,
    });

  /** A handler, with what it logged and whom it asked another turn for. */
  function handling(change: { readsWith?: () => never; email?: string } = {}) {
    const logged: unknown[] = [];
    const again: string[] = [];
    const asked: string[] = [];
    const counted: unknown[] = [];
    const seconds: number[] = [];
    const clock = () => now;
    const current = createKnowledge({ prisma: db.prisma, clock });
    const knowledgeNow = async (): Promise<Knowledge> => {
      const knowledge = await current();
      const { readsWith } = change;
      return readsWith
        ? { ...knowledge, understanding: { ...knowledge.understanding, readHandOver: readsWith } }
        : knowledge;
    };
    const note = (details: object, words: string) => void logged.push({ ...details, words });
    const handle = createMessageHandler({
      prisma: db.prisma,
      clock,
      log: { error: note, warn: note, info: note },
      meter: {
        ...silentMeter,
        inbound: (of) => void counted.push(of),
        turn: (took) => void seconds.push(took),
      },
      knowledgeNow,
      verifiedEmail: async (accountId) => {
        asked.push(accountId);
        return change.email ?? null;
      },
      again: (accountId) => void again.push(accountId),
    });
    return { handle, logged, again, asked, counted, seconds };
  }

  const states = async () =>
    Object.fromEntries(
      (await db.prisma.inboundEvent.findMany()).map(({ eventKey, state, attempts }) => [
        eventKey,
        `${state} ${attempts}`,
      ]),
    );

  test('are handled one at a time, in the order they were written, each with what comes of it', async () => {
    await wait(osei, 'late', '3');
    await wait(osei, 'early', '1');
    await wait(marsh, 'of another', '0');
    await wait(osei, 'middle', '2');
    await wait(osei, 'middle too', '2');
    const { handle, logged, again, asked } = handling();
    const order: string[] = [];
    for (const more of [true, true, true, false, false]) {
      expect(await handle(osei)).toBe(more);
      const done = Object.entries(await states()).filter(([, state]) => state === 'done 0');
      order.push(...done.map(([key]) => key).filter((key) => !order.includes(key)));
    }
    expect(order).toEqual(['early', 'middle', 'middle too', 'late']);
    expect(await states()).toMatchObject({ 'of another': 'received 0' });
    const causes = (await db.prisma.outgoing.findMany({ orderBy: { id: 'asc' } })).map((row) => row.causeId);
    const rows = await db.prisma.inboundEvent.findMany({
      where: { state: 'done' },
      orderBy: { orderKey: 'asc' },
    });
    expect(causes).toEqual(rows.map((row) => row.id));
    expect(rows.every((row) => row.doneAt?.getTime() === now.getTime() && row.answer !== null)).toBe(true);
    expect([logged, again]).toEqual([[], []]);
    expect(asked).toEqual(Array(5).fill(osei));
  });

  test('nothing waits: nothing happens', async () => {
    expect(await handling().handle(osei)).toBe(false);
  });

  test('one that can’t be handled leaves nothing behind, is counted, and gets another turn', async () => {
    await wait(osei, 'broken', '1', 'kai brown 14');
    await wait(osei, 'behind it', '2');
    const broken = new Error('of Kai Brown');
    const { handle, logged, again } = handling({
      readsWith: () => {
        throw broken;
      },
    });
    await expect(handle(osei)).rejects.toMatchObject({ name: 'Failure', code: 'Error' });
    expect(await states()).toEqual({ broken: 'received 1', 'behind it': 'received 0' });
    expect(again).toEqual([osei]);
    const { id } = await db.prisma.inboundEvent.findFirstOrThrow({ where: { eventKey: 'broken' } });
    expect(logged).toEqual([
      {
        eventId: String(id),
        reference: expect.stringMatching(/^[0-9A-F]{6}$/),
        code: 'Error',
        words: 'a message could not be handled',
      },
    ]);
    await expect(handle(osei)).rejects.toMatchObject({ name: 'Failure', code: 'Error' });
    expect(await states()).toMatchObject({ broken: 'received 2' });
    expect(await db.prisma.outgoing.count()).toBe(0);
  });

  test('after the third time it is set aside, and its writer is told with the reference that is logged', async () => {
    await wait(osei, 'broken', '1');
    await wait(osei, 'behind it', '2');
    await db.prisma.account.updateMany({ where: { id: osei }, data: { conversation: { chat: 1 } } });
    await db.prisma.inboundEvent.updateMany({
      where: { eventKey: 'broken' },
      data: { attempts: 2, payload: { kind: 'nothing we know' } },
    });
    const { handle, logged, again } = handling();
    await expect(handle(osei)).rejects.toThrow();
    const event = await db.prisma.inboundEvent.findFirstOrThrow({ where: { eventKey: 'broken' } });
    expect(event).toMatchObject({ state: 'failed', attempts: 3, doneAt: now });
    const [{ reference } = { reference: '' }] = logged as { reference: string }[];
    const told = await db.prisma.outgoing.findFirstOrThrow();
    expect(told).toMatchObject({
      platform: 'practice',
      tenant: 'practice',
      conversation: 'person:osei',
      operation: 'post',
      causeId: event.id,
      content: {
        to: {
          kind: 'person',
          account: { platform: 'practice', tenant: 'practice', userId: 'osei' },
          reference: { chat: 1 },
        },
        card: { title: 'Not saved', summary: `Not saved: reference ${reference}` },
      },
    });
    expect(again).toEqual([osei]);
    expect(await handle(osei)).toBe(false);
    expect(await states()).toEqual({ broken: 'failed 3', 'behind it': 'done 0' });
  });

  test('where the database is away, the message is not to blame: it waits as it was', async () => {
    await wait(osei, 'waits', '1', 'kai brown 14');
    const away = Object.assign(new Error('can’t reach the database'), { code: 'P1001' });
    const { handle, logged, again } = handling({
      readsWith: () => {
        throw away;
      },
    });
    await expect(handle(osei)).rejects.toBe(away);
    expect(await states()).toEqual({ waits: 'received 0' });
    expect([logged, again]).toEqual([[], []]);
  });

  test('where no message was read yet, there is none to count', async () => {
    const { handle, logged, again, counted, seconds } = handling();
    await expect(handle('not an account')).rejects.toThrow('uuid');
    expect([logged, again, counted, seconds]).toEqual([[], [], [], []]);
  });

  test('each is counted by what came of it, with the time it took; nobody’s name or word is', async () => {
    await wait(osei, 'fine', '1');
    await wait(osei, 'broken', '2');
    await db.prisma.inboundEvent.updateMany({ where: { eventKey: 'broken' }, data: { payload: {} } });
    const { handle, counted, seconds } = handling();
    const begun = performance.now();
    expect(await handle(osei)).toBe(true);
    expect(seconds).toHaveLength(1);
    for (const _ of [1, 2, 3]) await expect(handle(osei)).rejects.toMatchObject({ away: false });
    expect(await handle(osei)).toBe(false);
    const inbound = { platform: 'practice', kind: 'message' };
    expect(counted).toEqual([
      { ...inbound, result: 'handled' },
      { ...inbound, result: 'retried' },
      { ...inbound, result: 'retried' },
      { ...inbound, result: 'failed' },
    ]);
    expect(seconds).toHaveLength(4);
    const sum = seconds.reduce((all, one) => all + one, 0);
    expect(Math.min(...seconds)).toBeGreaterThan(0);
    expect(sum).toBeLessThanOrEqual((performance.now() - begun) / 1000);
  });

  test('the address that the platform has verified tells whose they are', async () => {
    await db.prisma.account.updateMany({ where: { id: osei }, data: { staffId: null } });
    await db.prisma.scheme.updateMany({ data: { linkByVerifiedEmail: true } });
    await wait(osei, 'first contact', '1');
    await handling({ email: 'osei@example.org' }).handle(osei);
    expect(
      await db.prisma.account.findUniqueOrThrow({ where: { id: osei }, include: { staff: true } }),
    ).toMatchObject({ staff: { familyName: 'Osei' } });
  });
});
