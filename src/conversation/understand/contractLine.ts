import type { EncounterFields, Reading } from './reading';

const FIELDS = [
  'givenName',
  'familyName',
  'age',
  'dateOfBirth',
  'yearGroup',
  'school',
  'place',
  'occurredAt',
  'companion',
  'claimedReason',
  'outcome',
  'schoolContacted',
] as const satisfies readonly (keyof EncounterFields)[];

export const ENCOUNTER_FIELDS = FIELDS;

/** A reading as one line of the contract: its keys and no others, in its order. */
export function contractLine(id: string, reading: Reading): string {
  const { intent, visitRef, person } = reading;
  const encounters = reading.encounters.map((encounter) =>
    Object.fromEntries(FIELDS.map((field) => [field, encounter[field]])),
  );
  return JSON.stringify({ id, intent, encounters, visitRef, person });
}
