import { wallClock } from '../assign/localTime';
import { analyse } from '../find/analyse';
import type { GazetteerIndex } from '../find/gazetteerIndex';
import type { HandOverSaid, Message } from '../reading';

/** Longer messages tell of more than a hand-over. */
const longest = 160;
/** "handed over to Mrs Pike at reception", "he's been handed to his dad", "passed her on to the head of year". */
const handedTo =
  /^(?:[^.!?\n]{0,60}?[\s,;:])?(?:handed|passed|delivered|signed|given)(?:\s+(?:him|her|them|both|all|it|over|back|on|in|the\s+(?:boy|girl|lad|child|children|pair|two|three)))*\s+to\s+(?<to>.+)$/isu;
/** What stands between whom and the time: "at 11:05", ", 1105", "about quarter past". */
const beforeTime = /[\s,;.-]*(?:at|about|around|approx\.?|@|by|(?:just|right) now|now)?[\s,;.-]*$/i;
const notYet =
  /\b(?:not|n['’]?t|never|will|going to|to be|be)\b[^.]{0,30}\b(?:handed|passed|delivered|signed|given)\b/i;

/** A short message that says to whom a child was handed over, and when; null where it says something else. */
export function readHandOver(input: Message & { index: GazetteerIndex }): HandOverSaid | null {
  const text = input.text.trim();
  if (text.length > longest || text.includes('?') || notYet.test(text)) return null;
  const to = handedTo.exec(text)?.groups?.to;
  if (to === undefined) return null;
  const analysis = analyse({ text, index: input.index });
  const time = analysis.times.at(-1);
  const at = time === undefined ? null : wallClock({ analysis, time, sentAt: input.sentAt });
  const start = time === undefined ? undefined : analysis.tokens[time.from]?.start;
  const begins = text.length - to.length;
  const words = start === undefined || start <= begins ? to : text.slice(begins, start);
  const whom = words
    .replace(beforeTime, '')
    .replace(/[\s.,;!]+$/, '')
    .trim();
  return whom === '' ? null : { to: whom, at };
}
