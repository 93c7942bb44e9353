import { findAll } from '../words/scan';
import type { Scan } from '../words/token';

const NUMBER = '\\d{1,3}|one';
const REF = new RegExp(
  [
    `(?<!\\S)(?:(?:home )?visits?|v|hv|vs|vst|call|home visits?)(?: (?:to|the|number|numbers|no|no\\.|nr|num|nos|ref|reference|#|:|id|=|-|\\.|\\())* ?(${NUMBER})(?:(?: ?(?:and|also|plus|then|,|&|\\+|\\/|or|;) ?)+(?:(?:and|home visit|v|visit|number|#) )*(${NUMBER})(?! (?:minutes|mins|hours?|oclock|o'clock|am|pm|past|to \\d|of|times|mates|kids|officers|people|weeks|days)(?!\\S)))*(?!\\S)`,
    '(?<!\\S)# ?(\\d{1,3})(?!\\S)',
    `(?<!\\S)(?:numbers?|no|no\\.|nos) (?:\\. )?(\\d{1,3})(?!\\S)|(?<!\\S)number (one)(?!\\S)`,
    '(?<!\\S)(?:the )?(\\d{1,3})(?:st|nd|rd|th)? (?:visit|home visit|(?:on|off|from) (?:the|my|our) (?:visit )?(?:list|sheet))(?!\\S)',
  ].join('|'),
  'g',
);
/** "Complete 14 - moved", "hand back 12", "9 done": a bare number at the very beginning with a word of visits. */
const BARE =
  /^(?:(?:please|sorry|i|we|i've|have to|need to|got to|gotta|,) )*(?:(?:complete|completed|done|finished|result|results|outcome|closed|claim|claiming|take|taking|release|releasing|drop|dropping|hand back|handing back|handback|give back|giving back|grab|grabbing|bags|dibs on|mine|close)(?: (?:on|for|of|[:=-]))* (\d{1,2})(?= (?:[-:,.;]|please|and|now|ok|all|card|done|back|is|from|for|no|mum|dad)|$)|(?:is|has|isn't) (\d{1,2}) (?=(?:been )?(?:taken|gone|claimed|free|spoken for|still|going)(?: |$))|put (\d{1,2})(?: and \d{1,2})* back(?= |$)|(?:give|hand) (\d{1,2}) back(?= |$)|(?:can't|cannot|cant|won't) (?:do|make|get to|manage) (\d{1,2})(?= (?:now|today|after|sorry|[,.]|any|for)|$)|(?:passing|handing|giving|sending|taking) (\d{1,2}) (?:back|on|over|off)(?= |$)|(\d{1,2})(?: is| [-:])? (?:done|complete|completed|finished|mine|closed|please release|visited|attended|knocked|actioned|cleared|sorted|no reply|no answer|nobody (?:in|home))(?= |$))/;
const NOT_BEFORE =
  /(?<!\S)(?:bus|encounter|enc|platform|pc|pcso|warden|patrol|route|phone|house|train|flat|unit|day|year|age|channel|ch|room|same|telephone|collar|radio) $/;
const NOT_AFTER = /^ (?:bus|train|of|minutes?|mins|hours?|times|kids|children|officers|people)(?!\S)|^ \/ \d/;
/** What comes before a number that is taken back ("thought it was V6", "not V6"). */
const TAKEN_BACK =
  /(?<!\S)(?:not|thought it was|thought|instead of|rather than|i said|said|wrote|i put|isn't|wasn't) (?:the )?$/;
/** What comes between a number and the one that replaces it. */
const REPLACED =
  /^(?: [,.;-])*(?: (?:sorry|soz|correction|no|wait|i mean|i meant|meant|scrub that|scratch that|make that|or rather|actually|oops|typo|my mistake))+(?: [,.:;-])*(?: (?:it's|it is|it was|i|mean|meant|to say|that's|visit|v|number|home|the|make|that|#|but))* \d/;

/** Visits named in the message, "V" and number, in order, without doubles; a number that is corrected is left out. */
export function visitRefs(scan: Scan): string[] {
  const found: string[] = [];
  const dropped: string[] = [];
  const bare = BARE.exec(scan.text);
  const spans = findAll(scan, REF).map(({ match }) => ({ said: match[0], index: match.index ?? 0 }));
  if (bare && spans.length === 0) spans.push({ said: bare[0], index: 0 });
  for (const { said, index } of spans) {
    const before = scan.text.slice(Math.max(0, index - 24), index);
    if (NOT_BEFORE.test(before)) continue;
    const after = scan.text.slice(index + said.length);
    if (NOT_AFTER.test(after)) continue;
    const isTakenBack = TAKEN_BACK.test(before) || REPLACED.test(after);
    for (const [digits] of said.matchAll(/(?<!\d)(?:\d{1,3}|one)(?!\d)/g)) {
      const number = digits === 'one' ? 1 : Number(digits);
      const ref = `V${number}`;
      if (isTakenBack) dropped.push(ref);
      else if (number > 0 && !found.includes(ref)) found.push(ref);
    }
  }
  return found.length > 0 ? found : [...new Set(dropped)];
}
