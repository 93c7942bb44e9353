import { entryId, type Gazetteer } from '../../data/gazetteer';
import type { EncounterValues } from '../../domain/encounterRecord';
import { fromLocalMinute, toDateColumn } from '../../domain/localTime';

/** An encounter's values as columns of its table; names of schools and places become ids. */
export function encounterColumns(values: EncounterValues, gazetteer: Gazetteer) {
  const { school, place, dateOfBirth, occurredAt, handedOverAt, ...rest } = values;
  return {
    ...rest,
    schoolId: entryId(gazetteer.schools, school),
    placeId: entryId(gazetteer.places, place),
    dateOfBirth: dateOfBirth === null ? null : toDateColumn(dateOfBirth),
    occurredAt: fromLocalMinute(occurredAt),
    handedOverAt: handedOverAt === null ? null : fromLocalMinute(handedOverAt),
  };
}

/** The same values as the columns of a child whom nobody has matched yet. */
export function childColumns(
  values: Pick<EncounterValues, 'givenName' | 'familyName' | 'dateOfBirth' | 'yearGroup' | 'school'>,
  gazetteer: Gazetteer,
) {
  const { givenName, familyName, dateOfBirth, yearGroup, school } = values;
  return {
    givenName,
    familyName,
    dateOfBirth: dateOfBirth === null ? null : toDateColumn(dateOfBirth),
    yearGroup,
    schoolId: entryId(gazetteer.schools, school),
  };
}
