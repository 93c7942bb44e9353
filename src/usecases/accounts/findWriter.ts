import { Prisma } from '../../data/generated/client';
import type { Transaction } from '../../data/unitOfWork';
import type { Person } from '../../domain/person';
import { type PersonRow, personColumns, personOf } from './personRow';

/** An account, and the active staff member behind it (null: nobody knows them). */
export interface Writer {
  /** Linked, though perhaps to somebody who is no longer active. */
  readonly linked: boolean;
  readonly greetedAt: Date | null;
  /** Marked as unreachable; writing shows that they can be reached again. */
  readonly unreachable: boolean;
  /** How to write to them, as the platform told it. */
  readonly conversation: unknown;
  readonly person: Person | null;
}

/** What a statement returns that reads a writer beside something else. */
export type WriterRow = PersonRow & {
  linked: boolean;
  unreachable: boolean;
  greetedAt: Date | null;
  conversation: unknown;
};

/** The columns of who writes from account `a`, with `writerTables`: it is asked at every message and press. */
export function writerColumns(now: Date): Prisma.Sql {
  return Prisma.sql`a."staffId" IS NOT NULL AS linked, a."unreachableSince" IS NOT NULL AS unreachable,
    a."greetedAt", a.conversation, ${personColumns(now)}`;
}

export const writerTables = Prisma.sql`"Account" a LEFT JOIN "StaffMember" m ON m.id = a."staffId" AND m.active
  LEFT JOIN "Agency" g ON g.id = m."agencyId"`;

export function writerOf(row: WriterRow): Writer {
  const { linked, unreachable, greetedAt, conversation } = row;
  return { linked, unreachable, greetedAt, conversation, person: personOf(row) };
}

/** Who writes from this account. */
export async function findWriter(tx: Transaction, accountId: string, now: Date): Promise<Writer> {
  const [row] = await tx.$queryRaw<WriterRow[]>(
    Prisma.sql`SELECT ${writerColumns(now)} FROM ${writerTables} WHERE a.id = ${accountId}::uuid`,
  );
  if (row === undefined) throw new Error('the account is gone');
  return writerOf(row);
}
