import { agencyZone } from '../domain/localTime';
import { Prisma } from './generated/client';
import type { Transaction } from './unitOfWork';

/** One child of a draft as it is saved. */
export interface EncounterSaved {
  /** The Attendance Day is found by when the child was met. */
  readonly encounter: Omit<Prisma.EncounterCreateManyInput, 'dayId'>;
  /** Of the first revision: the values as saved. */
  readonly values: Prisma.InputJsonValue;
  /** A child whom nobody has matched to a pupil: kept with the encounter. */
  readonly unidentified: Prisma.ChildCreateManyInput | null;
  /** Brought to the designated place: the stay begins. */
  readonly arrived: boolean;
}

/**
 * Writes a save in one statement: the encounters in their order with their first revisions, children not identified
 * yet, stays at the designated place, and the draft, which is saved now. A worry raised on the check card goes with its
 * child into the record.
 */
export async function saveEncounters(
  tx: Transaction,
  input: { draftId: string; byId: string; now: Date; saved: readonly EncounterSaved[] },
): Promise<void> {
  const { draftId, byId, now, saved } = input;
  const revisions = saved.map(({ encounter, values }) => ({ encounterId: encounter.id, values }));
  const stays = saved.flatMap(({ encounter, arrived }) => (arrived ? [{ encounterId: encounter.id }] : []));
  const children = saved.flatMap(({ unidentified }) => (unidentified === null ? [] : [unidentified]));
  await tx.$executeRaw`
    WITH children AS (
      INSERT INTO "Child" (id, identified, "givenName", "familyName", "dateOfBirth", "yearGroup", "schoolId")
      SELECT id, false, "givenName", "familyName", "dateOfBirth", "yearGroup", "schoolId"
      FROM json_populate_recordset(NULL::"Child", ${JSON.stringify(children)}::json)
    ), encounters AS (
      INSERT INTO "Encounter" (${encounterColumns}, "dayId")
      SELECT ${encounterColumns}, (SELECT d.id FROM "AttendanceDay" d
        WHERE d.date = ("occurredAt" AT TIME ZONE ${agencyZone})::date)
      FROM json_populate_recordset(NULL::"Encounter", ${JSON.stringify(saved.map(({ encounter }) => encounter))}::json)
      RETURNING id, "draftChildKey"
    ), revisions AS (
      INSERT INTO "EncounterRevision" (id, "encounterId", number, kind, "byId", at, "values")
      SELECT gen_random_uuid(), "encounterId", 1, 'saved', ${byId}::uuid, ${now}::timestamptz, "values"
      FROM json_populate_recordset(NULL::"EncounterRevision", ${JSON.stringify(revisions)}::json)
    ), stays AS (
      INSERT INTO "DesignatedPlaceStay" (id, "encounterId", "arrivedAt", "arrivedById")
      SELECT gen_random_uuid(), "encounterId", ${now}::timestamptz, ${byId}::uuid
      FROM json_populate_recordset(NULL::"DesignatedPlaceStay", ${JSON.stringify(stays)}::json)
    ), concerns AS (
      UPDATE "Concern" c SET "encounterId" = e.id FROM encounters e
      WHERE c."draftId" = ${draftId}::uuid AND c."draftChildKey" = e."draftChildKey"
    )
    UPDATE "Draft" SET state = 'saved', version = version + 1, "updatedAt" = ${now}::timestamptz
    WHERE id = ${draftId}::uuid`;
}

/** All that a save knows; the other columns are filled in later. */
const encounterColumns = Prisma.raw(
  `id "draftId" "draftChildKey" "agencyId" "recordedById" "childId" "savedAt" "occurredAt" "timeStated" "givenName"
  "familyName" age "dateOfBirth" "yearGroup" "schoolId" "schoolSaid" "placeId" "placeSaid" companion "claimedReason"
  outcome "schoolContacted" note "underWay" "handedOverTo" "handedOverAt" "powerUsed" "powerGrounds" "noticeGiven"
  "handOverAskAt"`.replaceAll(/\s+/g, ', '),
);
