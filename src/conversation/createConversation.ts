import type { PrismaClient } from '../data/generated/client';
import { isDatabaseAway } from '../data/isDatabaseAway';
import { wellFormedValue } from '../domain/wellFormedText';
import { claimForLater } from './inbox/claimEvent';
import { createAccounts } from './inbox/createAccounts';
import { createKnowledge } from './inbox/createKnowledge';
import { createLanes } from './inbox/createLanes';
import { createMessageHandler } from './inbox/createMessageHandler';
import { createOutages } from './inbox/createOutages';
import { createResponder } from './inbox/createResponder';
import { errorCode, type Log } from './log';
import { type Meter, silentMeter } from './meter';
import type { ConversationPort, VerifiedEmailOf } from './model/conversationPort';
import type { Delivery, DeliveryResult } from './model/delivery';
import { referenceIn } from './model/failure';
import { type AccountKey, inboundSchema, type PlatformName } from './model/inbound';
import { namesAChild } from './route/channelSlip';
import { suggestEntries } from './route/findEntry';
import { warmUp } from './understand/warmUp';

export interface Conversation extends ConversationPort {
  /** Reads what changes seldom and warms the understanding up, so that no message pays for it. Half a second. */
  prepare(): Promise<void>;
  /** Takes up messages that were stored but not answered: after a restart, a fault, or another instance's end. */
  recover(): Promise<void>;
  /** Resolves when every stored message that this process knows of is handled. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** People served at once: enough to use the time the database takes; more would only wait for each other's turns. */
const lanesAtOnce = 3;
/** A stored message older than this that nobody has answered is taken up again. */
const leftBehindMs = 3_000;

/** The one road from what comes in to what goes out, the same for every platform. */
export function createConversation(input: {
  prisma: PrismaClient;
  clock: () => Date;
  log: Log;
  /** Who counts; nobody where not given. */
  meter?: Meter;
  verifiedEmailOf: VerifiedEmailOf;
  /** Called after each commit that may have left something in the outbox. */
  outgoingStored: () => void;
  /** Sends at once, past the outbox: for when the outbox can't be reached. */
  deliverAtOnce: (platform: PlatformName, delivery: Delivery) => Promise<DeliveryResult>;
}): Conversation {
  const { prisma, clock, log, meter = silentMeter } = input;
  const accountIdOf = createAccounts({ prisma });
  const knowledgeNow = createKnowledge({ prisma, clock });
  const outages = createOutages({ clock, log, deliver: input.deliverAtOnce });

  const staffIdOf = async ({ platform, tenant, userId }: AccountKey): Promise<string | null> => {
    const where = { platform_tenant_userId: { platform, tenant, userId } };
    return (await prisma.account.findUnique({ where, select: { staffId: true } }))?.staffId ?? null;
  };
  /** The address the platform has verified, asked only for an account that may be linked by it. */
  const verifiedEmail = async (accountId: string): Promise<string | null> => {
    if (!(await knowledgeNow()).settings.linkByVerifiedEmail) return null;
    const account = await prisma.account.findUnique({ where: { id: accountId } });
    return account === null || account.staffId !== null ? null : input.verifiedEmailOf(account);
  };

  let receiving = 0;
  const handleOldest = createMessageHandler({
    prisma,
    clock,
    log,
    meter,
    knowledgeNow,
    verifiedEmail,
    again: (accountId) => lanes.nudge(accountId),
  });
  const lanes = createLanes({
    // A platform waits three seconds for its answer: while messages are being stored, one person is served at a time.
    width: () => (receiving > 0 ? 1 : lanesAtOnce),
    next: async (accountId) => {
      try {
        return await handleOldest(accountId);
      } finally {
        input.outgoingStored();
      }
    },
    failed: (accountId, error) =>
      log.warn(
        { accountId, ...referenceIn(error), code: errorCode(error) },
        'a message waits: it could not be handled',
      ),
  });
  const respond = createResponder({ prisma, clock, log, meter, accountIdOf, knowledgeNow, verifiedEmail });

  return {
    receive: async (raw) => {
      const inbound = inboundSchema.parse(wellFormedValue(raw));
      const count = { platform: inbound.account.platform, kind: inbound.kind };
      receiving += 1;
      try {
        if (inbound.kind === 'overheard' && !namesAChild((await knowledgeNow()).understanding.read(inbound)))
          return;
        const accountId = await accountIdOf(inbound);
        const sameAs = outages.firstRefused(inbound);
        const claim = await claimForLater(prisma, { accountId, inbound, now: clock(), sameAs });
        if (claim.kind === 'seen') meter.inbound({ ...count, result: 'repeated' });
        outages.stored(inbound);
        lanes.nudge(accountId);
      } catch (error) {
        if (isDatabaseAway(error)) outages.refused(inbound, error);
        meter.inbound({ ...count, result: 'unavailable' });
        throw error;
      } finally {
        receiving -= 1;
        if (receiving === 0) lanes.refill();
      }
    },
    respond: async (raw) => {
      const answer = await respond(inboundSchema.parse(wellFormedValue(raw)));
      input.outgoingStored();
      return answer;
    },
    suggest: async ({ account, source, query }) => {
      if ((await staffIdOf(account)) === null) return [];
      const { gazetteer } = await knowledgeNow();
      return suggestEntries(gazetteer[source], query).map(({ name }) => ({ value: name, label: name }));
    },
    prepare: async () => {
      warmUp((await knowledgeNow()).understanding);
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
    idle: async () => {
      await outages.idle();
      await lanes.idle();
    },
    stop: async () => {
      await outages.idle();
      await lanes.stop();
    },
  };
}
