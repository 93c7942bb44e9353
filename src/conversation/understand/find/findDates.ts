import { ordinalWord } from '../words/numbers';
import { findAll } from '../words/scan';
import type { Scan, Span } from '../words/token';

/** A date of birth, or one said too loosely to record (month and year only): then `value` is null. */
export type DateSpan = Span & { readonly value: string | null };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const BIRTH = '(?:dob|d\\.o\\.b|date of birth|birth date|birthday|born(?: on)?|b|d o b)';
const LEAD = `(?:${BIRTH} (?:is |was |[:=|.,-] )?(?:the )?)?`;

const FULL = new RegExp(`(?<!\\S)${LEAD}(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})(?!\\S)`, 'g');
const ISO = new RegExp(`(?<!\\S)${LEAD}((?:19|20)\\d\\d)[./-](\\d{1,2})[./-](\\d{1,2})(?!\\S)`, 'g');
const SIX = new RegExp(`(?<!\\S)${BIRTH} (?:is |was |[:=|.-] )?(\\d{2})(\\d{2})(\\d{2}|\\d{4})(?!\\S)`, 'g');
const SPACED = new RegExp(
  `(?<!\\S)${BIRTH} (?:is |was |[:=|.-] )?(\\d{1,2}) (?:[/.-] )?(\\d{1,2}) (?:[/.-] )?((?:20)?\\d{2})(?!\\S)`,
  'g',
);
const WORDED = new RegExp(
  `(?<!\\S)${LEAD}(\\d{1,2})(?: ?(?:st|nd|rd|th))? (?:[-/] )?(?:of )?${MONTH} ?(?:[-/,.'] ?)?((?:20)\\d\\d|\\d{2})(?!\\S)`,
  'g',
);
const MONTH_FIRST = new RegExp(
  `(?<!\\S)${LEAD}${MONTH} (\\d{1,2})(?: ?(?:st|nd|rd|th))? ?(?:, ?)?((?:20)\\d\\d)(?!\\S)`,
  'g',
);
const ORDINAL = new RegExp(
  `(?<!\\S)${LEAD}((?:twenty |thirty |20 |30 )?[a-z]+(?:th|st|nd|rd|first|second|third)|(?:twenty|thirty)-[a-z]+) (?:of )?${MONTH} ?(?:, )?((?:20)\\d\\d|\\d{2})(?!\\S)`,
  'g',
);
const LOOSE = new RegExp(
  `(?<!\\S)${BIRTH} (?:is |was |in |[:=|.-] )?(?:in )?(?:${MONTH} )?((?:20)\\d\\d)(?!\\S)`,
  'g',
);

const monthNumber = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;

/** Day first; two-digit years are 20xx (rule 11). Null where there is no such day. */
function isoDate(day: number, month: number, yearSaid: string): string | null {
  const year = yearSaid.length === 2 ? 2000 + Number(yearSaid) : Number(yearSaid);
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

function ordinalDay(words: string): number {
  const plain = words.replace(/^20 /, 'twenty ').replace(/^30 /, 'thirty ');
  return ordinalWord(plain) ?? 0;
}

type Reader = { pattern: RegExp; date: (groups: readonly string[]) => string | null };

const READERS: readonly Reader[] = [
  { pattern: ISO, date: ([, year = '', month = '', day = '']) => isoDate(Number(day), Number(month), year) },
  { pattern: FULL, date: ([, day = '', month = '', year = '']) => isoDate(Number(day), Number(month), year) },
  { pattern: SIX, date: ([, day = '', month = '', year = '']) => isoDate(Number(day), Number(month), year) },
  {
    pattern: SPACED,
    date: ([, day = '', month = '', year = '']) => isoDate(Number(day), Number(month), year),
  },
  {
    pattern: WORDED,
    date: ([, day = '', month = '', year = '']) => isoDate(Number(day), monthNumber(month), year),
  },
  {
    pattern: MONTH_FIRST,
    date: ([, month = '', day = '', year = '']) => isoDate(Number(day), monthNumber(month), year),
  },
  {
    pattern: ORDINAL,
    date: ([, day = '', month = '', year = '']) => isoDate(ordinalDay(day), monthNumber(month), year),
  },
  {
    // "SESAY 010912": six digits by themselves that are a day of a school child's birth.
    pattern: /(?<!\S)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(0[4-9]|1\d|2[0-3])(?!\S)/g,
    date: ([, day = '', month = '', year = '']) => isoDate(Number(day), Number(month), year),
  },
  { pattern: LOOSE, date: () => null },
];

/** Dates of birth: after "dob" or "born", or any full date standing by itself. */
export function findDates(scan: Scan): DateSpan[] {
  const found: DateSpan[] = [];
  for (const { pattern, date } of READERS) {
    for (const { match, from, to } of findAll(scan, pattern)) {
      // "9-11.30" is a span of hours: a date keeps to one sign.
      const signs = new Set(/\d([./-])\d+([./-])\d/.exec(match[0])?.slice(1) ?? []);
      if (signs.size > 1) continue;
      if (found.some((other) => from < other.to && other.from < to)) continue;
      found.push({ from, to, value: date([...match].map((part) => part ?? '')) });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
