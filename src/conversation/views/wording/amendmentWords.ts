import type { FieldName } from '../../../domain/encounterFields';
import type { ClaimedReason, Companion, EncounterOutcome } from '../../../domain/encounterTerms';
import type { Amendment } from '../../understand/reading';
import { companionWords, dateWords, outcomeWords, reasonWords, yearWords } from './terms';

const labels: Record<FieldName, string> = {
  givenName: 'first name',
  familyName: 'family name',
  age: 'age',
  dateOfBirth: 'date of birth',
  yearGroup: 'year group',
  school: 'school',
  place: 'place',
  occurredAt: 'time',
  companion: 'who was with the child',
  claimedReason: 'reason said',
  outcome: 'what happened',
  schoolContacted: 'school told',
};

/** What an amendment changed, in a sentence: `Changed: age 13, school The Costello School.` */
export function amendmentWords(amendment: Amendment): string {
  const changes = amendment.changes.map(({ field, value }) => `${labels[field]} ${valueWords(field, value)}`);
  return `Changed: ${[...new Set(changes)].join(', ')}.`;
}

function valueWords(field: FieldName, value: string | number | true | null): string {
  if (value === null) return 'not said';
  if (value === true) return 'yes';
  switch (field) {
    case 'companion':
      return lower(companionWords[value as Companion]);
    case 'claimedReason':
      return reasonWords[value as ClaimedReason];
    case 'outcome':
      return lower(outcomeWords[value as EncounterOutcome]);
    case 'yearGroup':
      return yearWords(Number(value));
    case 'dateOfBirth':
      return dateWords(String(value));
    case 'occurredAt':
      return String(value).slice(11);
    default:
      return String(value);
  }
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
