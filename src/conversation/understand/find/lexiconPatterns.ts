import type { ClaimedReason, EncounterOutcome } from '../../../domain/encounterTerms';
import { CLAIMED_REASONS, OUTCOMES } from '../../../domain/encounterTerms';
import companions from '../lexicon/companions.json';
import contact from '../lexicon/contact.json';
import outcomes from '../lexicon/outcomes.json';
import reasons from '../lexicon/reasons.json';

const whole = (pattern: string): RegExp => new RegExp(`(?<!\\S)(?:${pattern})(?!\\S)`, 'g');

const isReason = (word: string): word is ClaimedReason => CLAIMED_REASONS.some((reason) => reason === word);
const isOutcome = (word: string): word is EncounterOutcome => OUTCOMES.some((outcome) => outcome === word);

export type ReasonPattern = { reason: ClaimedReason; weight: number; pattern: RegExp };

/** One pattern for each class of reason; the weight decides between classes said together. */
export const REASONS: readonly ReasonPattern[] = reasons.flatMap(({ reason, weight, patterns }) =>
  isReason(reason) ? [{ reason, weight, pattern: whole(patterns.join('|')) }] : [],
);

export const OUTCOME_PATTERNS: readonly { outcome: EncounterOutcome; pattern: RegExp }[] =
  outcomes.classes.flatMap(({ outcome, patterns }) =>
    isOutcome(outcome) ? [{ outcome, pattern: whole(patterns.join('|')) }] : [],
  );
export const NOT_YET = new RegExp(`(?:^| )${outcomes.notYet}`);
export const KIN_SUBJECT = new RegExp(`(?:^| )${outcomes.kinSubject}`);

export const KIN = companions;
export const CONTACT = contact;
