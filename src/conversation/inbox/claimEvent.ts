import { Prisma } from '../../data/generated/client';
import type { Transaction, Work } from '../../data/unitOfWork';
import {
  type Writer,
  type WriterRow,
  writerColumns,
  writerOf,
  writerTables,
} from '../../usecases/accounts/findWriter';
import type { Answer } from '../model/conversationPort';
import type { Inbound } from '../model/inbound';

/** Claimed: nobody has handled it yet. Seen: it was handled before, and this was the answer. */
export type Claim<T = unknown> =
  | ({ readonly kind: 'claimed'; readonly eventId: bigint } & T)
  | { readonly kind: 'seen'; readonly answer: Answer };

type Db = Pick<Transaction, '$queryRaw'>;

interface Claiming {
  readonly accountId: string;
  readonly inbound: Inbound;
  readonly now: Date;
  /** Event key of an earlier message that this one only says again, whichever of them comes first. */
  readonly sameAs?: string | null;
}

/**
 * Claims what came in under its keys before anything happens, for its turn later. A repeated delivery, under the same
 * key or re-sent under a new one, finds the first. Two at once: the second waits for the first to commit.
 */
export async function claimForLater(db: Db, input: Claiming): Promise<Claim> {
  const [row] = await db.$queryRaw<{ id: bigint }[]>(claim(input, 'received'));
  return row === undefined ? firstEvent(db, input) : { kind: 'claimed', eventId: row.id };
}

/** The same for what is handled at once, with who wrote it: one statement for both. */
export async function claimNow(db: Db, input: Claiming): Promise<Claim<{ readonly writer: Writer }>> {
  const [row] = await db.$queryRaw<(WriterRow & { eventId: bigint | null })[]>(Prisma.sql`
    WITH claim AS (${claim(input, 'done')})
    SELECT (SELECT id FROM claim) AS "eventId", ${writerColumns(input.now)}
    FROM ${writerTables} WHERE a.id = ${input.accountId}::uuid`);
  // Stryker disable next-line ConditionalExpression,StringLiteral: the event's foreign key refuses an account that is gone
  if (row === undefined) throw new Error('the account is gone');
  if (row.eventId === null) return firstEvent(db, input);
  return { kind: 'claimed', eventId: row.eventId, writer: writerOf(row) };
}

function claim(input: Claiming, state: 'received' | 'done'): Prisma.Sql {
  const { accountId, inbound, now, sameAs = null } = input;
  const { platform } = inbound.account;
  return Prisma.sql`
    INSERT INTO "InboundEvent"
      (platform, "eventKey", "actionKey", "accountId", kind, "orderKey", payload, state, "receivedAt", "doneAt")
    SELECT ${platform}::"Platform", ${inbound.eventKey}, ${actionKey(input)}, ${accountId}::uuid,
      ${inbound.kind}, ${inbound.orderKey}, ${JSON.stringify(inbound)}::jsonb, ${state}::"InboundState",
      ${now}::timestamptz, ${state === 'done' ? now : null}::timestamptz
    WHERE NOT EXISTS (SELECT 1 FROM "InboundEvent" WHERE platform = ${platform}::"Platform" AND "eventKey" = ${sameAs})
    ON CONFLICT DO NOTHING RETURNING id`;
}

function actionKey({ inbound, sameAs = null }: Claiming): string | null {
  return sameAs === null ? inbound.actionKey : `same:${sameAs}`;
}

async function firstEvent(db: Db, input: Claiming): Promise<Claim<never>> {
  const { inbound, sameAs = null } = input;
  const [first] = await db.$queryRaw<{ answer: Answer | null }[]>(Prisma.sql`
    SELECT answer FROM "InboundEvent" WHERE platform = ${inbound.account.platform}::"Platform"
      AND ("eventKey" IN (${inbound.eventKey}, ${sameAs}) OR "actionKey" = ${actionKey(input)}) LIMIT 1`);
  // Stryker disable next-line OptionalChaining: it is there, or it could have been claimed
  return { kind: 'seen', answer: first?.answer ?? {} };
}

/** Keeps the answer with what was answered, for a repeated delivery. */
export function keepAnswer(work: Work, eventId: bigint, answer: Answer): void {
  work.last.answered = { eventId, answer, at: work.now };
}
