import type { Transaction } from '../../data/unitOfWork';
import { toDateColumn, toLocalDate } from '../../domain/localTime';
import { colleagueName, type Person } from '../../domain/person';

const rosterHours = 24;

/**
 * The staff member with this id, if active. On the roster: on a patrol of an Attendance Day that has begun (by date)
 * and closed, or was due to close, less than 24 hours ago.
 */
export async function findPerson(tx: Transaction, staffId: string, now: Date): Promise<Person | null> {
  const staff = await tx.staffMember.findUnique({
    where: { id: staffId },
    include: {
      agency: { select: { kind: true } },
      patrols: {
        where: {
          patrol: {
            day: {
              date: { lte: toDateColumn(toLocalDate(now)) },
              closesAt: { gt: new Date(now.getTime() - rosterHours * 3600_000) },
            },
          },
        },
        select: { patrolId: true },
        take: 1,
      },
    },
  });
  if (staff === null || !staff.active) return null;
  return {
    staffId: staff.id,
    name: colleagueName(staff),
    roles: staff.roles,
    agencyId: staff.agencyId,
    agencyKind: staff.agency.kind,
    schoolId: staff.schoolId,
    onRoster: staff.patrols.length > 0,
  };
}
