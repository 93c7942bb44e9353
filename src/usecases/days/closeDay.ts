import { type Draft, toDraft } from '../../data/drafts';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { fromLocalMinute, toDateColumn } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';

/**
 * Closes an Attendance Day: encounters can no longer be changed by those who recorded them, and drafts begun by the end
 * of that day and left unsaved go to the coordinator.
 * @param input.date agency-local date, `yyyy-MM-dd`
 */
export async function closeDay(
  work: Work,
  person: Person,
  input: { date: string },
): Promise<
  | { kind: 'closed'; handedOver: readonly Draft[]; coordinators: readonly string[] }
  | { kind: 'already' }
  | Refused
> {
  const decision = authorise(person, 'day.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const day = await work.tx.attendanceDay.findUnique({ where: { date: toDateColumn(input.date) } });
  if (day === null) return refused(`There is no Attendance Day on ${input.date}. Check the date.`);
  if (day.closedAt !== null) return { kind: 'already' };
  await work.tx.attendanceDay.update({ where: { id: day.id }, data: { closedAt: work.now } });
  work.audit({ action: 'day.closed', subjectType: 'AttendanceDay', subjectId: day.id, fields: ['closedAt'] });
  const rows = await work.tx.draft.findMany({
    where: { state: 'open', sentAt: { lte: fromLocalMinute(`${input.date}T23:59`) } },
    orderBy: { number: 'asc' },
  });
  await work.tx.draft.updateMany({
    where: { id: { in: rows.map((row) => row.id) } },
    data: { state: 'with_coordinator', version: { increment: 1 } },
  });
  for (const row of rows)
    work.audit({ action: 'draft.handed_over', subjectType: 'Draft', subjectId: row.id, fields: ['state'] });
  const handedOver = await work.tx.draft.findMany({
    where: { id: { in: rows.map((row) => row.id) } },
    orderBy: { number: 'asc' },
  });
  return {
    kind: 'closed',
    handedOver: handedOver.map(toDraft),
    coordinators: await coordinatorsOf(work, day),
  };
}

/** The day's coordinator, or everybody with that role where none is named. */
async function coordinatorsOf(work: Work, day: { coordinatorId: string | null }): Promise<readonly string[]> {
  if (day.coordinatorId !== null) return [day.coordinatorId];
  const staff = await work.tx.staffMember.findMany({
    where: { active: true, roles: { has: 'coordinator' } },
    select: { id: true },
  });
  return staff.map((member) => member.id);
}
