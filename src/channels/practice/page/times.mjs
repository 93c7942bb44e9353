const zone = 'Europe/London';
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** A moment on the agency's clock: 10:40 where it is today, otherwise Tue 24 Nov, 10:40. */
export function sayTime(iso) {
  const moment = new Date(iso);
  const date = day.format(moment);
  return date === day.format(new Date()) ? clock.format(moment) : `${date}, ${clock.format(moment)}`;
}
