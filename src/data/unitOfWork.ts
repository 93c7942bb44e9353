import { type Actor, type AuditEntry, auditRow } from '../domain/auditEntry';
import type { Prisma, PrismaClient } from './generated/client';
import { type LastWrites, noWrites, writeLast } from './lastWrites';

/** Prisma's client inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/** A look at a child's record. */
export interface LookUpEntry {
  readonly childId: string;
  readonly level: 'recognise' | 'summary' | 'home' | 'sensitive';
  readonly reason: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

/** One change of the database, with its audit and look-ups in the same transaction. */
export interface Work {
  readonly tx: Transaction;
  /** The moment of the change. One clock: every row of a change bears the same. */
  readonly now: Date;
  readonly actor: Actor;
  /** What is written with the audit, in one statement before the transaction commits. Not to be read before. */
  readonly last: LastWrites;
  /** The same change done in another's name, once it is known who writes. */
  as(actor: Actor): Work;
  /** Notes what was done; written before the transaction commits. */
  audit(entry: AuditEntry): void;
  /** Notes that a child's record was shown to `staffId`; if it can't be written, nothing is shown. */
  lookUp(staffId: string, entry: LookUpEntry): void;
}

/**
 * Runs a change in one transaction: everything it writes, its audit rows and its look-ups are stored, or nothing is.
 * @param input.timeoutMs how long it may take, where the client's 15 seconds are too short
 * @throws what `run` throws, and the database's errors
 */
export async function inOneTransaction<T>(
  input: { prisma: PrismaClient; now: Date; actor: Actor; timeoutMs?: number },
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const options = input.timeoutMs === undefined ? {} : { timeout: input.timeoutMs };
  return input.prisma.$transaction(async (tx) => {
    const last = noWrites();
    const workOf = (actor: Actor): Work => ({
      tx,
      now: input.now,
      actor,
      last,
      as: workOf,
      audit: (entry) => {
        last.audits.push(auditRow(entry, actor, input.now));
      },
      lookUp: (staffId, entry) => {
        last.lookUps.push({ ...entry, staffId, at: input.now });
      },
    });
    const result = await run(workOf(input.actor));
    await writeLast(tx, last);
    return result;
  }, options);
}
