import { toLocalDate, toLocalTime } from '../../domain/localTime';
import type { Field, FormValues } from '../model/form';

/** The two fields of a moment: its date, which is nearly always today and stands there, and its time. Agency-local. */
export function momentFields(timeLabel: string): readonly Field[] {
  return [
    { id: 'date', kind: 'date', label: 'Date', optional: false },
    { id: 'time', kind: 'time', label: timeLabel, optional: false },
  ];
}

/** What stands in them. */
export function momentValues(moment: Date): FormValues {
  return { date: toLocalDate(moment), time: toLocalTime(moment) };
}
