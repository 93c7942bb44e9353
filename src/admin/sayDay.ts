import { toLocalTime } from '../domain/localTime';
import type { DayRead } from '../usecases/days/readDay';

/** An Attendance Day in lines: staff by number, encounters as a count. */
export function sayDay({ plan, closedAt, encounters }: DayRead): readonly string[] {
  const { direction } = plan;
  return [
    `Attendance Day ${plan.date}, ${plan.from} to ${plan.until}`,
    `Area: ${plan.area}`,
    `Designated place: ${plan.designatedPlace ?? 'none'}`,
    `Section 16 direction: ${direction ? `${direction.from} to ${direction.until}, ${direction.area}, by ${direction.givenBy}` : 'none'}`,
    `Coordinator: ${plan.coordinator ?? 'all coordinators'}`,
    ...plan.patrols.map(
      ({ name, members }) =>
        `Patrol ${name}: ${members.map(({ staff, leads }) => (leads ? `${staff} (leads)` : staff)).join(', ')}`,
    ),
    ...(plan.patrols.length === 0 ? ['Patrols: none'] : []),
    `Encounters: ${encounters}`,
    closedAt === null ? 'Open' : `Closed at ${toLocalTime(closedAt)}`,
  ];
}
