import { type EncounterValues, encounterValuesSchema } from '../domain/encounterRecord';
import { fromDateColumn, toLocalMinute } from '../domain/localTime';
import { colleagueName, type Role } from '../domain/person';
import { type Encounter as EncounterRow, Prisma } from './generated/client';
import type { Transaction } from './unitOfWork';

/** A saved encounter as it stands now. */
export interface Encounter {
  readonly id: string;
  readonly number: number;
  readonly state: EncounterRow['state'];
  readonly revision: number;
  readonly draftId: string | null;
  readonly recordedById: string;
  readonly recordedBy: string;
  readonly savedAt: Date;
  readonly timeStated: boolean;
  readonly values: EncounterValues;
  readonly identified: boolean;
  /** On an Attendance Day, or outside one. */
  readonly onAttendanceDay: boolean;
  readonly dayClosed: boolean;
}

type Row = EncounterRow & {
  school: string | null;
  place: string | null;
  staffGivenName: string;
  staffFamilyName: string;
  staffRoles: Role[];
  closedAt: Date | null;
  identified: boolean;
};

/** The encounter with this id or number, held against other changes until the transaction ends; null if none. */
export async function lockEncounter(
  tx: Transaction,
  where: { id: string } | { number: number },
): Promise<Encounter | null> {
  const condition =
    'id' in where ? Prisma.sql`e.id = ${where.id}::uuid` : Prisma.sql`e.number = ${where.number}`;
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`${select} WHERE ${condition} FOR UPDATE OF e`);
  return row === undefined ? null : toEncounter(row);
}

/** The encounters that were saved from a draft, in the order the children were named. */
export async function encountersOfDraft(tx: Transaction, draftId: string): Promise<readonly Encounter[]> {
  const rows = await tx.$queryRaw<Row[]>(
    Prisma.sql`${select} WHERE e."draftId" = ${draftId}::uuid ORDER BY e.number`,
  );
  return rows.map(toEncounter);
}

const select = Prisma.sql`
  SELECT e.*, s.name AS school, p.name AS place, m."givenName" AS "staffGivenName", m."familyName" AS "staffFamilyName",
    m.roles::text[] AS "staffRoles", d."closedAt", c.identified
  FROM "Encounter" e JOIN "StaffMember" m ON m.id = e."recordedById" JOIN "Child" c ON c.id = e."childId"
    LEFT JOIN "School" s ON s.id = e."schoolId" LEFT JOIN "Place" p ON p.id = e."placeId"
    LEFT JOIN "AttendanceDay" d ON d.id = e."dayId"`;

function toEncounter(row: Row): Encounter {
  const values = encounterValuesSchema.parse({
    ...row,
    dateOfBirth: row.dateOfBirth === null ? null : fromDateColumn(row.dateOfBirth),
    occurredAt: toLocalMinute(row.occurredAt),
  });
  const { id, number, state, revision, draftId, recordedById, savedAt, timeStated, identified } = row;
  return {
    id,
    number,
    state,
    revision,
    draftId,
    recordedById,
    recordedBy: colleagueName({
      givenName: row.staffGivenName,
      familyName: row.staffFamilyName,
      roles: row.staffRoles,
    }),
    savedAt,
    timeStated,
    values,
    identified,
    onAttendanceDay: row.dayId !== null,
    dayClosed: row.closedAt !== null,
  };
}
