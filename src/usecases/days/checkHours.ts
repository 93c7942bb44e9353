import { isClockTime } from '../../domain/localTime';
import type { DayPlan } from './dayPlan';

/** What can't be in a day's plan, as a sentence; null where it holds together. Schools are closed at weekends. */
export function checkHours(plan: DayPlan): string | null {
  if (!isDate(plan.date)) return 'The date is not a day. Write it as year-month-day: 2026-11-24.';
  const weekday = new Date(`${plan.date}T12:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6)
    return `${plan.date} is a ${weekday === 0 ? 'Sunday' : 'Saturday'}, and schools are closed. Check the date.`;
  if (plan.area.trim() === '') return 'The area is empty. Say where the patrols go.';
  return (
    checkSpan('The day', plan.from, plan.until) ??
    (plan.direction && checkSpan('The direction', plan.direction.from, plan.direction.until)) ??
    (plan.direction && (plan.direction.givenBy.trim() === '' || plan.direction.area.trim() === '')
      ? 'A direction needs who gave it (a superintendent or above) and its area.'
      : null)
  );
}

function checkSpan(what: string, from: string, until: string): string | null {
  if (![from, until].every(isClockTime))
    return `${what} has a time that can’t be read. Write hours and minutes: 09:00.`;
  return from < until ? null : `${what} ends before it begins. Check both times.`;
}

function isDate(date: string): boolean {
  const moment = new Date(`${date}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date)
  );
}
