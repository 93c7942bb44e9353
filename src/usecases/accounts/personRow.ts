import { Prisma } from '../../data/generated/client';
import { toDateColumn, toLocalDate } from '../../domain/localTime';
import { type AgencyKind, colleagueName, type Person, type Role } from '../../domain/person';

/** What a statement that reads a person returns; all null where there is nobody. */
export interface PersonRow {
  staffId: string | null;
  givenName: string | null;
  familyName: string | null;
  roles: Role[] | null;
  agencyId: string | null;
  agencyKind: AgencyKind | null;
  schoolId: string | null;
  onRoster: boolean;
}

const rosterHours = 24;

/**
 * The columns of a person, of "StaffMember" m and "Agency" g. On the roster: on a patrol of an Attendance Day that has
 * begun (by date) and closed, or was due to close, less than 24 hours ago.
 */
export function personColumns(now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - rosterHours * 3600_000);
  const today = toDateColumn(toLocalDate(now));
  return Prisma.sql`m.id AS "staffId", m."givenName", m."familyName", m.roles::text[] AS roles, m."agencyId",
    g.kind::text AS "agencyKind", m."schoolId",
    EXISTS (SELECT 1 FROM "PatrolMember" pm JOIN "Patrol" p ON p.id = pm."patrolId"
      JOIN "AttendanceDay" d ON d.id = p."dayId"
      WHERE pm."staffId" = m.id AND d.date <= ${today}::date AND d."closesAt" > ${since}) AS "onRoster"`;
}

export function personOf(row: PersonRow): Person | null {
  const { staffId, givenName, familyName, roles, agencyId, agencyKind, schoolId, onRoster } = row;
  if (staffId === null || givenName === null || familyName === null) return null;
  if (roles === null || agencyId === null || agencyKind === null) return null;
  const name = colleagueName({ givenName, familyName, roles });
  return { staffId, name, roles, agencyId, agencyKind, schoolId, onRoster };
}
