import type { Encounter } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import { POWERS_USED, type PowerUsed } from '../../domain/encounterTerms';
import { againstRemoval, REMOVAL_GROUNDS, type RemovalGround } from '../../domain/removalPower';
import type { FormView } from '../model/outcome';
import { type Filling, filling } from './build';

export const powerWords: Record<PowerUsed, string> = {
  none: 'No power used',
  went_willingly: 'Went along willingly',
  section_16: 'Section 16',
};

const groundWords: Record<RemovalGround, string> = {
  public_place: 'Met in a public place in the direction’s area',
  school_age: 'Of compulsory school age',
  absent_without_authority: 'Absent from school without authority',
};

/** Whether the power of removal was used; for section 16 with the grounds that only the officer can confirm. */
export function powerForm(
  input: Filling & {
    encounter: Encounter;
  },
): FormView {
  const { encounter } = input;
  const against = againstRemoval(encounter.values);
  return {
    purpose: { name: 'power.used', encounterId: encounter.id },
    title: 'Power of removal',
    intro: [encounterReference(encounter.number), ...(against === null ? [] : [against])].join('. '),
    submitLabel: 'Save',
    fields: [
      {
        id: 'used',
        kind: 'choice',
        label: 'How the child came along',
        optional: false,
        options: POWERS_USED.map((value) => ({ value, label: powerWords[value] })),
      },
      {
        id: 'grounds',
        kind: 'choices',
        label: 'For section 16: you believed',
        optional: true,
        options: REMOVAL_GROUNDS.map((value) => ({ value, label: groundWords[value] })),
      },
      {
        id: 'ownGrounds',
        kind: 'longText',
        label: 'For section 16: your grounds',
        optional: true,
        maxLength: 1000,
      },
    ],
    ...filling(input),
  };
}
