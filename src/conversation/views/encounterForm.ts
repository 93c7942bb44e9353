import type { EncounterFields } from '../../domain/encounterFields';
import { CLAIMED_REASONS, COMPANIONS, OUTCOMES } from '../../domain/encounterTerms';
import type { Field, FormValues, Option } from '../model/form';
import type { FormPurpose, FormView } from '../model/outcome';
import { type Filling, filling } from './build';
import { companionWords, outcomeWords, reasonWords, yearWords } from './wording/terms';

const optionsOf = <T extends string>(values: readonly T[], words: Record<T, string>): Option[] =>
  values.map((value) => ({ value, label: capital(words[value]) }));

/** The names of the form's fields; reading and drawing share them. */
const fields: readonly Field[] = [
  { id: 'givenName', kind: 'text', label: 'First name', optional: true, maxLength: 100 },
  { id: 'familyName', kind: 'text', label: 'Family name', optional: true, maxLength: 100 },
  { id: 'age', kind: 'number', label: 'Age', optional: true, min: 0, max: 25 },
  { id: 'yearGroup', kind: 'choice', label: 'Year group', optional: true, options: years() },
  { id: 'dateOfBirth', kind: 'date', label: 'Date of birth', optional: true },
  {
    id: 'school',
    kind: 'search',
    label: 'School',
    source: 'schools',
    optional: true,
    hint: 'Short forms are fine: “costello”',
  },
  {
    id: 'place',
    kind: 'search',
    label: 'Where',
    source: 'places',
    optional: true,
    hint: 'Short forms are fine: “fest place”',
  },
  { id: 'date', kind: 'date', label: 'Date', optional: false },
  { id: 'time', kind: 'time', label: 'Time', optional: false },
  {
    id: 'companion',
    kind: 'choice',
    label: 'With',
    optional: true,
    options: optionsOf(COMPANIONS, companionWords),
  },
  {
    id: 'claimedReason',
    kind: 'choice',
    label: 'Says',
    optional: true,
    options: optionsOf(CLAIMED_REASONS, reasonWords),
    hint: 'What the child or adult says, not what proves true',
  },
  {
    id: 'outcome',
    kind: 'choice',
    label: 'What happened',
    optional: true,
    options: optionsOf(OUTCOMES, outcomeWords),
  },
  {
    id: 'underWay',
    kind: 'yesNo',
    label: 'Still on the way there',
    optional: true,
    hint: 'Then I ask you later who took the child over',
  },
  { id: 'schoolContacted', kind: 'yesNo', label: 'The school was told', optional: true },
  { id: 'note', kind: 'longText', label: 'Anything else', optional: true, maxLength: 3000 },
];

const reasonField: Field = {
  id: 'reason',
  kind: 'longText',
  label: 'Why is this being corrected?',
  optional: false,
  maxLength: 1000,
};

/** What the encounter form is for. */
type EncounterPurpose = Extract<FormPurpose, { name: 'encounter.new' | 'draft.change' | 'encounter.change' }>;

/** Only a saved encounter is saved by its form: a draft still goes through its check card. */
const submitLabels: Record<EncounterPurpose['name'], string> = {
  'encounter.new': 'Check',
  'draft.change': 'Check again',
  'encounter.change': 'Save changes',
};

/** The form of an encounter, filled in with what is known; with errors, filled in with what was typed. */
export function encounterForm(
  input: Filling & {
    purpose: EncounterPurpose;
    /** A correction by the council needs its reason. */
    withReason?: boolean;
  },
): FormView {
  const isNew = input.purpose.name === 'encounter.new';
  return {
    purpose: input.purpose,
    title: isNew
      ? 'Record an encounter'
      : input.withReason
        ? 'Correct the encounter'
        : 'Change the encounter',
    submitLabel: submitLabels[input.purpose.name],
    fields: input.withReason ? [...fields, reasonField] : fields,
    ...filling(input),
  };
}

/** What the form shows for a child. Date and time are agency-local; a school outside the list is shown as said. */
export function formValues(known: {
  fields: EncounterFields;
  schoolSaid: string | null;
  placeSaid: string | null;
  note: string | null;
  underWay: boolean;
  /** Used where no time was said, `yyyy-MM-ddTHH:mm`. */
  defaultTime: string;
}): FormValues {
  const { occurredAt, school, place, yearGroup, schoolContacted, ...same } = known.fields;
  const [date, time] = (occurredAt ?? known.defaultTime).split('T');
  return {
    ...same,
    yearGroup: yearGroup === null ? null : String(yearGroup),
    school: school ?? known.schoolSaid,
    place: place ?? known.placeSaid,
    date: date ?? null,
    time: time ?? null,
    schoolContacted,
    note: known.note,
    underWay: known.underWay,
  };
}

function years(): Option[] {
  return Array.from({ length: 14 }, (_, year) => ({ value: String(year), label: yearWords(year) }));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
