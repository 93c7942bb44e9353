import { findAll } from '../words/scan';
import type { Scan, Span } from '../words/token';

/** A school year (0 is Reception) or an age; several values where written as a run ("y9 y9 and y7"). */
export type NumberSpan = Span & { readonly value: number; readonly isEstimate: boolean };

const B = '(?<!\\S)';
const E = '(?!\\S)';

const YEAR_PATTERNS = [
  new RegExp(
    `${B}(?:same year ,|year|years) (?:group|gp|grp|g)? ?(?:is |[:=|-] )?(?:year )?(\\d{1,2}|one|r|are)${E}`,
    'g',
  ),
  new RegExp(`${B}year (\\d{1,2})s${E}`, 'g'),
  // "yrs 5 & 2"
  new RegExp(`(?<=${B}years (?:r|\\d{1,2}) (?:and|&|/|,|\\+) )(\\d{1,2}|r)${E}`, 'g'),
  new RegExp(`${B}yrgp ?[:=|-]? ?(\\d{1,2})${E}`, 'g'),
  new RegExp(`${B}(\\d{1,2})(?:th|rd|nd|st) (?:year|grade)${E}`, 'g'),
];
const RECEPTION = new RegExp(`${B}(?:reception|recep|year are|yrr)(?: (?:year|class))?${E}`, 'g');
const NOT_RECEPTION = /(?:to|at|in the|from|school|called|by|rang|told|with) $/;

const AGE = '(\\d{1,2})';
const AGE_PATTERNS = [
  new RegExp(
    `${B}${AGE}(?: and a half)? ?-? ?(?:years?|y)(?: ?-? ?(?:old|of age|o|olds))?${E}(?! (?:group|gp|\\d))`,
    'g',
  ),
  new RegExp(`${B}${AGE} ?(?:yo|y/o|yro|yrs|year old|yr old)${E}`, 'g'),
  new RegExp(
    `${B}(?:is|he's|she's|has|are) ${AGE}(?= and (?:he|she|he's|she's|goes|at|in|tells?|says|is|was|they|on|a half|his|her|attends|lives|walks|we|i|has)(?!\\S))`,
    'g',
  ),
  new RegExp(
    `${B}(?:aged?|ages|age as|of age|each of them|all of them|both of them)(?: is| of| are)? ?(?:[:=|-] )?${AGE}${E}(?: and a half)?(?! (?:minutes|to|past|mates|friends|others?|hours))`,
    'g',
  ),
  new RegExp(
    `${B}(?:he's|she's|they're|he is|she is|is|who's|i'm|i am|now|turned|only|has|just turned|both|also|(?<!(?:group|party|gang|total|bunch|lot|crowd|pack|set|team|out|one|family|\\d) )of|says|said he's|said she's|are both|who are|who is|are) ${AGE}${E}(?: and a half)?(?! (?:minutes|to|past|mates|friends|others?|hours|o'clock|am|pm|days|weeks|sisters?|brothers?|siblings|children|kids|together|taken|of|more|boys|girls|lads|stopped|with|miles|months|mile))`,
    'g',
  ),
];
const ESTIMATE_BEFORE =
  /(?:^|\s)(?:about|around|approx|roughly|looks?|looked|looking|maybe|nearly|almost|coming up|going on|appears?|approximately|possibly|estimated?|(?<!he |she |they |boy |girl |lad )say|circa|\d+ or|probably|rising|soon|soon be|turning|like|est|(?:he'll|she'll|they'll|will) be|be) ?(?:[:.] )?(?:about |like |to be |aged? |a |is )?$/;

/** School years said outright. A receptionist or the reception desk is none. */
export function findYears(input: { scan: Scan; taken: readonly boolean[] }): NumberSpan[] {
  const found: NumberSpan[] = [];
  const add = (span: Span, value: number): void => {
    if (value < 0 || value > 13) return;
    if (input.taken.slice(span.from, span.to).some(Boolean)) return;
    if (found.some((other) => span.from < other.to && other.from < span.to)) return;
    found.push({ from: span.from, to: span.to, value, isEstimate: false });
  };
  for (const pattern of YEAR_PATTERNS) {
    for (const { match, from, to } of findAll(input.scan, pattern)) {
      // "home educated since year 7": since when, not which year.
      if (
        /(?:since|after|before|until|till) $/.test(
          input.scan.text.slice(Math.max(0, (match.index ?? 0) - 8), match.index),
        )
      )
        continue;
      const said = match[1] ?? '';
      add({ from, to }, said === 'one' ? 1 : said === 'r' || said === 'are' ? 0 : Number(said));
    }
  }
  for (const { match, from, to } of findAll(input.scan, RECEPTION)) {
    const before = input.scan.text.slice(Math.max(0, (match.index ?? 0) - 12), match.index);
    const after = input.scan.text.slice((match.index ?? 0) + match[0].length).trimStart();
    const isDesk =
      /(?:handed|dropped|left|taken|signed|booked|walked|delivered|brought|driven|took|walk|drove|returned|desk|received|conveyed|met by|seen in)(?: \S+){0,7} $/.test(
        input.scan.text.slice(Math.max(0, (match.index ?? 0) - 70), match.index),
      ) && !/(?:he's|she's|is|both|who's|child|age \d) (?:in )?$/.test(before);
    if (isDesk && !/^year/.test(match[0])) continue;
    const isClass = / in $|is in $|^in $/.test(before) || /^(?:at|child|class|pupil)/.test(after);
    if (NOT_RECEPTION.test(before) && !isClass) continue;
    if (/^(?:(?:at|in|of) \S+(?: \S+)? )?(?:staff|desk|complain|said|say|says|told|area|confirm)/.test(after))
      continue;
    add({ from, to }, 0);
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Ages said with a word that makes them one ("14yo", "aged 12", "he is 13"); bare numbers come later. */
export function findAges(input: { scan: Scan; taken: readonly boolean[] }): NumberSpan[] {
  const found: NumberSpan[] = [];
  for (const pattern of AGE_PATTERNS) {
    for (const { match, from, to } of findAll(input.scan, pattern)) {
      const value = Number(match[1]);
      if (value < 2 || value > 19) continue;
      // "these two years": how long, not how old.
      if (
        /(?:these|last|past|for|over|about|next|of) $/.test(
          input.scan.text.slice(Math.max(0, (match.index ?? 0) - 7), match.index),
        ) &&
        /years?$/.test(match[0])
      )
        continue;
      if (input.taken.slice(from, to).some(Boolean)) continue;
      if (found.some((other) => from < other.to && other.from < to)) continue;
      found.push({ from, to, value, isEstimate: isEstimated(input.scan, match) });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** "about 12", "looks 12", "nearly 13" record no age (rule 33). */
export function isEstimated(scan: Scan, match: RegExpMatchArray): boolean {
  const at = (match.index ?? 0) + match[0].indexOf(match[1] ?? '');
  const after = scan.text.slice(at);
  return (
    ESTIMATE_BEFORE.test(scan.text.slice(Math.max(0, at - 30), at)) ||
    /^\d+ ?(?:years? ?(?:old )?)?(?:ish|or so|at a guess|approx|or \d+|\?|next|tomorrow|in (?:a|two|three|\d)|on (?:mon|tues|wednes|thurs|fri|satur|sun))/.test(
      after,
    )
  );
}
