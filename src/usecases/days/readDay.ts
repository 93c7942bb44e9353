import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { toDateColumn, toLocalTime } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';
import type { DayPlan } from './dayPlan';

/** An Attendance Day as it stands, with people by their numbers, and how much was recorded on it. */
export interface DayRead {
  readonly kind: 'day';
  readonly id: string;
  /** Staff stand in it by number, `S-12`. */
  readonly plan: DayPlan;
  readonly closedAt: Date | null;
  /** Encounters saved and not taken back. */
  readonly encounters: number;
}

/** Reads the day of a date. Someone no longer active stays on it. */
export async function readDay(
  work: Work,
  person: Person,
  input: { date: string },
): Promise<DayRead | Refused> {
  const decision = authorise(person, 'day.manage');
  if (!decision.allowed) return refused(decision.sentence);
  if (!/^\d{4}-\d\d-\d\d$/.test(input.date) || Number.isNaN(Date.parse(input.date)))
    return refused('The date is not a day. Write it as year-month-day: 2026-11-24.');
  const day = await work.tx.attendanceDay.findUnique({
    where: { date: toDateColumn(input.date) },
    include: {
      patrols: {
        orderBy: { name: 'asc' },
        include: { members: { include: { staff: { select: { number: true } } } } },
      },
      _count: { select: { encounters: { where: { state: 'saved' } } } },
    },
  });
  if (day === null) return refused(`There is no Attendance Day on ${input.date}. Check the date.`);
  const coordinator =
    day.coordinatorId === null
      ? null
      : await work.tx.staffMember.findUnique({ where: { id: day.coordinatorId }, select: { number: true } });
  const { directionGivenBy, directionArea, directionFrom, directionUntil } = day;
  const plan: DayPlan = {
    date: input.date,
    area: day.area,
    from: toLocalTime(day.opensAt),
    until: toLocalTime(day.closesAt),
    designatedPlace: day.designatedPlace,
    direction:
      directionGivenBy === null || directionArea === null || directionFrom === null || directionUntil === null
        ? null
        : {
            givenBy: directionGivenBy,
            area: directionArea,
            from: toLocalTime(directionFrom),
            until: toLocalTime(directionUntil),
          },
    coordinator: coordinator && `S-${coordinator.number}`,
    patrols: day.patrols.map(({ name, members }) => ({
      name,
      members: members
        .map(({ staff, leads }) => ({ staff: `S-${staff.number}`, leads }))
        .sort((a, b) => Number(b.leads) - Number(a.leads) || a.staff.localeCompare(b.staff)),
    })),
  };
  return { kind: 'day', id: day.id, plan, closedAt: day.closedAt, encounters: day._count.encounters };
}
