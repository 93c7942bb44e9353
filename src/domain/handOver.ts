import type { EncounterOutcome } from './encounterTerms';

/** Ends that are a way to go with the child: until somebody takes the child over, it is open. */
const journeys: readonly EncounterOutcome[] = ['returned_to_school', 'taken_home', 'designated_place'];

/** What a hand-over depends on. */
export interface Journey {
  readonly outcome: EncounterOutcome | null;
  /** Said to be on the way: "walking him back", not "walked him back". */
  readonly underWay: boolean;
  /** When somebody took the child over; null: nobody has yet, or nobody said. */
  readonly handedOverAt: string | Date | null;
}

/** Whether a child is on the way to somewhere and nobody has said who took them over. */
export function isOnTheWay(journey: Journey): boolean {
  return journey.underWay && isJourney(journey.outcome) && journey.handedOverAt === null;
}

/** Whether a child who ends up so was taken somewhere. */
export function isJourney(outcome: EncounterOutcome | null): boolean {
  return outcome !== null && journeys.includes(outcome);
}
