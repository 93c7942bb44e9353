import { isoDate } from '../../domain/encounterFields';
import { isClockTime, toLocalDate } from '../../domain/localTime';
import type { FormValues } from '../model/form';

/** Said at a time field that can't be read. */
export const timeSentence = 'Write the time as hours and minutes, such as 10:40.';
const dateSentence = 'Write the date as day, month and year.';

/** A date and time typed into a form, as an agency-local minute (`yyyy-MM-ddTHH:mm`), or what is wrong at its field. */
export function momentTyped(
  values: FormValues,
  now: Date,
): { readonly at: string } | { readonly errors: Readonly<Record<string, string>> } {
  // A form that was opened before it asked for the date is of today.
  const date = typedText(values, 'date') || toLocalDate(now);
  const time = typedText(values, 'time');
  if (!isoDate.safeParse(date).success) return { errors: { date: dateSentence } };
  if (!isClockTime(time)) return { errors: { time: timeSentence } };
  return { at: `${date}T${time}` };
}

/** What was typed into a field, without spaces around it; empty where nothing was. */
export function typedText(values: FormValues, field: string): string {
  return String(values[field] ?? '').trim();
}
