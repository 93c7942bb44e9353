import type { EncounterFields, FieldName } from '../../domain/encounterFields';
import { fromLocalMinute, sayMoment } from '../../domain/localTime';
import type { Fact } from '../model/card';
import { companionNouns, dateWords, endWords, reasonWords, yearWords } from './wording/terms';

/** What there is to show of one child met, before or after saving. */
export interface FactsInput {
  readonly fields: EncounterFields;
  readonly uncertain: readonly FieldName[];
  readonly schoolSaid: string | null;
  readonly placeSaid: string | null;
  readonly estimatedAge: number | null;
  readonly note: string | null;
  readonly underWay: boolean;
  /** Who took the child over, and when; null where nobody said. */
  readonly handedOver: string | null;
  /** Used where no time was said: when the message was written. */
  readonly sentAt: Date;
  readonly now: Date;
}

/** The fields as understood: uncertain ones marked, missing ones named. Each fact says whose words it is. */
export function encounterFacts(input: FactsInput): readonly Fact[] {
  const { fields } = input;
  const fact = (label: string, field: FieldName, value: string | null): Fact => {
    if (value === null) return { label, value: 'Not said' };
    return input.uncertain.includes(field) ? { label, value, mark: 'not sure' } : { label, value };
  };
  return [
    ageFact(input, fact),
    fact('School', 'school', fields.school ?? quoted(input.schoolSaid)),
    fact('Where', 'place', fields.place ?? quoted(input.placeSaid)),
    timeFact(input, fact),
    fact('With', 'companion', fields.companion && companionNouns[fields.companion]),
    fact('Says', 'claimedReason', fields.claimedReason && reasonWords[fields.claimedReason]),
    fact(
      'What happened',
      'outcome',
      fields.outcome && endWords({ outcome: fields.outcome, underWay: input.underWay }),
    ),
    ...(input.handedOver === null ? [] : [{ label: 'Handed over', value: input.handedOver }]),
    fact(
      'School told',
      'schoolContacted',
      fields.schoolContacted === null ? null : fields.schoolContacted ? 'Yes' : 'No',
    ),
    ...(input.note === null ? [] : [{ label: 'Note', value: input.note }]),
  ];
}

type FactOf = (label: string, field: FieldName, value: string | null) => Fact;

function ageFact({ fields, estimatedAge, uncertain }: FactsInput, fact: FactOf): Fact {
  const parts = [
    fields.age === null ? null : `${fields.age}`,
    fields.yearGroup === null ? null : yearWords(fields.yearGroup),
    fields.dateOfBirth === null ? null : `born ${dateWords(fields.dateOfBirth)}`,
  ].filter((part) => part !== null);
  if (parts.length === 0 && estimatedAge !== null)
    return { label: 'Age', value: `about ${estimatedAge}`, mark: 'not sure' };
  const unsure = (['age', 'yearGroup', 'dateOfBirth'] as const).find((field) => uncertain.includes(field));
  return fact('Age', unsure ?? 'age', parts.length === 0 ? null : parts.join(' · '));
}

function timeFact({ fields, sentAt, now }: FactsInput, fact: FactOf): Fact {
  if (fields.occurredAt !== null)
    return fact('When', 'occurredAt', sayMoment(fromLocalMinute(fields.occurredAt), now));
  return {
    label: 'When',
    value: `No time said: using ${sayMoment(sentAt, now)}, when you wrote`,
    mark: 'not said',
  };
}

function quoted(said: string | null): string | null {
  return said === null ? null : `“${said}” (not on the list)`;
}
