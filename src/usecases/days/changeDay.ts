import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';
import { countPatrols, type DayStored } from './createDay';
import type { DayPlan } from './dayPlan';
import { readDay } from './readDay';
import { resolveDay } from './resolveDay';
import { storePatrols } from './storePatrols';

/** What is to be different; what is not named stays. `null` takes a direction, a designated place or a coordinator away. */
export type DayChange = { readonly date: string } & {
  readonly [Field in Exclude<keyof DayPlan, 'date'>]?: DayPlan[Field] | undefined;
};

/** Changes an Attendance Day that is not closed. A patrol named takes the place of the one of that name; others stay. */
export async function changeDay(work: Work, person: Person, change: DayChange): Promise<DayStored | Refused> {
  const decision = authorise(person, 'day.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const day = await readDay(work, person, { date: change.date });
  if (day.kind === 'refused') return day;
  if (day.closedAt !== null) return refused(`The day of ${change.date} is closed and can’t be changed.`);
  const plan: DayPlan = {
    date: change.date,
    area: change.area ?? day.plan.area,
    from: change.from ?? day.plan.from,
    until: change.until ?? day.plan.until,
    designatedPlace: kept(change.designatedPlace, day.plan.designatedPlace),
    direction: kept(change.direction, day.plan.direction),
    coordinator: kept(change.coordinator, day.plan.coordinator),
    patrols: mergePatrols(day.plan.patrols, change.patrols ?? []),
  };
  const resolved = await resolveDay(work.tx, plan);
  if ('sentence' in resolved) return refused(resolved.sentence);
  await work.tx.attendanceDay.update({ where: { id: day.id }, data: resolved.values });
  if (change.patrols !== undefined) await storePatrols(work.tx, day.id, resolved.patrols);
  work.audit({
    action: 'day.changed',
    subjectType: 'AttendanceDay',
    subjectId: day.id,
    fields: Object.entries(change).flatMap(([field, value]) =>
      field === 'date' || value === undefined ? [] : [field],
    ),
  });
  return { kind: 'stored', ...countPatrols(resolved.patrols), warnings: resolved.warnings };
}

function mergePatrols(before: DayPlan['patrols'], named: DayPlan['patrols']): DayPlan['patrols'] {
  const replaced = before.map((patrol) => named.find(({ name }) => name === patrol.name) ?? patrol);
  return [...replaced, ...named.filter(({ name }) => !before.some((patrol) => patrol.name === name))];
}

function kept<T>(wanted: T | undefined, before: T): T {
  return wanted === undefined ? before : wanted;
}
