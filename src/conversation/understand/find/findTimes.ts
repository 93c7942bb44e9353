import { normsOf } from '../words/normsOf';
import { findAll } from '../words/scan';
import type { Scan, Span } from '../words/token';

/** A time of day, or so many minutes before the message; the words around it are judged elsewhere. */
export type TimeSpan = Span & {
  readonly minutes: number;
  /** `clock`: minutes since midnight. `ago`: minutes before the message was sent. `hourly`: minutes past the last hour. */
  readonly kind: 'clock' | 'ago' | 'hourly';
  /** Only "now", or a bare hour: may be no time of meeting at all. */
  readonly isLoose: boolean;
};

const B = '(?<!\\S)';
const E = '(?!\\S)';
const HOUR = '(\\d{1,2}|one)';
const HALF_DAY = '(?: ?(am|pm|a\\.m|p\\.m))?';
const CLOCK_WORD = "(?: ?(?:o'clock|oclock|o clock|hrs|hours|h))?";

const hourOf = (said: string): number => (said === 'one' ? 1 : Number(said));

/** A bare hour is the one between 07:00 and 18:59. */
function dayHour(hour: number, half: string | undefined): number {
  if (half?.startsWith('p')) return hour < 12 ? hour + 12 : hour;
  if (half?.startsWith('a')) return hour === 12 ? 0 : hour;
  return hour < 7 ? hour + 12 : hour;
}

const clock = (hour: number, minute: number): number | null =>
  hour >= 0 && hour < 24 && minute >= 0 && minute < 60 ? hour * 60 + minute : null;

type Grammar = {
  pattern: RegExp;
  kind: TimeSpan['kind'];
  isLoose?: boolean;
  minutes: (groups: readonly string[], raw: string) => number | null;
};

const relative =
  (sign: 1 | -1) =>
  (groups: readonly string[]): number | null => {
    const [, said = '', hour = '', half] = groups;
    const offset = said.startsWith('half')
      ? 30
      : said.includes('quarter')
        ? 15
        : Number(said.replace(/\D/g, ''));
    if (offset > 59) return null;
    const base = clock(dayHour(hourOf(hour), half), 0);
    if (base === null || hourOf(hour) > 24) return null;
    return base + sign * offset;
  };

const AGO_UNITS = '(minutes?|m|hour|hours|hrs|hr)';

