import { type Draft, toDraft } from '../../data/drafts';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { encounterReference } from '../../domain/encounterRecord';
import { fromLocalMinute, toDateColumn } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { childrenThere } from '../designatedPlace/childrenThere';
import { type Refused, refused } from '../refusal';
import { coordinatorsOf } from './coordinatorsOn';

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
  // Held until the end: two closes at once hand over once. Not the key, which saving an encounter refers to.
  await work.tx
    .$executeRaw`SELECT 1 FROM "AttendanceDay" WHERE date = ${toDateColumn(input.date)}::date FOR NO KEY UPDATE`;
  const day = await work.tx.attendanceDay.findUnique({ where: { date: toDateColumn(input.date) } });
  if (day === null) return refused(`There is no Attendance Day on ${input.date}. Check the date.`);
  if (day.closedAt !== null) return { kind: 'already' };
  const there = await childrenThere(work.tx, input.date);
  if (there.length > 0)
    return refused(
      `The day can’t close while a child is at the designated place: ${there.map(({ number }) => encounterReference(number)).join(', ')}. Record who collected them, then close it again.`,
    );
  await work.tx.attendanceDay.update({ where: { id: day.id }, data: { closedAt: work.now } });
  work.audit({ action: 'day.closed', subjectType: 'AttendanceDay', subjectId: day.id, fields: ['closedAt'] });
  // One saved or thrown away meanwhile is waited for, and is then no longer open.
  const rows = await work.tx.draft.updateManyAndReturn({
    where: { state: 'open', sentAt: { lte: fromLocalMinute(`${input.date}T23:59`) } },
    data: { state: 'with_coordinator', version: { increment: 1 } },
  });
  const handedOver = rows.map(toDraft).sort((one, other) => one.number - other.number);
  for (const draft of handedOver)
    work.audit({ action: 'draft.handed_over', subjectType: 'Draft', subjectId: draft.id, fields: ['state'] });
  return {
    kind: 'closed',
    handedOver,
    coordinators: await coordinatorsOf(work.tx, day.coordinatorId),
  };
}
