import type { EncounterOutcome } from '../../../domain/encounterTerms';
import { isJourney } from '../../../domain/handOver';
import type { Analysis } from '../find/analyse';
import { nonEmptyNorms } from '../words/normsOf';
import { chooseOutcome } from './choose';
import type { Fact } from './fact';

/** "walking him back", "on the way to school": still going on. "Walked him back" is over. */
const GOING_ON =
  /(?:^| )(?:walking|taking|driving|bringing|escorting|conveying|returning|running|dropping|giving|heading|going|transporting|on (?:the|my|our|his|her|their) way|en ?route|now going|being (?:taken|walked|driven|returned|conveyed|brought))(?= |$)/;

/** Whether the child is said to be on the way to where it ends up. */
export function isUnderWay(analysis: Analysis, facts: readonly Fact<EncounterOutcome>[]): boolean {
  const outcome = chooseOutcome(facts);
  if (!isJourney(outcome)) return false;
  const said = facts.filter(({ value }) => value === outcome);
  return said.length > 0 && said.every((fact) => GOING_ON.test(wordsOf(analysis, fact)));
}

/** The words of a fact and the few before it, where "on our way" may stand. */
const wordsOf = ({ tokens }: Analysis, { token, end }: Fact<EncounterOutcome>): string =>
  nonEmptyNorms(tokens, Math.max(0, token - 4), end + 1);