const GRAMMARS: readonly Grammar[] = [
  {
    pattern: new RegExp(
      `${B}(?:just (?:this )?(?:now|this minute|this second)|right now|rn|(?:just )?this (?:very )?(?:minute|second)|a (?:second|sec|moment) ago|(?:just )?(?:gone )?now)${E}`,
      'g',
    ),
    kind: 'ago',
    isLoose: true,
    minutes: () => 0,
  },
  {
    pattern: new RegExp(`${B}(?:about )?(?:a )?half (?:an |a )?hour ago${E}`, 'g'),
    kind: 'ago',
    minutes: () => 30,
  },
  { pattern: new RegExp(`${B}(?:a )?quarter of (?:an )?hour ago${E}`, 'g'), kind: 'ago', minutes: () => 15 },
  {
    pattern: new RegExp(`${B}(?:an|1|one) hour and (?:a half|30 minutes) ago${E}`, 'g'),
    kind: 'ago',
    minutes: () => 90,
  },
  { pattern: new RegExp(`${B}(?:(?:an|a|1|one) )?hour ago${E}`, 'g'), kind: 'ago', minutes: () => 60 },
  { pattern: new RegExp(`${B}a couple (?:of )?minutes ago${E}`, 'g'), kind: 'ago', minutes: () => 2 },
  { pattern: new RegExp(`${B}(?:a|one) minutes? ago${E}`, 'g'), kind: 'ago', minutes: () => 1 },
  {
    pattern: new RegExp(
      `${B}(\\d{1,3}|one)(?: ?or so)? ${AGO_UNITS} (?:ago|back|before now|before)${E}`,
      'g',
    ),
    kind: 'ago',
    minutes: ([, count = '', unit = '']) => hourOf(count) * (unit.startsWith('h') ? 60 : 1),
  },
  {
    pattern: new RegExp(
      `${B}(quarter|a quarter|\\d{1,2}(?: minutes)?|half) (?:past|after|gone) ${HOUR}${CLOCK_WORD}${HALF_DAY}${E}`,
      'g',
    ),
    kind: 'clock',
    minutes: relative(1),
  },
  {
    pattern: new RegExp(
      `${B}(quarter|a quarter|\\d{1,2}(?: minutes)?) (?:to|til|until|before|of) ${HOUR}${CLOCK_WORD}${HALF_DAY}${E}`,
      'g',
    ),
    kind: 'clock',
    minutes: relative(-1),
  },
  {
    pattern: new RegExp(`${B}(half) ${HOUR}${CLOCK_WORD}${HALF_DAY}${E}`, 'g'),
    kind: 'clock',
    minutes: relative(1),
  },
  {
    pattern: new RegExp(`${B}(\\d{1,2})[:.](\\d{2})(?: ?-? ?(?:hrs|hours|h|ish))?${HALF_DAY}${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '', minute = '', half]) =>
      hour.startsWith('0')
        ? clock(Number(hour), Number(minute))
        : clock(dayHour(Number(hour), half), Number(minute)),
  },
  {
    pattern: new RegExp(`${B}(\\d{1,2}) ?h ?([0-5]\\d)${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '', minute = '']) => clock(dayHour(Number(hour), undefined), Number(minute)),
  },
  {
    pattern: new RegExp(`${B}([01]\\d|2[0-3])([0-5]\\d)( (?:hrs|hours|h|ish))?${HALF_DAY}${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '', minute = '', unit, half]) => {
      const isYear = hour === '20' && !unit && !half && Number(minute) < 30;
      return isYear ? null : clock(half ? dayHour(Number(hour), half) : Number(hour), Number(minute));
    },
  },
  {
    pattern: new RegExp(`${B}([7-9])([0-5]\\d)( (?:hrs|hours|h|ish))?${HALF_DAY}${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '', minute = '']) => clock(Number(hour), Number(minute)),
  },
  {
    pattern: new RegExp(`${B}([1-6])([0-5]\\d) ?(hrs|hours|h|ish|am|pm)${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '', minute = '', unit]) =>
      clock(dayHour(Number(hour), unit === 'am' ? 'am' : undefined), Number(minute)),
  },
  // As said in other languages: "9 and 40", "11 hour and quarter", "at 10 hours".
  {
    pattern: new RegExp(
      `(?<=${B}(?:at|was|around|about|time|in) )(\\d{1,2})(?: (?:hours?|h|o'clock))? and (quarter|half|a quarter|a half|[1-5]?[05])(?: minutes)?${E}(?! (?:\\d|years?|the|are|is))`,
      'g',
    ),
    kind: 'clock',
    minutes: ([, hour = '', said = '']) => {
      const minute = said.includes('half') ? 30 : said.includes('quarter') ? 15 : Number(said);
      return Number(hour) < 7 || Number(hour) > 18 || minute < 15 ? null : clock(Number(hour), minute);
    },
  },
  {
    pattern: new RegExp(
      `(?<=${B}(?:at|was|around|about) )(\\d{1,2}) hours?${E}(?! (?:ago|later|and|away))`,
      'g',
    ),
    kind: 'clock',
    minutes: ([, hour = '']) => (Number(hour) < 7 || Number(hour) > 18 ? null : clock(Number(hour), 0)),
  },
  { pattern: new RegExp(`${B}(?:12 )?(?:noon|midday)${E}`, 'g'), kind: 'clock', minutes: () => 720 },
  {
    pattern: new RegExp(`${B}${HOUR} ?(?:o'clock|oclock|o clock)${HALF_DAY}${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '', half]) => clock(dayHour(hourOf(hour), half), 0),
  },
  {
    pattern: new RegExp(`${B}${HOUR} ?(am|pm)${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '', half]) => clock(dayHour(hourOf(hour), half), 0),
  },
  {
    pattern: new RegExp(
      `(?<=${B}(?:at|around|about|roughly|time|was|by) )(\\d{1,2}) (0?5|[1-5]\\d)${HALF_DAY}(?= |$)(?! (?:minutes|years?|yo|mates|lads))`,
      'g',
    ),
    kind: 'clock',
    minutes: ([, hour = '', minute = '', half]) =>
      Number(hour) > 18 || Number(hour) < 1 ? null : clock(dayHour(Number(hour), half), Number(minute)),
  },
  // "Wote Street, eleven ten."
  {
    pattern: new RegExp(
      `(?<=(?:^|[,.(] |${B}place ))(1[0-2]|[7-9]) (0?5|[1-5]\\d)(?= ?(?:[.,)\\n]|$))${E}`,
      'g',
    ),
    kind: 'clock',
    isLoose: true,
    minutes: ([, hour = '', minute = '']) => clock(Number(hour), Number(minute)),
  },
  // "twelve on the dot", "on the dot of twelve"
  {
    pattern: new RegExp(`(?<=${B}(?:dot|stroke) of )${HOUR}${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '']) => (hourOf(hour) > 18 ? null : clock(dayHour(hourOf(hour), undefined), 0)),
  },
  {
    pattern: new RegExp(`${B}${HOUR} (?:on the dot|sharp|dead on|exactly)${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '']) => (hourOf(hour) > 18 ? null : clock(dayHour(hourOf(hour), undefined), 0)),
  },
  // "bus station twelve forty with a mate", dictated
  {
    pattern: new RegExp(
      `${B}(1[0-2]|[7-9]) ([1-5][05])(?= (?:with|he|she|they|alone|by|on|outside|in|at|near|no|said|says)${E})`,
      'g',
    ),
    kind: 'clock',
    isLoose: true,
    minutes: ([, hour = '', minute = '']) =>
      Number(minute) < 15 ? null : clock(Number(hour), Number(minute)),
  },
  // "at quarter past", on the spot: the last one before the message.
  {
    pattern: new RegExp(
      `(?<=${B}(?:at|about|around|roughly|approx|place|[,.(]) )(?:a )?(quarter|half|20|25|10|5) (past|to|gone)(?= ?(?:[.,;)\\n]|with|and|on|by|in|near|at|outside|alone|he|she|they|$))${E}`,
      'g',
    ),
    kind: 'hourly',
    isLoose: true,
    minutes: ([, said = '', side = '']) => {
      const minutes = said === 'half' ? 30 : said === 'quarter' ? 15 : Number(said);
      return side === 'to' ? 60 - minutes : minutes;
    },
  },
  {
    pattern: new RegExp(`${B}(?:just )?gone ${HOUR}${CLOCK_WORD}${HALF_DAY}${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '', half]) => clock(dayHour(hourOf(hour), half), 0),
  },
  {
    pattern: new RegExp(`${B}(\\d{1,2}|one) ?-? ?ish${E}`, 'g'),
    kind: 'clock',
    minutes: ([, hour = '']) => clock(dayHour(hourOf(hour), undefined), 0),
  },
  {
    pattern: new RegExp(
      `(?<=${B}(?:about|around|roughly|near|nearly|yesterday|today|yesterday at|time [:=|-]|time|at about|at around|at roughly|since|until|before|by|at|on) )${HOUR}(?= (?:[,.;)\\n]|and|with|i|we|in|at|near|outside|by|today|yesterday|this|he|she|they|it|there|their|her|his|sharp|exactly|hrs|TIME|from|on|for|-|when|spoke|:|waiting|sitting|stood|standing|playing|hanging|walking|while|having|buying|coming|hiding|alone|who|[a-z]+ (?:says|said|reckons|claims|tells|told|had|was)|(?:a|one|the|2) (?:little |young )?(?:girl|boy|lad|child|kid|pupil|student|girls|boys|lads))|$)${E}`,
      'g',
    ),
    kind: 'clock',
    isLoose: true,
    minutes: ([, hour = '']) => (hourOf(hour) > 18 ? null : clock(dayHour(hourOf(hour), undefined), 0)),
  },
];

const isStart = (before: string): boolean => /^(?:|[.!?]|\n)$/.test(before);

/** Every time said. Clock words come from an own grammar: the usual forms of a notebook are not a library's. */
export function findTimes(input: { scan: Scan; taken: readonly boolean[] }): TimeSpan[] {
  const found: TimeSpan[] = [];
  for (const grammar of GRAMMARS) {
    for (const { match, from, to } of findAll(input.scan, grammar.pattern)) {
      if (input.taken.slice(from, to).some(Boolean)) continue;
      if (found.some((other) => from < other.to && other.from < to)) continue;
      const before = input.scan.tokens[from - 1]?.norm ?? '';
      if (
        /^(?:Noon|NOON)$/.test(input.scan.tokens[from]?.raw ?? '') &&
        /^\p{Lu}/u.test(input.scan.tokens[from - 1]?.raw ?? '')
      )
        continue;
      if (/^(?:pc|pcso|number|year|aged?|visit|v|bus|patrol|no|warden|tel|phone)$/.test(before)) continue;
      const lead = normsOf(input.scan.tokens, from - 3, from);
      // "she's nearly 7", "approx 14 by looks": an age.
      const isAge =
        grammar.isLoose === true &&
        grammar.kind === 'clock' &&
        (/(?:^|[^ ]+ ), (?:nearly|almost)$/.test(lead) ||
          /(?:boy|girl|lad|lass|child|kid|male|female|youth|teenager|pupil|juv|one|youngster)(?: [,(])? (?:about|around|approx|roughly|nearly|almost)$/.test(
            lead,
          ) ||
          /(?:he's|she's|is|are|they're|looks?|aged?|be|was) (?:about|around|nearly|almost|roughly|just)$/.test(
            lead,
          ) ||
          (/(?:about|around|roughly|nearly|by|on|since)$/.test(lead) && Number(match[1]) > 12));
      // "Now this one did worry me": a way to begin, no time.
      const isOpening =
        match[0] === 'now' &&
        isStart(before) &&
        /^(?:this|that|then|there|i|,|here|we|what|a|the|if)$/.test(input.scan.tokens[to]?.norm ?? '');
      if (isAge || isOpening) continue;
      const minutes = grammar.minutes(
        [...match].map((part) => part ?? ''),
        match[0],
      );
      if (minutes === null || minutes < 0) continue;
      // "2 a.m." of a day's patrol is no time of meeting.
      if (grammar.kind === 'clock' && minutes < 5 * 60) continue;
      found.push({ from, to, minutes, kind: grammar.kind, isLoose: grammar.isLoose ?? false });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
