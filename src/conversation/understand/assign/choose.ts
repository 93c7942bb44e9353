import type { ClaimedReason, Companion, EncounterOutcome } from '../../../domain/encounterTerms';
import type { Fact } from './fact';

/** The reason that counts among those said in one breath: the most telling class, then the first said. */
export function chooseReason(facts: readonly Fact<ClaimedReason>[]): ClaimedReason | null {
  const best = [...facts].sort((a, b) => b.weight - a.weight || a.token - b.token)[0];
  // A family on the road with no school is away because it travels (rule 27).
  if (best?.value === 'no_school_place' && facts.some(({ value }) => value === 'travelling_family'))
    return 'travelling_family';
  // Taught at home, and so on no roll.
  if (best?.value === 'no_school_place' && facts.some(({ value }) => value === 'home_educated'))
    return 'home_educated';
  // "Train cancelled, on the way in for an exam": late, the exam is where it is going.
  if (
    best?.value === 'study_leave' &&
    facts.some(({ value, token, end }) => value === 'late' && token < best.token && end + 2 >= best.token)
  )
    return 'late';
  return best?.value ?? null;
}

/** Where the child ended up: the last such thing said; advice only where nothing else is (rule 28). */
export function chooseOutcome(facts: readonly Fact<EncounterOutcome>[]): EncounterOutcome | null {
  const ends = facts
    .filter((fact) => fact.value !== 'advised')
    .sort((a, b) => a.token - b.token || a.end - b.end);
  const last = ends.at(-1);
  // Taken home by officers stays so where the child is handed to a parent there (rule 28).
  if (
    last?.value === 'left_with_adult' &&
    ends.filter(({ value }) => value !== 'left_with_adult').at(-1)?.value === 'taken_home'
  )
    return 'taken_home';
  return last?.value ?? facts[0]?.value ?? null;
}

/** The highest in rank (rule 17). */
export function chooseCompanion(facts: readonly Fact<Companion>[]): Companion | null {
  return [...facts].sort((a, b) => b.weight - a.weight)[0]?.value ?? null;
}
