import { claimForLater, claimNow, keepAnswer } from '../../../src/conversation/inbox/claimEvent';
import type { Inbound } from '../../../src/conversation/model/inbound';
import { inOneTransaction } from '../../../src/data/unitOfWork';
import { withTestDatabases } from '../../helpers/database';
import { message, now } from './sampleInbound';

withTestDatabases('everything that comes in', (db) => {
  let accountId = '';
  beforeEach(async () => {
    const data = { platform: 'practice' as const, tenant: 'practice', userId: 'osei' };
    accountId = (await db.prisma.account.create({ data })).id;
  });
  afterEach(() => db.truncate());

  const claim = (inbound: Inbound, state: 'received' | 'done' = 'received', sameAs?: string) =>
    (state === 'done' ? claimNow : claimForLater)(db.prisma, {
      accountId,
      inbound,
      now,
      ...(sameAs !== undefined && { sameAs }),
    });
  const answer = async (inbound: Inbound, words: string) => {
    const claimed = await claim(inbound);
    if (claimed.kind !== 'claimed') throw new Error('it was seen before');
    await inOneTransaction({ prisma: db.prisma, now, actor: { kind: 'service' } }, async (work) => {
      keepAnswer(work, claimed.eventId, { message: words });
    });
  };

  test('is stored as it came, to be handled', async () => {
    const inbound = message({ actionKey: 'a-1', orderKey: '7' });
    const claimed = await claim(inbound);
    expect(await db.prisma.inboundEvent.findMany()).toEqual([
      {
        id: claimed.kind === 'claimed' ? claimed.eventId : null,
        platform: 'practice',
        eventKey: 'e-1',
        actionKey: 'a-1',
        accountId,
        kind: 'message',
        orderKey: '7',
        payload: inbound,
        state: 'received',
        attempts: 0,
        answer: null,
        receivedAt: now,
        doneAt: null,
      },
    ]);
  });

  test('or as done, where it is handled in the same breath', async () => {
    const claimed = await claim(message(), 'done');
    const event = await db.prisma.inboundEvent.findFirstOrThrow();
    expect(event).toMatchObject({ state: 'done', doneAt: now });
    expect(claimed).toMatchObject({ kind: 'claimed', eventId: event.id });
  });

  test('then with who wrote it, the first time', async () => {
    const unreachableSince = new Date('2026-11-23T09:00:00Z');
    await db.prisma.account.update({ where: { id: accountId }, data: { unreachableSince } });
    expect(await claim(message(), 'done')).toMatchObject({
      writer: { linked: false, unreachable: true, greetedAt: null, person: null },
    });
    expect(await claim(message(), 'done')).toEqual({ kind: 'seen', answer: {} });
  });

  test('of nobody is an error, and not kept', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const claiming = { accountId: nobody, inbound: message(), now };
    await expect(claimNow(db.prisma, claiming)).rejects.toThrow();
    expect(await db.prisma.inboundEvent.count()).toBe(0);
  });

  test('is claimed once: the same again gets the first answer', async () => {
    await answer(message(), 'first');
    expect(await claim(message())).toEqual({ kind: 'seen', answer: { message: 'first' } });
    expect(await db.prisma.inboundEvent.findMany()).toMatchObject([
      { state: 'done', doneAt: now, answer: { message: 'first' } },
    ]);
  });

  test('has no answer yet while the first is being handled', async () => {
    await claim(message());
    expect(await claim(message())).toEqual({ kind: 'seen', answer: {} });
  });

  test('sent again under a new id is known by what it does', async () => {
    await answer(message({ actionKey: 'a-1' }), 'first');
    expect(await claim(message({ eventKey: 'e-2', actionKey: 'a-1' }))).toEqual({
      kind: 'seen',
      answer: { message: 'first' },
    });
  });

  test('is not taken for something else that has no key of what it does either', async () => {
    await answer(message({ eventKey: 'e-1' }), 'first');
    await answer(message({ eventKey: 'e-2' }), 'second');
    expect(await claim(message({ eventKey: 'e-2' }))).toEqual({
      kind: 'seen',
      answer: { message: 'second' },
    });
  });

  test('is not taken for what came under the same key on another platform', async () => {
    const account = { platform: 'teams' as const, tenant: 't', userId: 'osei' };
    await answer(message({ account, actionKey: 'a-1' }), 'on Teams');
    await answer(message({ actionKey: 'a-1' }), 'in the practice room');
    expect(await claim(message({ actionKey: 'a-1' }))).toEqual({
      kind: 'seen',
      answer: { message: 'in the practice room' },
    });
  });

  describe('that only says again what was refused before', () => {
    const again = message({ eventKey: 'e-2', actionKey: 'a-2' });

    test('is seen, where the first was stored after all', async () => {
      await answer(message({ eventKey: 'e-1' }), 'first');
      expect(await claim(again, 'received', 'e-1')).toEqual({ kind: 'seen', answer: { message: 'first' } });
      expect(await db.prisma.inboundEvent.count()).toBe(1);
    });

    test('is claimed where the first never came, in its place, once', async () => {
      await answer(message({ eventKey: 'e-0' }), 'something else');
      expect(await claim(again, 'received', 'e-1')).toMatchObject({ kind: 'claimed' });
      expect(await claim(message({ eventKey: 'e-3' }), 'received', 'e-1')).toEqual({
        kind: 'seen',
        answer: {},
      });
      const rows = await db.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } });
      expect(rows.map(({ eventKey, actionKey }) => [eventKey, actionKey])).toEqual([
        ['e-0', null],
        ['e-2', 'same:e-1'],
      ]);
    });

    test('is not held against the same key on another platform', async () => {
      const account = { platform: 'teams' as const, tenant: 't', userId: 'osei' };
      await answer(message({ account, eventKey: 'e-1' }), 'on Teams');
      expect(await claim(again, 'received', 'e-1')).toMatchObject({ kind: 'claimed' });
    });
  });

  test('keeps its own answer, nobody else’s', async () => {
    await claim(message({ eventKey: 'e-1' }));
    await answer(message({ eventKey: 'e-2' }), 'second');
    const rows = await db.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } });
    expect(rows).toMatchObject([
      { state: 'received', answer: null },
      { state: 'done', answer: { message: 'second' } },
    ]);
  });
});
