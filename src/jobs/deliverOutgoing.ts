import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery, DeliveryResult, Sender } from '../conversation/model/delivery';
import { readOutgoingContent } from '../conversation/outgoing/outgoingContent';
import type { Outgoing, Prisma, PrismaClient } from '../data/generated/client';
import { isDatabaseAway } from '../data/isDatabaseAway';

/**
 * While a row is being sent nobody else touches it; after this long its result counts as unknown. Longer than the two
 * calls of ten seconds at most that a try may take, and no longer: what an instance that ended was sending waits so
 * long, and its conversation with it.
 */
export const leaseMs = 21_000;
/** A result that can't be stored because the database is away is kept, and stored when it is back. */
const storeAgainMs = 250;
const firstBackoffMs = 1_000;
const longestBackoffMs = 5 * 60_000;
/** A platform that could not say whether something arrived is asked again after this long, so many times. */
const askAgainMs = 15_000;
const asksAtMost = 20;

/** What is known after a try: the platform's result, or that it has to be asked again later. */
export type Known = DeliveryResult | { readonly kind: 'askLater'; readonly error: string };

/** A row that this process has claimed, tried once; afterwards the row says what came of it. */
export async function deliverOutgoing(input: {
  prisma: PrismaClient;
  sender: Sender | undefined;
  row: Outgoing;
  now: () => Date;
}): Promise<Known['kind']> {
  const { prisma, sender, row } = input;
  if (sender === undefined) {
    await settle(input, { kind: 'never', error: 'this platform is not connected', unreachable: false });
    return 'never';
  }
  const delivery = await toDelivery(prisma, row);
  if (delivery === null) {
    await settle(input, { kind: 'sent', messageRef: null, conversation: null });
    return 'sent';
  }
  const result = await sender.deliver(delivery);
  const known = result.kind === 'unknown' ? await resolveUnknown(sender, delivery, result) : result;
  await settle(input, known);
  return known.kind;
}

/** A row left behind by a process that ended while sending: its result is unknown. */
export async function resolveLeftBehind(input: {
  prisma: PrismaClient;
  sender: Sender | undefined;
  row: Outgoing;
  now: () => Date;
}): Promise<Known['kind']> {
  const delivery = await toDelivery(input.prisma, input.row);
  const unknown = { kind: 'unknown' as const, error: 'the service ended while sending' };
  const known =
    input.sender === undefined || delivery === null
      ? unknown
      : await resolveUnknown(input.sender, delivery, unknown);
  // Nobody refused it, and it has waited for its lease to end: no reason to wait more.
  await settle(input, known.kind === 'retry' ? { ...known, afterMs: 0 } : known);
  return known.kind;
}

/**
 * After an unknown result: changes that may be repeated are repeated; a platform that can tell is asked; otherwise it is
 * never sent blindly twice, but listed as uncertain.
 */
async function resolveUnknown(
  sender: Sender,
  delivery: Delivery,
  result: Extract<DeliveryResult, { kind: 'unknown' }>,
): Promise<Known> {
  if (delivery.operation !== 'post' || delivery.to.kind === 'home')
    return { kind: 'retry', afterMs: null, error: result.error };
  const found = await sender.find(delivery).catch(() => 'ask again' as const);
  if (found === 'ask again') return { kind: 'askLater', error: result.error };
  if (found === 'absent') return { kind: 'retry', afterMs: null, error: result.error };
  return found === null ? result : { kind: 'sent', messageRef: found.messageRef, conversation: null };
}

/** What to send; null where the message to update is gone and nobody needs the update. */
async function toDelivery(prisma: PrismaClient, row: Outgoing): Promise<Delivery | null> {
  const { to, card, onlyIfThere } = readOutgoingContent(row.content);
  const base = { id: `rollcall-${row.id}`, tenant: row.tenant, to };
  const messageRef = row.messageRef ?? (await keptRef(prisma, row));
  switch (row.operation) {
    case 'post':
      return card === null ? null : { ...base, operation: 'post', card };
    case 'update':
      if (card === null) return null;
      if (messageRef !== null) return { ...base, operation: 'update', messageRef, card };
      return onlyIfThere ? null : { ...base, operation: 'post', card };
    case 'delete':
      return messageRef === null ? null : { ...base, operation: 'delete', messageRef };
  }
}

async function keptRef(prisma: PrismaClient, row: Outgoing): Promise<string | null> {
  if (row.keptName === null) return null;
  const { platform, tenant, conversation, keptName } = row;
  const kept = await prisma.keptMessage.findUnique({
    where: { platform_tenant_conversation_name: { platform, tenant, conversation, name: keptName } },
  });
  return kept?.messageRef ?? null;
}

