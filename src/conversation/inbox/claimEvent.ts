import type { Transaction } from '../../data/unitOfWork';
import type { Answer } from '../model/conversationPort';
import type { Inbound } from '../model/inbound';

/** Claimed: nobody has handled it yet. Seen: it was handled before, and this was the answer. */
export type Claim =
  | { readonly kind: 'claimed'; readonly eventId: bigint }
  | { readonly kind: 'seen'; readonly answer: Answer };

/**
 * Claims what came in under its keys before anything happens. A repeated delivery, under the same key or re-sent under
 * a new one, finds the first. Two at once: the second waits for the first to commit.
 * @param input.sameAs event key of an earlier message that this one only says again, whichever of them comes first
 */
export async function claimEvent(
  tx: Pick<Transaction, '$queryRaw' | 'inboundEvent'>,
  input: {
    accountId: string;
    inbound: Inbound;
    state: 'received' | 'done';
    now: Date;
    sameAs?: string | null;
  },
): Promise<Claim> {
  const { inbound } = input;
  const sameAs = input.sameAs ?? null;
  const actionKey = sameAs === null ? inbound.actionKey : `same:${sameAs}`;
  const { platform } = inbound.account;
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    INSERT INTO "InboundEvent"
      (platform, "eventKey", "actionKey", "accountId", kind, "orderKey", payload, state, "receivedAt", "doneAt")
    SELECT ${platform}::"Platform", ${inbound.eventKey}, ${actionKey}, ${input.accountId}::uuid,
      ${inbound.kind}, ${inbound.orderKey}, ${JSON.stringify(inbound)}::jsonb, ${input.state}::"InboundState",
      ${input.now}::timestamptz, ${input.state === 'done' ? input.now : null}::timestamptz
    WHERE NOT EXISTS (SELECT 1 FROM "InboundEvent" WHERE platform = ${platform}::"Platform" AND "eventKey" = ${sameAs})
    ON CONFLICT DO NOTHING RETURNING id`;
  const [row] = rows;
  if (row !== undefined) return { kind: 'claimed', eventId: row.id };
  const first = await tx.inboundEvent.findFirst({
    where: {
      platform,
      OR: [
        { eventKey: inbound.eventKey },
        ...(sameAs === null ? [] : [{ eventKey: sameAs }]),
        ...(actionKey === null ? [] : [{ actionKey }]),
      ],
    },
    select: { answer: true },
  });
  return { kind: 'seen', answer: (first?.answer ?? {}) as Answer };
}

/** Keeps the answer with what was answered, for a repeated delivery. */
export async function keepAnswer(tx: Transaction, eventId: bigint, answer: Answer, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "InboundEvent" SET state = 'done', "doneAt" = ${now}, answer = ${JSON.stringify(answer)}::jsonb
    WHERE id = ${eventId}`;
}
