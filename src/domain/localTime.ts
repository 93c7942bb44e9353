import { TZDate, tz } from '@date-fns/tz';
import { format } from 'date-fns';

/**
 * One clock: agency-local time (Europe/London), stored with zone. These are the only roads between a moment and what
 * the wall clock shows.
 */
export const agencyZone = 'Europe/London';

/** The moment as `yyyy-MM-ddTHH:mm` on the agency's wall clock; seconds are dropped. */
export function toLocalMinute(moment: Date): string {
  return format(moment, "yyyy-MM-dd'T'HH:mm", { in: tz(agencyZone) });
}

/** The agency-local date of a moment, `yyyy-MM-dd`. */
export function toLocalDate(moment: Date): string {
  return format(moment, 'yyyy-MM-dd', { in: tz(agencyZone) });
}

/** The agency-local time of a moment, `HH:mm`. */
export function toLocalTime(moment: Date): string {
  return format(moment, 'HH:mm', { in: tz(agencyZone) });
}

/** The moment at which the agency's wall clock shows `yyyy-MM-ddTHH:mm`. In the hour that comes twice: the second, in GMT. */
export function fromLocalMinute(local: string): Date {
  const [year, month, day, hour, minute] = local.split(/[-T:]/).map(Number);
  const moment = new TZDate(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, 0, agencyZone);
  return new Date(moment.getTime());
}

/** Whether it is a time of day as `HH:mm`. */
export function isClockTime(words: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(words);
}

/** A date as PostgreSQL's `date` wants it through Prisma: midnight UTC of `yyyy-MM-dd`. */
export function toDateColumn(date: string): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

/** `yyyy-MM-dd` of a `date` column read through Prisma. */
export function fromDateColumn(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/**
 * A moment as people say it: `10:40 today`, `10:40 yesterday`, `10:40 on Tue 24 Nov`; the year is added when it is
 * another one.
 */
export function sayMoment(moment: Date, now: Date): string {
  const time = toLocalTime(moment);
  return `${time} ${sayDay(moment, now)}`;
}

function sayDay(moment: Date, now: Date): string {
  const date = toLocalDate(moment);
  if (date === toLocalDate(now)) return 'today';
  if (date === toLocalDate(new Date(now.getTime() - 24 * 3600_000))) return 'yesterday';
  const sameYear = date.slice(0, 4) === toLocalDate(now).slice(0, 4);
  return `on ${format(moment, sameYear ? 'EEE d MMM' : 'EEE d MMM yyyy', { in: tz(agencyZone) })}`;
}

/** A minute that has begun on a phone whose clock is a little ahead is not "still to come". */
const aheadMs = 60_000;

/** What is said of a moment that should have been and is still to come; null where it has been. `write`: what to do. */
export function aheadSentence(moment: Date, now: Date, write: string): string | null {
  return moment.getTime() > now.getTime() + aheadMs
    ? `This is still to come: it is ${toLocalTime(now)} now. ${write}`
    : null;
}

/** The moment so many minutes later. */
export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

/** Whole years from a date of birth to a date, both `yyyy-MM-dd`. Born on 29 February: older on 1 March. */
export function ageOn(dateOfBirth: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return date.slice(5) >= dateOfBirth.slice(5) ? years : years - 1;
}
