import { type Encounter, lockEncounter } from '../../data/encounters';
import type { Work } from '../../data/unitOfWork';
import type { PowerUsed } from '../../domain/encounterTerms';
import type { Person } from '../../domain/person';
import { againstRemoval, powerProblem, type RemovalGround } from '../../domain/removalPower';
import { type Refused, refused } from '../refusal';
import { encounterIsGone, mayChange } from './changeEncounter';
import { removalInQuestion } from './removalInQuestion';
import { reviseFields } from './reviseEncounter';

export type PowerRecorded =
  | { readonly kind: 'recorded'; readonly encounter: Encounter }
  /** What is wrong with which field. */
  | { readonly kind: 'wrong'; readonly field: 'used' | 'grounds' | 'ownGrounds'; readonly sentence: string }
  | Refused;

/** Records whether the power of removal was used, with the grounds that the officer confirms. */
export async function recordPower(
  work: Work,
  person: Person,
  input: {
    encounterId: string;
    used: PowerUsed;
    confirmed: readonly RemovalGround[];
    ownGrounds: string;
  },
): Promise<PowerRecorded> {
  const encounter = await lockEncounter(work.tx, { id: input.encounterId });
  if (encounter === null) return encounterIsGone;
  const may = mayChange(person, encounter);
  if (may.kind === 'refused') return may;
  if (encounter.state === 'undone')
    return refused('This encounter was undone, so nothing more is recorded for it. Write it again.');
  const asked = await removalInQuestion(work.tx, person, [encounter]);
  if (!asked.has(encounter.id))
    return refused(
      'The power of removal is recorded only by those who have it, within the hours of the direction. Ask your coordinator if a direction is missing.',
    );
  const against = input.used === 'section_16' ? againstRemoval(encounter.values) : null;
  if (against !== null) return { kind: 'wrong', field: 'used', sentence: against };
  const problem = powerProblem(input);
  if (problem === 'grounds')
    return {
      kind: 'wrong',
      field: 'grounds',
      sentence: 'Section 16 needs all three. Tick each that you believed.',
    };
  if (problem === 'ownGrounds')
    return { kind: 'wrong', field: 'ownGrounds', sentence: 'Write in your own words why you believed it.' };
  const revised = await reviseFields(work, person, {
    before: encounter,
    change: {
      powerUsed: input.used,
      powerGrounds: input.used === 'section_16' ? [...input.confirmed, input.ownGrounds] : [],
    },
    kind: may.kind,
    action: 'encounter.power_recorded',
  });
  return { kind: 'recorded', encounter: revised };
}
