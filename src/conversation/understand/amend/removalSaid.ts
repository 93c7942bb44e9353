import type { FieldName } from '../reading';

const REMOVAL =
  /^(?:(?:please|sorry|can you|no|actually|,) )*(?:remove|delete|clear|scrap|drop|take out|lose|blank|forget) (?:the |his |her |their )?(age|surname|family name|last name|first name|name|year|year group|school|place|location|time|dob|date of birth|reason|outcome|companion)(?: please| \.)*$/;
const REMOVED: Record<string, FieldName> = {
  age: 'age',
  surname: 'familyName',
  'family name': 'familyName',
  'last name': 'familyName',
  'first name': 'givenName',
  name: 'givenName',
  year: 'yearGroup',
  'year group': 'yearGroup',
  school: 'school',
  place: 'place',
  location: 'place',
  time: 'occurredAt',
  dob: 'dateOfBirth',
  'date of birth': 'dateOfBirth',
  reason: 'claimedReason',
  outcome: 'outcome',
  companion: 'companion',
};

/** "remove the age": the field to empty, or null. */
export const removalSaid = (plain: string): FieldName | null =>
  REMOVED[REMOVAL.exec(plain)?.[1] ?? ''] ?? null;
