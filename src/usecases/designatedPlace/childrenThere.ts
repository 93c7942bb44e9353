import type { Transaction } from '../../data/unitOfWork';
import { toDateColumn } from '../../domain/localTime';

/** A child who is at the designated place now: the encounter by which it came, and since when. */
export interface ChildThere {
  readonly encounterId: string;
  readonly number: number;
  readonly arrivedAt: Date;
  readonly parentRung: boolean;
  readonly schoolRung: boolean;
}

/**
 * Who is at the designated place on an agency-local date (`yyyy-MM-dd`), the longest there first. An encounter that was
 * undone, or put right since, brought nobody there.
 */
export async function childrenThere(tx: Transaction, date: string): Promise<readonly ChildThere[]> {
  return tx.$queryRaw<ChildThere[]>`
    SELECT e.id AS "encounterId", e.number, s."arrivedAt", s."parentRungAt" IS NOT NULL AS "parentRung",
      s."schoolRungAt" IS NOT NULL AS "schoolRung"
    FROM "DesignatedPlaceStay" s JOIN "Encounter" e ON e.id = s."encounterId"
    WHERE s."leftAt" IS NULL AND e.state = 'saved' AND e.outcome = 'designated_place'
      AND (s."arrivedAt" AT TIME ZONE 'Europe/London')::date = ${toDateColumn(date)}::date
    ORDER BY s."arrivedAt", e.number`;
}
