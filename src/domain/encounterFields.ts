import { z } from 'zod';
import { CLAIMED_REASONS, COMPANIONS, OUTCOMES } from './encounterTerms';

/** A calendar date, `yyyy-MM-dd`. */
export const isoDate = z.iso.date();

/** A wall-clock moment in agency-local time, `yyyy-MM-ddTHH:mm`. */
export const localMinute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/**
 * What was said of one child met on a patrol. Null: not said. Claimed, seen and confirmed are different facts:
 * `claimedReason` is what the child or adult says, not what proves true.
 */
export const encounterFieldsSchema = z.object({
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  /** Whole years. */
  age: z.number().int().min(0).max(25).nullable(),
  dateOfBirth: isoDate.nullable(),
  /** 0 = Reception, 1 to 13. */
  yearGroup: z.number().int().min(0).max(13).nullable(),
  /** Name in the schools gazetteer. */
  school: z.string().nullable(),
  /** Name in the places gazetteer. */
  place: z.string().nullable(),
  occurredAt: localMinute.nullable(),
  companion: z.enum(COMPANIONS).nullable(),
  claimedReason: z.enum(CLAIMED_REASONS).nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  schoolContacted: z.boolean().nullable(),
});
export type EncounterFields = z.infer<typeof encounterFieldsSchema>;
export type FieldName = keyof EncounterFields;
export const fieldNames = Object.keys(encounterFieldsSchema.shape) as FieldName[];
export const fieldNameSchema = z.enum(
  Object.keys(encounterFieldsSchema.shape) as [FieldName, ...FieldName[]],
);

/** No field said. */
export const noFields: EncounterFields = {
  givenName: null,
  familyName: null,
  age: null,
  dateOfBirth: null,
  yearGroup: null,
  school: null,
  place: null,
  occurredAt: null,
  companion: null,
  claimedReason: null,
  outcome: null,
  schoolContacted: null,
};

/** Only the fields of an encounter, of a value that has more; one that is not there was not said. */
export function onlyFields(values: Partial<EncounterFields>): EncounterFields {
  return Object.fromEntries(fieldNames.map((name) => [name, values[name] ?? null])) as EncounterFields;
}