/** Stores what came of a try, as soon as the database lets it; gives up when the row is no longer this try's. */
async function settle(
  input: { prisma: PrismaClient; row: Outgoing; now: () => Date },
  result: Known,
): Promise<void> {
  const giveUpAt = Date.now() + leaseMs;
  for (;;) {
    try {
      return await store(input, result);
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() > giveUpAt) throw error;
      await wait(storeAgainMs);
    }
  }
}

/** Where the lease has ended and another instance has taken the row, it is theirs: `attempts` tells. */
async function store(
  input: { prisma: PrismaClient; row: Outgoing; now: () => Date },
  result: Known,
): Promise<void> {
  const { prisma, row } = input;
  const now = input.now();
  const update = (data: Prisma.OutgoingUpdateManyMutationInput) => updateClaimed(prisma, row, data);
  switch (result.kind) {
    case 'sent':
      return settleSent(prisma, row, result.messageRef ?? row.messageRef, now);
    case 'retry': {
      const backoff = Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(row.attempts, 10));
      const nextAttemptAt = new Date(now.getTime() + (result.afterMs ?? backoff));
      await update({ state: 'pending', nextAttemptAt, lastError: result.error });
      return;
    }
    case 'askLater': {
      // Still "being sent": nobody sends it again before the platform has said whether it arrived.
      const state = row.attempts < asksAtMost ? 'sending' : 'uncertain';
      const nextAttemptAt = new Date(now.getTime() + askAgainMs);
      await update({ state, nextAttemptAt, lastError: result.error });
      return;
    }
    case 'unknown':
      await update({ state: 'uncertain', lastError: result.error });
      return;
    case 'never':
      if (result.unreachable) await markUnreachable(prisma, row, now);
      await update({ state: 'undeliverable', lastError: result.error });
      return;
    case 'gone':
      return forgetMessage(prisma, row, now);
  }
}

/** The message to update is gone: the card is posted anew, unless nobody needs it. */
async function forgetMessage(prisma: PrismaClient, row: Outgoing, now: Date): Promise<void> {
  const { platform, tenant, conversation } = row;
  if (row.keptName !== null)
    await prisma.keptMessage.deleteMany({ where: { platform, tenant, conversation, name: row.keptName } });
  const { onlyIfThere } = readOutgoingContent(row.content);
  await updateClaimed(
    prisma,
    row,
    onlyIfThere || row.operation === 'delete'
      ? { state: 'sent', lastError: 'the message was gone' }
      : { state: 'pending', operation: 'post', messageRef: null, nextAttemptAt: now },
  );
}

async function updateClaimed(
  prisma: PrismaClient,
  row: Outgoing,
  data: Prisma.OutgoingUpdateManyMutationInput,
): Promise<void> {
  await prisma.outgoing.updateMany({ where: { id: row.id, state: 'sending', attempts: row.attempts }, data });
}

/**
 * The row is sent, and where its message is kept current, this is the one from now on. One statement, so that a try
 * broken off by the database can be made again as a whole.
 */
async function settleSent(
  prisma: PrismaClient,
  row: Outgoing,
  sentRef: string | null,
  now: Date,
): Promise<void> {
  const { platform, tenant, conversation, keptName } = row;
  await prisma.$executeRaw`
    WITH kept AS (
      INSERT INTO "KeptMessage" (id, platform, tenant, conversation, name, "messageRef", "updatedAt")
      SELECT gen_random_uuid(), ${platform}::"Platform", ${tenant}, ${conversation}, ${keptName}::text,
        ${sentRef}::text, ${now}::timestamptz
      WHERE ${keptName}::text IS NOT NULL AND ${sentRef}::text IS NOT NULL
      ON CONFLICT (platform, tenant, conversation, name)
        DO UPDATE SET "messageRef" = EXCLUDED."messageRef", "updatedAt" = EXCLUDED."updatedAt"
    )
    UPDATE "Outgoing" SET state = 'sent', "sentAt" = ${now}::timestamptz, "sentRef" = ${sentRef}::text, "lastError" = NULL
    WHERE id = ${row.id} AND state = 'sending' AND attempts = ${row.attempts}`;
}

async function markUnreachable(prisma: PrismaClient, row: Outgoing, now: Date): Promise<void> {
  const { to } = readOutgoingContent(row.content);
  if (to.kind !== 'person') return;
  const { platform, tenant, userId } = to.account;
  await prisma.account.updateMany({
    where: { platform, tenant, userId, unreachableSince: null },
    data: { unreachableSince: now },
  });
}
