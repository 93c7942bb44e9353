import { claimNow } from '../../../src/conversation/inbox/claimEvent';
import { createKnowledge } from '../../../src/conversation/inbox/createKnowledge';
import { takeTurn } from '../../../src/conversation/inbox/takeTurn';
import type { Answer } from '../../../src/conversation/model/conversationPort';
import type { Inbound } from '../../../src/conversation/model/inbound';
import { inOneTransaction } from '../../../src/data/unitOfWork';
import { withTestDatabases } from '../../helpers/database';
import type { Seeded } from '../../helpers/seedScheme';
import { inbound, message, now, seedPractice } from './sampleInbound';

const notRegistered =
  'I can’t talk about anyone with you yet, because your account is not registered. Nothing you wrote is kept. To ask for access: ask Dana Whitlock, 01632 960001.';
const kai = 'kai brown 14 costello, festival place just now alone, says dentist, walked him back';

withTestDatabases('one thing that came in', (db) => {
  let accountId = '';
  let seeded: Seeded;
  beforeEach(async () => {
    seeded = await seedPractice(db.prisma);
    accountId = (await db.prisma.account.findFirstOrThrow({ where: { userId: 'osei' } })).id;
  });
  afterEach(() => db.truncate());

  async function take(
    what: Inbound,
    { at = now, verifiedEmail = null }: { at?: Date; verifiedEmail?: string | null } = {},
  ): Promise<Answer> {
    const knowledge = await createKnowledge({ prisma: db.prisma, clock: () => at })();
    return inOneTransaction({ prisma: db.prisma, now: at, actor: { kind: 'service' } }, async (work) => {
      const claim = await claimNow(work.tx, { accountId, inbound: what, now: at });
      if (claim.kind === 'seen') return claim.answer;
      const { eventId, writer } = claim;
      return takeTurn(work, { knowledge, accountId, eventId, writer, inbound: what, verifiedEmail });
    });
  }
  const account = () => db.prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  const change = (data: {
    staffId?: null;
    unreachableSince?: Date;
    greetedAt?: Date;
    conversation?: object;
  }) => db.prisma.account.update({ where: { id: accountId }, data });
  const sent = async () =>
    (await db.prisma.outgoing.findMany({ orderBy: { id: 'asc' } })).map(
      ({ conversation, content, causeId }) => {
        const { to, card } = content as { to: unknown; card: { title: string; blocks: { kind: string }[] } };
        return { conversation, to, title: card.title, kinds: card.blocks.map(({ kind }) => kind), causeId };
      },
    );

  test('is done in the writer’s name, answered where they are reached, with buttons of their own', async () => {
    await change({ conversation: { chat: 1 } });
    await take(message({ text: kai }));
    expect(await db.prisma.auditEvent.findMany()).toMatchObject([
      { action: 'draft.begun', actorKind: 'staff', actorId: seeded.staffIds.osei },
    ]);
    expect(await sent()).toMatchObject([
      { conversation: 'person:osei', to: { kind: 'person', reference: { chat: 1 } } },
    ]);
    const tokens = await db.prisma.buttonToken.findMany();
    expect(tokens.length).toBeGreaterThan(2);
    expect(new Set(tokens.map(({ staffId }) => staffId))).toEqual(new Set([seeded.staffIds.osei]));
    expect(await db.prisma.draft.findFirstOrThrow()).toMatchObject({ accountId });
    const event = await db.prisma.inboundEvent.findFirstOrThrow();
    expect([event.payload, (await sent())[0]?.causeId]).toEqual([message({ text: kai }), event.id]);
  });

  test('shows that its writer can be reached again', async () => {
    await db.prisma.account.updateMany({ data: { unreachableSince: now } });
    await take(message());
    expect((await account()).unreachableSince).toBeNull();
    expect(await db.prisma.account.count({ where: { unreachableSince: null } })).toBe(1);
  });

  test('of somebody who could be reached all along leaves their account alone', async () => {
    const before = await account();
    await take(message());
    expect(await account()).toEqual(before);
  });

  test('the bot was removed: its writer counts as unreachable from then on, and nothing is sent', async () => {
    expect(await take(inbound('removed'))).toEqual({});
    const later = new Date(now.getTime() + 60_000);
    await take(inbound('removed', { eventKey: 'e-2' }), { at: later });
    expect((await account()).unreachableSince).toEqual(now);
    expect(await db.prisma.account.count({ where: { unreachableSince: null } })).toBe(5);
    expect(await sent()).toEqual([]);
  });

  test('removed and installed again on one day: the new installation is not taken for the first', async () => {
    const installed = inbound('installed', { eventKey: 'installed today' });
    await take(installed);
    await take(inbound('removed', { eventKey: 'e-2' }));
    await take(inbound('removed', { eventKey: 'e-3' }));
    await take(installed);
    expect(await sent()).toHaveLength(2);
    expect((await account()).unreachableSince).toBeNull();
    const keys = (await db.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } })).map(
      (row) => row.eventKey,
    );
    expect(keys).toEqual([
      expect.stringMatching(/^installed today:before:\d+$/),
      'e-2',
      'e-3',
      'installed today',
    ]);
  });

  describe('from an account that nobody registered', () => {
    beforeEach(() => change({ staffId: null }));

    test('is answered with how to ask for access, without buttons, and what was written is not kept', async () => {
      expect(await take(message({ text: kai }))).toEqual({});
      expect(await sent()).toMatchObject([
        { conversation: 'person:osei', title: 'Your account is not registered', kinds: ['text'] },
      ]);
      const event = await db.prisma.inboundEvent.findFirstOrThrow();
      expect(event.payload).toEqual({ kind: 'message', eventKey: 'e-1', sentAt: '2026-11-24T10:59:00Z' });
      expect((await sent())[0]?.causeId).toBe(event.id);
      expect(await db.prisma.draft.count()).toBe(0);
      expect((await account()).greetedAt).toEqual(now);
    });

    test('is answered once in ten minutes', async () => {
      const later = (ms: number) => new Date(now.getTime() + ms);
      await take(message({ eventKey: 'e-1' }));
      expect(await take(message({ eventKey: 'e-2' }), { at: later(10 * 60_000 - 1) })).toEqual({});
      expect(await sent()).toHaveLength(1);
      await take(message({ eventKey: 'e-3' }), { at: later(10 * 60_000) });
      expect(await sent()).toHaveLength(2);
      expect((await account()).greetedAt).toEqual(later(10 * 60_000));
    });

    test.each(['press', 'submit', 'command'] as const)('%s: the answer itself says it', async (kind) => {
      expect(await take(inbound(kind))).toEqual({ message: notRegistered });
      expect(await sent()).toEqual([]);
      expect((await account()).greetedAt).toBeNull();
      expect(await db.prisma.inboundEvent.findFirstOrThrow()).toMatchObject({
        payload: { kind, eventKey: 'e-1', sentAt: '2026-11-24T10:59:00Z' },
      });
    });

    test.each(['edited', 'deleted', 'overheard'] as const)('%s: nothing is said', async (kind) => {
      expect(await take(inbound(kind))).toEqual({});
      expect(await sent()).toEqual([]);
      expect((await account()).greetedAt).toBeNull();
    });

    test('opened: their home page says it, each time', async () => {
      for (const eventKey of ['e-1', 'e-2']) await take(inbound('opened', { eventKey }));
      expect(await sent()).toMatchObject(
        Array(2).fill({
          conversation: 'home:osei',
          title: 'Your account is not registered',
          kinds: ['text'],
        }),
      );
      expect((await account()).greetedAt).toBeNull();
    });

    test('installed: they are told, and told again when they first write', async () => {
      await take(inbound('installed'));
      expect((await account()).greetedAt).toBeNull();
      await take(message({ eventKey: 'e-2' }));
      expect(await sent()).toHaveLength(2);
    });

    test('is linked by the address the platform has verified, where the scheme allows it, and handled at once', async () => {
      await db.prisma.scheme.updateMany({ data: { linkByVerifiedEmail: true } });
      await take(message({ text: kai }), { verifiedEmail: 'osei@example.org' });
      expect((await account()).staffId).toBe(seeded.staffIds.osei);
      expect(await db.prisma.draft.count()).toBe(1);
      const audit = await db.prisma.auditEvent.findMany({ orderBy: { id: 'asc' } });
      expect(audit).toMatchObject([
        { action: 'account.linked_by_email', actorKind: 'unregistered', actorId: accountId },
        { action: 'draft.begun', actorKind: 'staff', actorId: seeded.staffIds.osei },
      ]);
    });

    test('stays unknown where there is no address, or nobody’s, or the scheme does not allow it', async () => {
      await take(message({ eventKey: 'e-1', text: kai }), { verifiedEmail: 'osei@example.org' });
      await db.prisma.scheme.updateMany({ data: { linkByVerifiedEmail: true } });
      await take(message({ eventKey: 'e-2', text: kai }), { verifiedEmail: 'nobody@example.org' });
      await take(message({ eventKey: 'e-3', text: kai }), { verifiedEmail: null });
      expect(await db.prisma.draft.count()).toBe(0);
      expect((await account()).staffId).toBeNull();
    });
  });

  test('from somebody who has left is not answered as theirs, whatever their address', async () => {
    await db.prisma.scheme.updateMany({ data: { linkByVerifiedEmail: true } });
    await db.prisma.staffMember.update({ where: { id: seeded.staffIds.osei }, data: { active: false } });
    await take(message({ text: kai }), { verifiedEmail: 'marsh@example.org' });
    expect(await sent()).toMatchObject([{ title: 'Your account is not registered' }]);
    expect((await account()).staffId).toBe(seeded.staffIds.osei);
    expect(await db.prisma.draft.count()).toBe(0);
  });
});
