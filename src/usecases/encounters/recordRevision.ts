import type { Encounter } from '../../data/encounters';
import type { Work } from '../../data/unitOfWork';
import { changedFields, type EncounterValues } from '../../domain/encounterRecord';
import type { Person } from '../../domain/person';

/** Keeps a new state of an encounter as its next revision, with its audit. The columns are the caller's to write. */
export async function recordRevision(
  work: Work,
  person: Person,
  input: {
    before: Encounter;
    after: EncounterValues;
    kind: 'changed' | 'corrected';
    reason: string | null;
    /** What was done, for the audit: `encounter.changed`, `encounter.handed_over`, … */
    action: string;
  },
): Promise<number> {
  const { before, after, kind, reason } = input;
  const number = before.revision + 1;
  await work.tx.encounterRevision.create({
    data: { encounterId: before.id, number, kind, byId: person.staffId, at: work.now, reason, values: after },
  });
  work.audit({
    action: input.action,
    subjectType: 'Encounter',
    subjectId: before.id,
    fields: changedFields(before.values, after),
  });
  return number;
}
