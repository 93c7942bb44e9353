import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '../data/generated/client';
import { inOneTransaction, type Work } from '../data/unitOfWork';
import { wellFormedValue } from '../domain/wellFormedText';
import { claimEvent, keepAnswer } from './inbox/claimEvent';
import { createAccounts } from './inbox/createAccounts';
import { createKnowledge } from './inbox/createKnowledge';
import { createLanes } from './inbox/createLanes';
import { takeTurn } from './inbox/takeTurn';
import type { ConversationPort, VerifiedEmailOf } from './model/conversationPort';
import { type AccountKey, type Inbound, inboundSchema } from './model/inbound';
import { storeOutcomes } from './outgoing/storeOutcomes';
import { suggestEntries } from './route/findEntry';
import { failedCard } from './views/notes';

/** The parts of the logger that are used here. Ids and codes only, never what was said. */
export interface Log {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
  info(details: object, message: string): void;
}

export interface Conversation extends ConversationPort {
  /** Takes up messages that were stored but not answered: after a restart, a fault, or another instance's end. */
  recover(): Promise<void>;
  /** Resolves when every stored message is handled. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** A message that fails this often is set aside and its writer told, so that those after it are not held up. */
const attemptsAtMost = 3;
/** People served at once: below the pool's size, so that presses always find a connection. */
const lanesAtOnce = 6;
/** A stored message older than this that nobody has answered is taken up again. */
const leftBehindMs = 3_000;

/** The one road from what comes in to what goes out, the same for every platform. */
export function createConversation(input: {
  prisma: PrismaClient;
  clock: () => Date;
  log: Log;
  verifiedEmailOf: VerifiedEmailOf;
  /** Called after each commit that left something in the outbox. */
  outgoingStored: () => void;
}): Conversation {
  const { prisma, clock, log } = input;
  const accountIdOf = createAccounts({ prisma });
  const knowledgeNow = createKnowledge({ prisma, clock });
  const transaction = <T>(run: (work: Work) => Promise<T>) =>
    inOneTransaction({ prisma, now: clock(), actor: { kind: 'service' } }, run);

  const verifiedEmail = async (account: AccountKey): Promise<string | null> => {
    const { settings } = await knowledgeNow();
    if (!settings.linkByVerifiedEmail) return null;
    const { platform, tenant, userId } = account;
    const row = await prisma.account.findUnique({
      where: { platform_tenant_userId: { platform, tenant, userId } },
    });
    return row === null || row.staffId !== null ? null : input.verifiedEmailOf(account);
  };

  const lanes = createLanes({
    width: lanesAtOnce,
    next: (accountId) => handleOldest(accountId),
    failed: (accountId, error) =>
      log.warn({ accountId, code: codeOf(error) }, 'a message waits: it could not be handled'),
  });

  const handleOldest = async (accountId: string): Promise<boolean> => {
    const knowledge = await knowledgeNow();
    const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
    const email = account.staffId === null ? await verifiedEmail(account) : null;
    let eventId: bigint | null = null;
    try {
      const handled = await transaction(async (work) => {
        const [row] = await work.tx.$queryRaw<{ id: bigint; payload: unknown }[]>`
          SELECT id, payload FROM "InboundEvent" WHERE "accountId" = ${accountId}::uuid AND state = 'received'
          ORDER BY "orderKey", id LIMIT 1 FOR UPDATE`;
        if (row === undefined) return false;
        eventId = row.id;
        const inbound = inboundSchema.parse(row.payload);
        const answer = await takeTurn(work, {
          knowledge,
          accountId,
          eventId: row.id,
          inbound,
          verifiedEmail: email,
        });
        await keepAnswer(work.tx, row.id, answer, work.now);
        return true;
      });
      if (handled) input.outgoingStored();
      return handled;
    } catch (error) {
      if (eventId !== null && !isDatabaseAway(error)) await countFailure(accountId, eventId, error);
      throw error;
    }
  };

  const countFailure = async (accountId: string, eventId: bigint, error: unknown) => {
    const reference = randomBytes(3).toString('hex').toUpperCase();
    log.error({ eventId: String(eventId), reference, code: codeOf(error) }, 'a message could not be handled');
    await transaction(async (work) => {
      const event = await work.tx.inboundEvent.update({
        where: { id: eventId },
        data: { attempts: { increment: 1 } },
        include: { account: true },
      });
      if (event.attempts < attemptsAtMost) return;
      await work.tx.inboundEvent.update({
        where: { id: eventId },
        data: { state: 'failed', doneAt: work.now },
      });
      const { platform, tenant, userId, conversation, staffId } = event.account;
      await storeOutcomes(work, {
        answered: { account: { platform, tenant, userId }, reference: conversation, staffId },
        inbound: null,
        eventId: String(eventId),
        outcomes: [{ kind: 'reply', view: failedCard(reference) }],
      });
    });
    input.outgoingStored();
    lanes.nudge(accountId);
  };

  const receive = async (raw: Inbound): Promise<void> => {
    const inbound = inboundSchema.parse(wellFormedValue(raw));
    const accountId = await accountIdOf(inbound);
    await claimEvent(prisma, { accountId, inbound, state: 'received', now: clock() });
    lanes.nudge(accountId);
  };

  return {
    receive,
    respond: async (raw) => {
      const inbound = inboundSchema.parse(wellFormedValue(raw));
      const accountId = await accountIdOf(inbound);
      const knowledge = await knowledgeNow();
      const email = await verifiedEmail(inbound.account);
      const answer = await transaction(async (work) => {
        const claim = await claimEvent(work.tx, { accountId, inbound, state: 'done', now: work.now });
        if (claim.kind === 'seen') return claim.answer;
        const first = await takeTurn(work, {
          knowledge,
          accountId,
          eventId: claim.eventId,
          inbound,
          verifiedEmail: email,
        });
        await keepAnswer(work.tx, claim.eventId, first, work.now);
        return first;
      });
      input.outgoingStored();
      return answer;
    },
    suggest: async ({ account, source, query }) => {
      const { platform, tenant, userId } = account;
      const row = await prisma.account.findUnique({
        where: { platform_tenant_userId: { platform, tenant, userId } },
      });
      if (!row?.staffId) return [];
      const { gazetteer } = await knowledgeNow();
      return suggestEntries(gazetteer[source], query).map(({ name }) => ({ value: name, label: name }));
    },
    recover: async () => {
      const rows = await prisma.inboundEvent.findMany({
        where: { state: 'received', receivedAt: { lt: new Date(clock().getTime() - leftBehindMs) } },
        select: { accountId: true },
        distinct: ['accountId'],
        take: 500,
      });
      for (const row of rows) lanes.nudge(row.accountId);
    },
    idle: () => lanes.idle(),
    stop: () => lanes.stop(),
  };
}

/** A code that says what kind of error it was, without its content. */
function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown';
}

/** Connection refused, reset, timed out, shutting down: the message is not at fault and waits. */
function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error);
  return (
    ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT'].includes(
      code,
    ) ||
    code.startsWith('57P') ||
    code.startsWith('08')
  );
}
