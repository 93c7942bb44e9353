import type { Prisma } from './generated/client';
import type { Transaction } from './unitOfWork';

/** What a change leaves beside its records, written together just before it commits. */
export interface LastWrites {
  readonly tokens: Prisma.ButtonTokenCreateManyInput[];
  readonly sessions: Prisma.FormSessionCreateManyInput[];
  readonly outgoing: Prisma.OutgoingCreateManyInput[];
  readonly lookUps: Prisma.LookUpCreateManyInput[];
  readonly audits: Prisma.AuditEventCreateManyInput[];
  /** What came in and is handled now, with the answer for a repeated delivery. */
  answered: { readonly eventId: bigint; readonly answer: object; readonly at: Date } | null;
}

export function noWrites(): LastWrites {
  return { tokens: [], sessions: [], outgoing: [], lookUps: [], audits: [], answered: null };
}

/** Writes all of it in one statement, rows of a table in their order; nothing where there is nothing. */
export async function writeLast(tx: Transaction, writes: LastWrites): Promise<void> {
  const { tokens, sessions, outgoing, lookUps, audits, answered } = writes;
  const rows = [tokens, sessions, outgoing, lookUps, audits];
  if (answered === null && rows.every((some) => some.length === 0)) return;
  const answer = answered === null ? null : JSON.stringify(answered.answer);
  await tx.$executeRaw`
    WITH tokens AS (
      INSERT INTO "ButtonToken" (token, action, subject, "staffId", "expiresAt", "createdAt")
      SELECT token, action, subject, "staffId", "expiresAt", "createdAt"
      FROM json_populate_recordset(NULL::"ButtonToken", ${toJson(tokens)}::json)
    ), sessions AS (
      INSERT INTO "FormSession" (id, "staffId", form, subject, filled, "expiresAt", "createdAt")
      SELECT id, "staffId", form, subject, filled, "expiresAt", "createdAt"
      FROM json_populate_recordset(NULL::"FormSession", ${toJson(sessions)}::json)
    ), outgoing AS (
      INSERT INTO "Outgoing" (platform, tenant, conversation, operation, "keptName", "messageRef", content,
        "nextAttemptAt", "createdAt", "causeId")
      SELECT platform, tenant, conversation, operation, "keptName", "messageRef", content,
        "nextAttemptAt", "createdAt", "causeId"
      FROM json_populate_recordset(NULL::"Outgoing", ${toJson(outgoing)}::json)
    ), look_ups AS (
      INSERT INTO "LookUp" (at, "staffId", "childId", level, reason, "subjectType", "subjectId")
      SELECT at, "staffId", "childId", level, reason, "subjectType", "subjectId"
      FROM json_populate_recordset(NULL::"LookUp", ${toJson(lookUps)}::json)
    ), audits AS (
      INSERT INTO "AuditEvent" (at, "actorId", "actorKind", action, "subjectType", "subjectId", fields, "contentHash")
      SELECT at, "actorId", "actorKind", action, "subjectType", "subjectId", fields, "contentHash"
      FROM json_populate_recordset(NULL::"AuditEvent", ${toJson(audits)}::json)
    )
    UPDATE "InboundEvent" SET state = 'done', "doneAt" = ${answered?.at ?? null}::timestamptz, answer = ${answer}::jsonb
    WHERE id = ${answered?.eventId ?? null}::bigint`;
}

function toJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
