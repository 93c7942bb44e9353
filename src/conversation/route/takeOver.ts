import type { DraftChild } from '../../domain/draft';
import { type FieldName, fieldNames } from '../../domain/encounterFields';
import { setField } from './setField';

/** What is said of a child in a message or a form. */
export type SaidOfChild = Pick<DraftChild, 'fields' | 'schoolSaid' | 'placeSaid' | 'underWay'>;

/**
 * The child with what is said now otherwise than before: what was amended, filled in or chosen in between stays.
 * @param before what the same message or form said first; null where that can't be read any more
 */
export function takeOver(
  child: DraftChild,
  before: SaidOfChild | null,
  now: SaidOfChild,
  isUncertain: (field: FieldName) => boolean,
): DraftChild {
  const changed = fieldNames
    .filter((field) => before?.fields[field] !== now.fields[field])
    .reduce((result, field) => setField(result, field, now.fields[field], isUncertain(field)), child);
  const otherEnd = before?.fields.outcome !== now.fields.outcome || before.underWay !== now.underWay;
  return {
    ...changed,
    schoolSaid: before?.schoolSaid === now.schoolSaid ? changed.schoolSaid : now.schoolSaid,
    placeSaid: before?.placeSaid === now.placeSaid ? changed.placeSaid : now.placeSaid,
    underWay: otherEnd ? now.underWay : child.underWay,
  };
}
