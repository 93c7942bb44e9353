import { isClockTime, toLocalMinute } from '../../domain/localTime';
import type { FieldValue, FormValues } from '../model/form';

/** Said at a time field that can't be read. */
export const timeSentence = 'Write the time as hours and minutes, such as 11:05.';

/** A time typed into a form, as today's agency-local minute (`yyyy-MM-ddTHH:mm`); null where it is no time. */
export function todayAt(typed: FieldValue | undefined, now: Date): string | null {
  const time = String(typed ?? '');
  return isClockTime(time) ? `${toLocalMinute(now).slice(0, 11)}${time}` : null;
}

/** What was typed into a field, without spaces around it; empty where nothing was. */
export function typedText(values: FormValues, field: string): string {
  return String(values[field] ?? '').trim();
}
