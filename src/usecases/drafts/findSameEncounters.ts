import { Prisma } from '../../data/generated/client';
import type { Transaction } from '../../data/unitOfWork';
import { colleagueName, type Role } from '../../domain/person';

/** A saved encounter that looks like the one about to be saved. */
export interface SameEncounter {
  readonly encounterId: string;
  readonly number: number;
  readonly childId: string;
  readonly recordedById: string;
  readonly occurredAt: Date;
  readonly savedAt: Date;
  readonly savedBy: string;
}

/** The child as far as it is known: a pupil, or the name that was said. */
export interface MetWhereAndWhen {
  readonly childId: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly placeName: string | null;
  readonly occurredAt: Date;
}

interface Row {
  id: string;
  number: number;
  childId: string;
  recordedById: string;
  occurredAt: Date;
  savedAt: Date;
  givenName: string;
  familyName: string;
  roles: Role[];
}

/** Saved encounters of the same child at the same place within `minutes` of this one, nearest first, three at most. */
export async function findSameEncounters(
  tx: Transaction,
  met: MetWhereAndWhen,
  minutes: number,
): Promise<readonly SameEncounter[]> {
  const named = met.givenName !== null || met.familyName !== null;
  if (met.childId === null && !named) return [];
  const from = new Date(met.occurredAt.getTime() - minutes * 60_000);
  const until = new Date(met.occurredAt.getTime() + minutes * 60_000);
  const sameName = Prisma.sql`rollcall_fold(coalesce(e."givenName", '') || ' ' || coalesce(e."familyName", ''))
    = rollcall_fold(${`${met.givenName ?? ''} ${met.familyName ?? ''}`})`;
  const sameChild =
    met.childId === null ? sameName : Prisma.sql`(e."childId" = ${met.childId}::uuid OR ${sameName})`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.id, e.number, e."childId", e."recordedById", e."occurredAt", e."savedAt", m."givenName", m."familyName", m.roles::text[] AS roles
    FROM "Encounter" e JOIN "StaffMember" m ON m.id = e."recordedById" LEFT JOIN "Place" p ON p.id = e."placeId"
    WHERE e.state = 'saved' AND e."occurredAt" BETWEEN ${from} AND ${until} AND ${sameChild}
      AND (p.name IS NULL OR ${met.placeName}::text IS NULL OR p.name = ${met.placeName})
    ORDER BY abs(extract(epoch FROM e."occurredAt" - ${met.occurredAt}::timestamptz)), e.number LIMIT 3`;
  return rows.map((row) => ({
    encounterId: row.id,
    number: row.number,
    childId: row.childId,
    recordedById: row.recordedById,
    occurredAt: row.occurredAt,
    savedAt: row.savedAt,
    savedBy: colleagueName(row),
  }));
}
