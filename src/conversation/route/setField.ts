import type { DraftChild } from '../../domain/draft';
import type { FieldName } from '../../domain/encounterFields';

/** What a change of one of these means: another pupil may fit. */
const identity: readonly FieldName[] = [
  'givenName',
  'familyName',
  'age',
  'dateOfBirth',
  'yearGroup',
  'school',
];

/**
 * One field set anew: it is certain now unless the answer was not, and a new identity is matched anew. A new outcome is
 * not under way unless whoever sets it says so.
 */
export function setField(
  child: DraftChild,
  field: FieldName,
  value: unknown,
  uncertain: boolean,
): DraftChild {
  const others = child.uncertain.filter((name) => name !== field);
  const fields = { ...child.fields, [field]: value } as DraftChild['fields'];
  const changed = {
    ...child,
    fields,
    uncertain: uncertain ? [...others, field] : others,
    ...(field === 'school' && { schoolSaid: null }),
    ...(field === 'place' && { placeSaid: null }),
    ...(field === 'age' && { estimatedAge: null }),
    ...(field === 'outcome' && { underWay: false }),
  };
  return identity.includes(field) ? { ...changed, choice: { kind: 'open' }, passedOver: [] } : changed;
}
