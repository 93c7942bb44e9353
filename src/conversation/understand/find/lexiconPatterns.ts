import type { ClaimedReason, EncounterOutcome } from '../../../domain/encounterTerms';
import { CLAIMED_REASONS, OUTCOMES } from '../../../domain/encounterTerms';
import companions from '../lexicon/companions.json';
import contact from '../lexicon/contact.json';
import outcomes from '../lexicon/outcomes.json';
import reasonsHealth from '../lexicon/reasons/health.json';
import reasonsHome from '../lexicon/reasons/home.json';
import reasonsOther from '../lexicon/reasons/other.json';
import reasonsSchool from '../lexicon/reasons/school.json';
import reasonsSchoolDay from '../lexicon/reasons/schoolDay.json';

const reasons = [...reasonsSchool, ...reasonsSchoolDay, ...reasonsHealth, ...reasonsHome, ...reasonsOther];

/** `<kin>` in a pattern: a relative, named or owning ("mum", "mum's"). */
const RELATIVE =
  "(?:(?:step|half|great|foster|god|grand|big|little|older|younger|elder|baby|twin|poorly|sick|elderly|late)[- ]?)*(?:mum|mom|mummy|mam|mother|dad|daddy|father|parent|nan|nana|nannan|nanny|nannie|gran|granny|grandma|grandmother|grandad|grandpa|grandfather|grandparent|gramps|aunt|auntie|aunty|uncle|brother|sister|bro|sis|sibling|cousin|nephew|niece|carer|godmother|godfather|godparent|stepmum|stepdad|family member|relative|childminder|babcia|babica|dziadek|nonna|abuela)s?(?:'s)?";

const whole = (pattern: string): RegExp =>
  new RegExp(`(?<!\\S)(?:${pattern.replaceAll('<kin>', RELATIVE)})(?!\\S)`, 'g');

/** Longest source of one expression: longer ones are past what the engine makes fast. */
const LONGEST = 6000;

/** Patterns in parts that each stay short enough. */
const inParts = (patterns: readonly string[]): string[][] => {
  const parts: string[][] = [];
  let length = LONGEST;
  for (const pattern of patterns) {
    const size = pattern.replaceAll('<kin>', RELATIVE).length;
    if (length + size > LONGEST) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(pattern);
    length += size;
  }
  return parts;
};

const isReason = (word: string): word is ClaimedReason => CLAIMED_REASONS.some((reason) => reason === word);
const isOutcome = (word: string): word is EncounterOutcome => OUTCOMES.some((outcome) => outcome === word);

export type ReasonPattern = { reason: ClaimedReason; weight: number; pattern: RegExp };

/** Patterns for each class of reason; the weight decides between classes said together. */
export const REASONS: readonly ReasonPattern[] = reasons.flatMap(({ reason, weight, patterns }) =>
  isReason(reason)
    ? inParts(patterns).map((part) => ({ reason, weight, pattern: whole(part.join('|')) }))
    : [],
);

export const OUTCOME_PATTERNS: readonly { outcome: EncounterOutcome; pattern: RegExp }[] =
  outcomes.classes.flatMap(({ outcome, patterns }) =>
    isOutcome(outcome) ? inParts(patterns).map((part) => ({ outcome, pattern: whole(part.join('|')) })) : [],
  );
export const NOT_YET = new RegExp(`(?:^| )${outcomes.notYet}`);
export const KIN_SUBJECT = new RegExp(`(?:^| )${outcomes.kinSubject}`);

export const KIN = companions;
export const CONTACT = contact;
