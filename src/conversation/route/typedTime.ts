import { toLocalMinute } from '../../domain/localTime';
import type { FieldValue } from '../model/form';

/** Said at a time field that can't be read. */
export const timeSentence = 'Write the time as hours and minutes, such as 11:05.';

/** A time typed into a form, as today's agency-local minute (`yyyy-MM-ddTHH:mm`); null where it is no time. */
export function todayAt(typed: FieldValue | undefined, now: Date): string | null {
  const time = String(typed ?? '');
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? `${toLocalMinute(now).slice(0, 11)}${time}` : null;
}
