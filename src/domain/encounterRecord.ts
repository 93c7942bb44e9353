import { z } from 'zod';
import { encounterFieldsSchema, localMinute } from './encounterFields';
import { POWERS_USED } from './encounterTerms';

/** What stands in the record of an encounter, and in each of its revisions. */
export const encounterValuesSchema = encounterFieldsSchema.extend({
  /** When it was: as said, or when the message was written. */
  occurredAt: localMinute,
  schoolSaid: z.string().nullable(),
  placeSaid: z.string().nullable(),
  note: z.string().nullable(),
  /** Said to be on the way with the child; see `domain/handOver`. */
  underWay: z.boolean().default(false),
  /** Who took the child over, and when. */
  handedOverTo: z.string().nullable().default(null),
  handedOverAt: localMinute.nullable().default(null),
  /** Whether the power of removal was used; null: nobody said. */
  powerUsed: z.enum(POWERS_USED).nullable().default(null),
  /** What the officer confirmed before using it (keys of `domain/removalPower`), and their own grounds in words. */
  powerGrounds: z.array(z.string()).default([]),
  /** Whether the child was told what is kept, and where the privacy notice stands. */
  noticeGiven: z.boolean().nullable().default(null),
  /** A pupil, or a child whom nobody has matched yet. */
  childId: z.uuid(),
});
export type EncounterValues = z.infer<typeof encounterValuesSchema>;

/** `E-1042`: how an encounter is named everywhere. Carries nothing of the child. */
export function encounterReference(number: number): string {
  return `E-${number}`;
}

/** The number in a reference as people write it (`E-1042`, `e1042`, `E 1042`); null where it is none. */
export function parseEncounterReference(text: string): number | null {
  const found = /^\s*e[\s-]?(\d{1,9})\s*[.!?]?\s*$/i.exec(text);
  return found?.[1] === undefined ? null : Number(found[1]);
}

/** The names of the fields that differ between two states of a record. */
export function changedFields(before: EncounterValues, after: EncounterValues): string[] {
  return (Object.keys(after) as (keyof EncounterValues)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}
