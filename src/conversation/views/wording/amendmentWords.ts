import type { FieldName } from '../../../domain/encounterFields';
import type { ClaimedReason, Companion, EncounterOutcome } from '../../../domain/encounterTerms';
import type { Amendment } from '../../understand/reading';
import { companionWords, dateWords, outcomeWords, reasonWords, yearWords } from './terms';

/** What an amendment changed, in a sentence: `Changed: age 13, with another adult, says ill.` */
export function amendmentWords(amendment: Amendment): string {
  const changes = amendment.changes.map(({ field, value }) => changeWords(field, value));
  return `Changed: ${[...new Set(changes)].join(', ')}.`;
}

const labels: Record<FieldName, string> = {
  givenName: 'first name',
  familyName: 'family name',
  age: 'age',
  dateOfBirth: 'date of birth',
  yearGroup: 'year group',
  school: 'school',
  place: 'place',
  occurredAt: 'time',
  companion: 'with whom',
  claimedReason: 'reason',
  outcome: 'what happened',
  schoolContacted: 'school told',
};

function changeWords(field: FieldName, value: string | number | true | null): string {
  if (value === null) return `${labels[field]} not said`;
  switch (field) {
    case 'companion':
      return lower(companionWords[value as Companion]);
    case 'claimedReason':
      return `says ${reasonWords[value as ClaimedReason]}`;
    case 'outcome':
      return lower(outcomeWords[value as EncounterOutcome]);
    case 'yearGroup':
      return yearWords(Number(value));
    case 'dateOfBirth':
      return `born ${dateWords(String(value))}`;
    case 'occurredAt':
      return `time ${String(value).slice(11)}`;
    case 'schoolContacted':
      return 'school told';
    default:
      return `${labels[field]} ${value}`;
  }
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
