import type { Stay } from '../domain/designatedPlace';
import { type EncounterValues, encounterValuesSchema } from '../domain/encounterRecord';
import { fromDateColumn, toLocalMinute } from '../domain/localTime';
import type { RecognisedPupil } from '../domain/matching';
import { colleagueName, type Role } from '../domain/person';
import { columns } from './columns';
import { type Encounter as EncounterRow, Prisma } from './generated/client';
import type { Transaction } from './unitOfWork';

/** A saved encounter as it stands now. */
export interface Encounter {
  readonly id: string;
  readonly number: number;
  readonly state: EncounterRow['state'];
  readonly revision: number;
  readonly draftId: string | null;
  readonly draftChildKey: string | null;
  readonly recordedById: string;
  readonly recordedBy: string;
  readonly savedAt: Date;
  readonly timeStated: boolean;
  /** When it is asked who took the child over; null: nothing is open. */
  readonly handOverAskAt: Date | null;
  readonly values: EncounterValues;
  /** The pupil it is, where one is matched: name, age, year group, school. */
  readonly pupil: RecognisedPupil | null;
  /** On an Attendance Day, or outside one. */
  readonly onAttendanceDay: boolean;
  readonly dayClosed: boolean;
  /** At the designated place, or since left; null where the child was never there. */
  readonly stay: Stay | null;
}

type Row = EncounterRow & {
  school: string | null;
  place: string | null;
  staffGivenName: string;
  staffFamilyName: string;
  staffRoles: Role[];
  closedAt: Date | null;
  identified: boolean;
  pupilGivenName: string | null;
  pupilFamilyName: string | null;
  pupilDateOfBirth: Date | null;
  pupilYearGroup: number | null;
  pupilSchool: string | null;
  arrivedAt: Date | null;
  parentRungAt: Date | null;
  schoolRungAt: Date | null;
  leftAt: Date | null;
  collectedBy: string | null;
  relationship: string | null;
};

/** The encounter with this id or number, held against other changes until the transaction ends; null if none. */
export async function lockEncounter(
  tx: Transaction,
  where: { id: string } | { number: number },
): Promise<Encounter | null> {
  const condition =
    'id' in where ? Prisma.sql`e.id = ${where.id}::uuid` : Prisma.sql`e.number = ${where.number}`;
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`${select} WHERE ${condition} FOR NO KEY UPDATE OF e`);
  return row === undefined ? null : toEncounter(row);
}

/** The encounters that were saved from a draft, in the order the children were named; held against other changes. */
export async function encountersOfDraft(tx: Transaction, draftId: string): Promise<readonly Encounter[]> {
  const rows = await tx.$queryRaw<Row[]>(
    Prisma.sql`${select} WHERE e."draftId" = ${draftId}::uuid ORDER BY e.number FOR NO KEY UPDATE OF e`,
  );
  return rows.map(toEncounter);
}

/** A person's own encounters whose child is still on the way, the oldest first; held. */
export async function openHandOvers(tx: Transaction, staffId: string): Promise<readonly Encounter[]> {
  const rows = await tx.$queryRaw<Row[]>(
    Prisma.sql`${select} WHERE e."recordedById" = ${staffId}::uuid AND e.state = 'saved' AND e."underWay"
      AND e."handedOverAt" IS NULL AND e."handOverAskAt" IS NOT NULL ORDER BY e.number FOR NO KEY UPDATE OF e`,
  );
  return rows.map(toEncounter);
}

const select = Prisma.sql`
  SELECT ${columns(Prisma.EncounterScalarFieldEnum, 'e')}, e."powerUsed"::text AS "powerUsed", s.name AS school, p.name AS place, m."givenName" AS "staffGivenName", m."familyName" AS "staffFamilyName",
    m.roles::text[] AS "staffRoles", d."closedAt", c.identified, c."givenName" AS "pupilGivenName",
    c."familyName" AS "pupilFamilyName", c."dateOfBirth" AS "pupilDateOfBirth", c."yearGroup" AS "pupilYearGroup",
    cs.name AS "pupilSchool", st."arrivedAt", st."parentRungAt", st."schoolRungAt", st."leftAt", st."collectedBy",
    st.relationship
  FROM "Encounter" e JOIN "StaffMember" m ON m.id = e."recordedById" JOIN "Child" c ON c.id = e."childId"
    LEFT JOIN "School" cs ON cs.id = c."schoolId"
    LEFT JOIN "School" s ON s.id = e."schoolId" LEFT JOIN "Place" p ON p.id = e."placeId"
    LEFT JOIN "DesignatedPlaceStay" st ON st."encounterId" = e.id
    LEFT JOIN "AttendanceDay" d ON d.id = e."dayId"`;

function toEncounter(row: Row): Encounter {
  const values = encounterValuesSchema.parse({
    ...row,
    dateOfBirth: row.dateOfBirth === null ? null : fromDateColumn(row.dateOfBirth),
    occurredAt: toLocalMinute(row.occurredAt),
    handedOverAt: row.handedOverAt === null ? null : toLocalMinute(row.handedOverAt),
  });
  const {
    id,
    number,
    state,
    revision,
    draftId,
    draftChildKey,
    recordedById,
    savedAt,
    timeStated,
    handOverAskAt,
  } = row;
  return {
    id,
    number,
    state,
    revision,
    draftId,
    draftChildKey,
    recordedById,
    recordedBy: colleagueName({
      givenName: row.staffGivenName,
      familyName: row.staffFamilyName,
      roles: row.staffRoles,
    }),
    savedAt,
    timeStated,
    handOverAskAt,
    values,
    pupil: row.identified ? pupilOf(row) : null,
    onAttendanceDay: row.dayId !== null,
    dayClosed: row.closedAt !== null,
    stay: row.arrivedAt === null ? null : stayOf(row, row.arrivedAt),
  };
}

function stayOf(row: Row, arrivedAt: Date): Stay {
  const { parentRungAt, schoolRungAt, leftAt, collectedBy, relationship } = row;
  return { arrivedAt, parentRungAt, schoolRungAt, leftAt, collectedBy, relationship };
}

function pupilOf(row: Row): RecognisedPupil {
  return {
    childId: row.childId,
    givenName: row.pupilGivenName,
    familyName: row.pupilFamilyName,
    dateOfBirth: row.pupilDateOfBirth === null ? null : fromDateColumn(row.pupilDateOfBirth),
    yearGroup: row.pupilYearGroup,
    schoolName: row.pupilSchool,
  };
}
