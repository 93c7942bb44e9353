import { chooseCompanion, chooseOutcome, chooseReason } from '../assign/choose';
import { companionFacts } from '../assign/companions';
import { contactFacts } from '../assign/contactFacts';
import { wallClock } from '../assign/localTime';
import { outcomeFacts } from '../assign/outcomeFacts';
import { reasonFacts } from '../assign/reasonFacts';
import type { Analysis } from '../find/analyse';
import amendments from '../lexicon/amendments.json';
import type { FieldName } from '../reading';
import type { Said, Value } from './said';

/** Words that show a correction ("sorry", "should be"). */
export const CUE = new RegExp(`(?<!\\S)${amendments.cue}(?!\\S)`);
const FIELD_WORD: Partial<Record<FieldName, RegExp>> = {
  age: /(?<!\S)(?:age|aged|years old|yo)(?!\S)/,
  yearGroup: /(?<!\S)(?:year|reception)(?!\S)/,
  school: /(?<!\S)(?:school|goes|go|roll|college|attends?)(?!\S)/,
  place: /(?<!\S)(?:place|location|where|met|seen)(?!\S)/,
  occurredAt: /(?<!\S)(?:time|when|o'clock)(?!\S)/,
  dateOfBirth: /(?<!\S)(?:dob|born|birth)(?!\S)/,
  claimedReason: /(?<!\S)(?:reason|says|said)(?!\S)/,
  outcome: /(?<!\S)outcome(?!\S)/,
  schoolContacted: /(?<!\S)(?:school|schools)(?!\S)/,
  companion: /(?<!\S)(?:with|alone)(?!\S)/,
};

/** Everything the message says of a child, as changes. */
export function valuesSaid(input: { analysis: Analysis; sentAt: string; plain: string }): Said[] {
  const { analysis, sentAt, plain } = input;
  const said: Said[] = [];
  const add = (field: FieldName, value: Value, isFuzzy = false): void => {
    if (value === null) return;
    said.push({ field, value, isFuzzy, isNamed: FIELD_WORD[field]?.test(plain) ?? false });
  };
  const age = analysis.ages.at(-1);
  const bare = /^(?:\D* )?(\d{1,2})(?: \D*)?$/.exec(plain)?.[1];
  const isAgeLike =
    analysis.years.length === 0 &&
    analysis.times.length === 0 &&
    analysis.dates.length === 0 &&
    bare !== undefined;
  if (age && !age.isEstimate) add('age', age.value);
  else if (isAgeLike && Number(bare) > 2 && Number(bare) < 19 && CUE.test(plain)) add('age', Number(bare));
  add('yearGroup', analysis.years.at(-1)?.value ?? null);
  add('dateOfBirth', analysis.dates.at(-1)?.value ?? null);
  const contacts = contactFacts(analysis);
  const outcomes = outcomeFacts(analysis);
  const isAside = (from: number): boolean =>
    [...contacts, ...outcomes].some((fact) => from >= fact.token && from <= fact.end);
  const school = analysis.schools.filter((span) => !isAside(span.from)).at(-1);
  add('school', school?.entry.school?.name ?? null, (school?.distance ?? 0) > 0);
  const place = analysis.places.at(-1);
  add('place', place?.entry.place?.name ?? null, (place?.distance ?? 0) > 0);
  const time = analysis.times.at(-1);
  if (time && !(time.isLoose && time.kind === 'ago'))
    add('occurredAt', wallClock({ analysis, time, sentAt }), time.isLoose);
  add('companion', chooseCompanion(companionFacts(analysis)));
  add('claimedReason', chooseReason(reasonFacts(analysis)));
  add('outcome', chooseOutcome(outcomes));
  if (contacts.length > 0) add('schoolContacted', true);
  return said;
}
