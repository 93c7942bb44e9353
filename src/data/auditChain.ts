import { createHash } from 'node:crypto';
import { auditContentHash } from '../domain/auditEntry';
import { type AuditEvent, Prisma, type PrismaClient } from './generated/client';
import type { Transaction } from './unitOfWork';

/** Any two numbers of ours: one instance seals at a time, over the whole database. */
const sealLock = 716_211;
const mostAtOnce = 1_000;
/** A transaction that took its number early may commit late: so far back, rows without a seal are looked for. */
const lookBack = 10_000n;
const pageSize = 1_000;
/** Sealing takes seconds. A row that was passed over for this long was not written by the service. */
const longestTailMs = 60_000;
/** Rows are sealed in the order they were committed: one that claims to be this much older was put in later. */
const latestMs = 5 * 60_000;

const beginning = '0'.repeat(64);
/** Of an audit row `e`: it has no seal yet. */
const unsealed = Prisma.sql`NOT EXISTS (SELECT 1 FROM "AuditSeal" s WHERE s."eventId" = e.id)`;

/** The link for a row: what came before, where it stands, and what it says. */
function linkHash(before: string, position: bigint, event: { id: bigint; contentHash: string }): string {
  return createHash('sha256')
    .update(`${before}\n${position}\n${event.id}\n${event.contentHash}`)
    .digest('hex');
}

/**
 * Adds the committed audit rows that have no seal yet to the chain, oldest first. Done every few seconds by whichever
 * instance comes first: a chain made inside each change would let them wait for each other.
 * @returns how many were sealed; 0 where another instance is at it
 */
export async function sealAudit(prisma: PrismaClient, now: Date): Promise<number> {
  return prisma.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<
      { free: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(${sealLock}) AS free`;
    if (lock?.free !== true) return 0;
    const last = await tx.auditSeal.findFirst({ orderBy: { position: 'desc' } });
    const highest = (await tx.auditSeal.aggregate({ _max: { eventId: true } }))._max.eventId ?? 0n;
    const rows = await tx.$queryRaw<{ id: bigint; contentHash: string }[]>`
      SELECT e.id, e."contentHash" FROM "AuditEvent" e
      WHERE e.id > ${highest - lookBack} AND ${unsealed}
      ORDER BY e.id LIMIT ${mostAtOnce}`;
    let position = last?.position ?? 0n;
    let hash = last?.hash ?? beginning;
    const seals = rows.map((event) => {
      position += 1n;
      hash = linkHash(hash, position, event);
      return { position: String(position), eventId: String(event.id), hash, sealedAt: now };
    });
    // One text for any number of rows, so that it is planned once.
    if (seals.length > 0)
      await tx.$executeRaw`
        INSERT INTO "AuditSeal" (position, "eventId", hash, "sealedAt")
        SELECT position, "eventId", hash, "sealedAt"
        FROM json_populate_recordset(NULL::"AuditSeal", ${JSON.stringify(seals)}::json)`;
    return seals.length;
  });
}

/** How many rows of the audit should have had their seal by now: those of the last minute are not counted. */
export async function countLateSeals(tx: Transaction, now: Date): Promise<number> {
  const before = new Date(now.getTime() - longestTailMs);
  const [row] = await tx.$queryRaw<{ late: number }[]>`
    SELECT count(*)::int AS late FROM "AuditEvent" e
    WHERE e.at < ${before} AND ${unsealed}`;
  return row?.late ?? 0;
}

/** How many of the newest audit rows have no seal yet: a few for some seconds. More and more: sealing does not work. */
export async function countUnsealed(prisma: Pick<Transaction, '$queryRaw'>): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM "AuditEvent" e
    WHERE e.id > coalesce((SELECT max("eventId") FROM "AuditSeal"), 0) - ${lookBack}
      AND ${unsealed}`;
  return Number(row?.count ?? 0);
}

/** What is wrong, at the first row where it is: the number of the audit row, or of the seal. */
export interface BrokenAudit {
  readonly eventId: bigint;
  readonly what: 'changed' | 'removed' | 'inserted' | 'seal changed';
}

export interface AuditChecked {
  readonly sealed: number;
  /** Rows committed in the last moments, which the next seal takes up. */
  readonly unsealed: number;
  /** The last link: kept outside, it shows later that nothing before it was rebuilt. */
  readonly head: string;
  readonly broken: BrokenAudit | null;
}

/** Reads the whole chain and every row of the audit, and finds the first that is not as it was written. */
export async function verifyAudit(tx: Transaction): Promise<AuditChecked> {
  let position = 0n;
  let head = beginning;
  let newest = 0;
  let highest = 0n;
  let sealedUntil = 0;
  let inLastGo = 0;
  let sealed = 0;
  for (;;) {
    const seals = await tx.auditSeal.findMany({
      where: { position: { gt: position } },
      orderBy: { position: 'asc' },
      take: pageSize,
    });
    if (seals.length === 0) break;
    const events = await tx.auditEvent.findMany({ where: { id: { in: seals.map((seal) => seal.eventId) } } });
    const byId = new Map(events.map((event) => [event.id, event]));
    for (const seal of seals) {
      const event = byId.get(seal.eventId);
      const what = problemOf({ event, seal, before: head, position: position + 1n, newest });
      if (what !== null) return { sealed, unsealed: 0, head, broken: { eventId: seal.eventId, what } };
      position = seal.position;
      head = seal.hash;
      if (seal.eventId > highest) highest = seal.eventId;
      newest = Math.max(newest, event?.at.getTime() ?? 0);
      inLastGo = seal.sealedAt.getTime() === sealedUntil ? inLastGo + 1 : 1;
      sealedUntil = seal.sealedAt.getTime();
      sealed += 1;
    }
  }
  const loose = await tx.$queryRaw<{ id: bigint; at: Date }[]>`
    SELECT e.id, e.at FROM "AuditEvent" e
    WHERE ${unsealed} ORDER BY e.id LIMIT ${pageSize}`;
  // Where no service runs, nobody seals: only a row that sealing has passed over was put in past it. Sealing that took
  // as many as it could may not have come to the rows behind those yet.
  const mayWait = (id: bigint) => inLastGo >= mostAtOnce && id > highest;
  const late = loose.find(({ id, at }) => !mayWait(id) && sealedUntil - at.getTime() > longestTailMs);
  return {
    sealed,
    unsealed: loose.length,
    head,
    broken: late === undefined ? null : { eventId: late.id, what: 'inserted' },
  };
}

function problemOf(input: {
  event: AuditEvent | undefined;
  seal: { position: bigint; eventId: bigint; hash: string };
  before: string;
  /** Where the next link must stand. */
  position: bigint;
  /** The newest row so far, in milliseconds. */
  newest: number;
}): BrokenAudit['what'] | null {
  const { event, seal, before, position, newest } = input;
  if (event === undefined) return 'removed';
  if (auditContentHash(event) !== event.contentHash) return 'changed';
  if (seal.position !== position || seal.hash !== linkHash(before, position, event)) return 'seal changed';
  return event.at.getTime() < newest - latestMs ? 'inserted' : null;
}
