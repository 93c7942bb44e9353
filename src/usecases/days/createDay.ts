import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { toDateColumn, toLocalDate } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';
import type { DayPlan } from './dayPlan';
import { resolveDay } from './resolveDay';
import { storePatrols } from './storePatrols';

export interface DayStored {
  readonly kind: 'stored';
  readonly patrols: number;
  /** People on patrols, each counted once. */
  readonly staff: number;
  readonly warnings: readonly string[];
}

/** Creates an Attendance Day with its patrols. One for each date; never at a weekend, never in the past. */
export async function createDay(work: Work, person: Person, plan: DayPlan): Promise<DayStored | Refused> {
  const decision = authorise(person, 'day.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const day = await resolveDay(work.tx, plan);
  if ('sentence' in day) return refused(day.sentence);
  if (plan.date < toLocalDate(work.now))
    return refused(`${plan.date} is over. Choose today or a day to come.`);
  const existing = await work.tx.attendanceDay.findUnique({ where: { date: toDateColumn(plan.date) } });
  if (existing !== null)
    return refused(`There is an Attendance Day on ${plan.date} already. Change that one: day change.`);
  const stored = await work.tx.attendanceDay.create({ data: day.values });
  await storePatrols(work.tx, stored.id, day.patrols);
  work.audit({
    action: 'day.created',
    subjectType: 'AttendanceDay',
    subjectId: stored.id,
    fields: [...filled(day.values), 'patrols'],
  });
  return { kind: 'stored', ...countPatrols(day.patrols), warnings: day.warnings };
}

function filled(values: object): string[] {
  return Object.entries(values).flatMap(([field, value]) => (value === null ? [] : [field]));
}

/** How many patrols, and how many people on them. */
export function countPatrols(patrols: readonly { readonly members: readonly { staffId: string }[] }[]) {
  const people = patrols.flatMap(({ members }) => members.map(({ staffId }) => staffId));
  return { patrols: patrols.length, staff: new Set(people).size };
}
