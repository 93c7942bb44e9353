import type { EncounterOutcome } from '../../../domain/encounterTerms';
import { isJourney } from '../../../domain/handOver';
import type { Analysis } from '../find/analyse';
import { nonEmptyNorms } from '../words/normsOf';
import type { Fact } from './fact';

/** "walking him back", "on the way to school": still going on. "Walked him back" is over. */
const GOING_ON =
  /(?:^| )(?:walking|taking|driving|bringing|escorting|conveying|returning|running|dropping|giving|heading|going|transporting|on (?:the|my|our|his|her|their) way|en ?route|now going|being (?:taken|walked|driven|returned|conveyed|brought))(?= |$)/;

/** Whether the child is said to be on the way to where it ends up: the outcome that was chosen from the facts. */
export function isUnderWay(
  analysis: Analysis,
  facts: readonly Fact<EncounterOutcome>[],
  outcome: EncounterOutcome | null,
): boolean {
  if (!isJourney(outcome)) return false;
  return facts
    .filter(({ value }) => value === outcome)
    .every((fact) => GOING_ON.test(wordsOf(analysis, fact)));
}

/** The words of a fact and the few before it, where "on our way" may stand. */
const wordsOf = ({ tokens }: Analysis, { token, end }: Fact<EncounterOutcome>): string =>
  nonEmptyNorms(tokens, token - 4, end + 1);
