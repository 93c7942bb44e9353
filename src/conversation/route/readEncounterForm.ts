import { z } from 'zod';
import type { Gazetteer, GazetteerEntry } from '../../data/gazetteer';
import { type EncounterFields, isoDate } from '../../domain/encounterFields';
import { CLAIMED_REASONS, COMPANIONS, OUTCOMES } from '../../domain/encounterTerms';
import { isJourney } from '../../domain/handOver';
import { fromLocalMinute, isClockTime, toLocalDate } from '../../domain/localTime';
import { wellFormedText } from '../../domain/wellFormedText';
import type { FormValues } from '../model/form';
import { findEntry } from './findEntry';
import { timeSentence } from './typed';

/** What a person filled in, checked: the values, or what is wrong with which field. */
export type FormRead =
  | {
      readonly kind: 'read';
      readonly fields: EncounterFields & { occurredAt: string };
      readonly schoolSaid: string | null;
      readonly placeSaid: string | null;
      readonly note: string | null;
      readonly underWay: boolean;
      readonly reason: string | null;
    }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

const text = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? wellFormedText(value.trim()) : null),
  z.string().nullable(),
);
/** The longest text of each field that is typed in, in UTF-16 units. */
const longest = {
  givenName: 100,
  familyName: 100,
  school: 200,
  place: 200,
  note: 3000,
  reason: 1000,
} as const;
const wholeNumber = (min: number, max: number, sentence: string) =>
  z.preprocess(
    (value) => (value === '' || value === null || value === undefined ? null : Number(value)),
    z.number({ error: sentence }).int(sentence).min(min, sentence).max(max, sentence).nullable(),
  );
const choice = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), z.enum(values).nullable());
const yesNo = z.preprocess(
  (value) => (value === true || value === 'true' || value === 'yes' ? true : value === 'no' ? false : null),
  z.boolean().nullable(),
);

const schema = z.object({
  givenName: text,
  familyName: text,
  age: wholeNumber(0, 25, 'Write the age as a number between 0 and 25, or leave it empty.'),
  yearGroup: wholeNumber(0, 13, 'Choose a year group from Reception to Year 13, or leave it empty.'),
  dateOfBirth: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    isoDate.nullable(),
  ),
  school: text,
  place: text,
  date: z.iso.date({ error: 'Write the date of the encounter.' }),
  time: z.string({ error: timeSentence }).refine(isClockTime, timeSentence),
  companion: choice(COMPANIONS),
  claimedReason: choice(CLAIMED_REASONS),
  outcome: choice(OUTCOMES),
  underWay: yesNo,
  schoolContacted: yesNo,
  note: text,
  reason: text,
});

/** Reads the encounter form. An error stands at its field and says what to write instead. */
export function readEncounterForm(input: {
  values: FormValues;
  /** What stood in the form when it was opened: nobody has to shorten what a message said. */
  filled: FormValues;
  gazetteer: Gazetteer;
  now: Date;
  needsReason: boolean;
}): FormRead {
  const parsed = schema.safeParse(input.values);
  if (!parsed.success) return { kind: 'wrong', errors: firstErrors(parsed.error) };
  const { school, place, date, time, note, reason, dateOfBirth, underWay, ...same } = parsed.data;
  const occurredAt = `${date}T${time}`;
  const errors = {
    ...tooLong(parsed.data, input),
    ...(fromLocalMinute(occurredAt) > input.now && {
      time: 'This is still to come. Write when you met the child, or leave it as it was.',
    }),
    ...(dateOfBirth &&
      dateOfBirth > toLocalDate(input.now) && { dateOfBirth: 'This date is still to come. Check the year.' }),
    ...(input.needsReason && reason === null && { reason: 'Write why the record is being put right.' }),
    ...(saysNothing({ ...same, school, place, dateOfBirth }) && {
      givenName: 'Write a name, or at least one thing about the child or where you met.',
    }),
  };
  if (Object.keys(errors).length > 0) return { kind: 'wrong', errors };
  const schoolFound = named(input.gazetteer.schools, school);
  const placeFound = named(input.gazetteer.places, place);
  return {
    kind: 'read',
    fields: {
      ...same,
      dateOfBirth,
      occurredAt,
      school: schoolFound.name,
      place: placeFound.name,
    },
    schoolSaid: schoolFound.said,
    placeSaid: placeFound.said,
    note,
    underWay: underWay === true && isJourney(same.outcome),
    reason,
  };
}

function tooLong(
  read: Readonly<Record<keyof typeof longest, string | null>>,
  { values, filled }: { values: FormValues; filled: FormValues },
): Record<string, string> {
  const fields = (Object.keys(longest) as (keyof typeof longest)[]).filter(
    (field) => (read[field]?.length ?? 0) > longest[field] && values[field] !== filled[field],
  );
  return Object.fromEntries(
    fields.map((field) => [field, `This is too long: ${longest[field]} characters at most.`]),
  );
}

/** A school or place by name, or what was said where the list has none. */
function named(entries: readonly GazetteerEntry[], typed: string | null) {
  if (typed === null) return { name: null, said: null };
  const entry = findEntry(entries, typed);
  return entry === null ? { name: null, said: typed } : { name: entry.name, said: null };
}

function saysNothing(said: Readonly<Record<string, unknown>>): boolean {
  const { schoolContacted: _, ...rest } = said;
  return Object.values(rest).every((value) => value === null);
}

function firstErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'givenName');
    errors[field] ??= sentenceOf(issue.message, field);
  }
  return errors;
}

function sentenceOf(message: string, field: string): string {
  return message.startsWith('Invalid')
    ? `This can’t be read as a ${words[field] ?? 'value'}. Change it or leave it empty.`
    : message;
}

const words: Record<string, string> = { dateOfBirth: 'date of birth', date: 'date' };
