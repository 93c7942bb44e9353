import type { ClaimedReason, EncounterOutcome, PowerUsed } from './encounterTerms';

/**
 * What has to hold for the power of removal, confirmed by the officer: the bot can't know it (Crime and Disorder Act
 * 1998 s.16). The officer's own grounds come beside them, in words.
 */
export const REMOVAL_GROUNDS = ['public_place', 'school_age', 'absent_without_authority'] as const;
export type RemovalGround = (typeof REMOVAL_GROUNDS)[number];

/** The direction of a superintendent or above: an area and hours. Without one nobody has the power. */
export interface Direction {
  readonly from: Date | null;
  readonly until: Date | null;
}

/** The officer's own words among recorded grounds; the three that the Act asks for are what the power means. */
export function ownGroundsIn(grounds: readonly string[]): string[] {
  return grounds.filter((words) => !REMOVAL_GROUNDS.some((ground) => ground === words));
}

/** Whether the power of removal comes into question for an encounter at `met`. */
export function isRemovalInQuestion(input: {
  /** A power of removal held on that date. */
  readonly hasPower: boolean;
  readonly direction: Direction | null;
  readonly met: Date;
}): boolean {
  const { hasPower, direction, met } = input;
  if (!hasPower || direction === null || direction.from === null || direction.until === null) return false;
  return met >= direction.from && met <= direction.until;
}

/** What an officer with the power has to be told before using it; null where nothing stands against it. */
export function againstRemoval(said: {
  readonly claimedReason: ClaimedReason | null;
  readonly outcome: EncounterOutcome | null;
}): string | null {
  if (said.claimedReason === 'home_educated')
    return 'Section 16 does not cover home-educated children. Check with the council.';
  if (said.claimedReason === 'excluded' && said.outcome === 'returned_to_school')
    return 'Section 16 never takes a child back to the school that excluded them: only to the designated place.';
  return null;
}

/** What is missing for what the officer says was used; null where it can be recorded. */
export function powerProblem(input: {
  readonly used: PowerUsed;
  readonly confirmed: readonly RemovalGround[];
  readonly ownGrounds: string;
}): 'grounds' | 'ownGrounds' | null {
  if (input.used !== 'section_16') return null;
  if (REMOVAL_GROUNDS.some((ground) => !input.confirmed.includes(ground))) return 'grounds';
  return input.ownGrounds === '' ? 'ownGrounds' : null;
}
