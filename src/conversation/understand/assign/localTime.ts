import type { Analysis } from '../find/analyse';
import type { TimeSpan } from '../find/findTimes';
import { normsOf } from '../words/normsOf';
import { calendarDaysBack } from './meetingDate';

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Wall clock of Europe/London at an instant, as YYYY-MM-DDTHH:MM; null where the instant is none. */
export function londonMinute(instant: Date): string | null {
  if (Number.isNaN(instant.getTime())) return null;
  const parts = new Map(LONDON.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** How many days before the message the meeting was: "yesterday", "on Friday" near the time. */
function daysBack(analysis: Analysis, time: TimeSpan, sentDay: number): number {
  const { scan, tokens } = analysis;
  const words = scan.text;
  const start = Math.max(0, time.from - 14);
  const near = normsOf(tokens, start, time.to + 5);
  if (/(?<!\S)day before yesterday(?!\S)/.test(near)) return 2;
  if (
    /(?<!\S)(?:yesterday|yday|yest|yesterdays)(?!\S)/.test(near) ||
    /^(?:\S+ ){0,12}yesterday(?!\S)/.test(words)
  )
    return 1;
  // A weekday counts within its sentence: "down from Leicester on Saturday. Malls 1255".
  const sentence = tokens.slice(start, time.from).map((token) => token.norm);
  const cut = Math.max(sentence.lastIndexOf('.'), sentence.lastIndexOf('\n'));
  const inSentence = cut > 4 ? normsOf(tokens, start + cut, time.to + 5) : near;
  const day = new RegExp(`(?<!\\S)(?:on|last|this past|late entry) (${WEEKDAYS.join('|')})(?!\\S)`).exec(
    inSentence,
  )?.[1];
  if (!day) return 0;
  return (sentDay - WEEKDAYS.indexOf(day) + 7) % 7 || 7;
}

/** The moment of meeting as Europe/London wall clock (rule 16). */
export function wallClock(input: { analysis: Analysis; time: TimeSpan; sentAt: string }): string | null {
  const { analysis, time } = input;
  const sent = new Date(input.sentAt);
  if (Number.isNaN(sent.getTime())) return null;
  if (time.kind === 'ago') return londonMinute(new Date(sent.getTime() - time.minutes * 60_000));
  if (time.kind === 'hourly') {
    const since = (sent.getUTCMinutes() - time.minutes + 60) % 60;
    return londonMinute(new Date(sent.getTime() - since * 60_000));
  }
  const today = londonMinute(sent)?.slice(0, 10);
  if (!today) return null;
  const noon = new Date(`${today}T12:00:00Z`);
  const back = calendarDaysBack({ analysis, time, noon }) ?? daysBack(analysis, time, noon.getUTCDay());
  const day = new Date(noon.getTime() - back * 86_400_000);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${day.toISOString().slice(0, 10)}T${pad(Math.floor(time.minutes / 60))}:${pad(time.minutes % 60)}`;
}
