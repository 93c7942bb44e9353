import type { Analysis } from '../find/analyse';
import type { TimeSpan } from '../find/findTimes';

type Parse = (text: string, reference: Date) => Date | null;

let parse: Parse | null = null;

/** The calendar reader is loaded at the first date: most messages have none. */
function calendar(): Parse {
  if (parse) return parse;
  const chrono: typeof import('chrono-node') = require('chrono-node');
  parse = (text, reference) => chrono.en.GB.parseDate(text, reference, { forwardDate: false });
  return parse;
}

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DATE_LIKE = new RegExp(
  `(?<![\\p{L}\\d])(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})|(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}\\/\\d{1,2}(?:\\/\\d{2,4})?|(?:\\d|two|three|four|five|six) days ago)(?![\\p{L}\\d])`,
  'iu',
);
const DAY = 86_400_000;
const LONGEST_AGO = 60;

/** The calendar day said beside a time of meeting ("on 20 November at 2pm"), as days before the message; null where none. */
export function calendarDaysBack(input: { analysis: Analysis; time: TimeSpan; noon: Date }): number | null {
  const { analysis, time, noon } = input;
  const isBirth = (i: number): boolean => analysis.dates.some(({ from, to }) => i >= from && i < to);
  const near = analysis.tokens
    .slice(Math.max(0, time.from - 9), time.to + 7)
    .map((token, k) => {
      const i = Math.max(0, time.from - 9) + k;
      const isHidden = isBirth(i) || (i >= time.from && i < time.to);
      return isHidden ? '.' : token.raw;
    })
    .join(' ')
    .replace(/(\d) (st|nd|rd|th)\b/gi, '$1$2')
    .replace(/(\d) \/ (\d)/g, '$1/$2');
  const said = DATE_LIKE.exec(near)?.[0];
  if (!said) return null;
  const date = calendar()(said, noon);
  if (!date) return null;
  const days = Math.round((noon.getTime() - date.getTime()) / DAY);
  return days >= 0 && days <= LONGEST_AGO ? days : null;
}
