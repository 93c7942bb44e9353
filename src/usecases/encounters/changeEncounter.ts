import { type Encounter, lockEncounter } from '../../data/encounters';
import type { Gazetteer } from '../../data/gazetteer';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { changedFields, type EncounterValues } from '../../domain/encounterRecord';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';
import { encounterColumns } from './encounterColumns';

export interface ChangeEncounterInput {
  readonly encounterId: string;
  /** The revision the form was filled from: somebody else's change in between is not overwritten. */
  readonly revision: number;
  readonly values: Omit<EncounterValues, 'childId'>;
  /** Needed for a correction by the council; null for the recorder's own change. */
  readonly reason: string | null;
  readonly gazetteer: Gazetteer;
}

export type EncounterChanged =
  | { readonly kind: 'changed' | 'unchanged' | 'changedMeanwhile'; readonly encounter: Encounter }
  | Refused;

/**
 * Puts a saved encounter right. Who recorded it may until the day is closed; later the council, with a reason.
 * Every change is a revision with who and when; nothing is overwritten.
 */
export async function changeEncounter(
  work: Work,
  person: Person,
  input: ChangeEncounterInput,
): Promise<EncounterChanged> {
  const encounter = await lockEncounter(work.tx, { id: input.encounterId });
  if (encounter === null) return encounterIsGone;
  const kind = mayChange(person, encounter);
  if (kind.kind === 'refused') return kind;
  if (kind.kind === 'corrected' && (input.reason === null || input.reason.trim() === ''))
    return refused('A correction needs a reason. Write why the record is being put right.');
  if (encounter.state !== 'saved')
    return refused('This encounter was undone, so it can’t be changed. Write it again to record it.');
  if (encounter.revision !== input.revision) return { kind: 'changedMeanwhile', encounter };
  const after: EncounterValues = { ...input.values, childId: encounter.values.childId };
  const fields = changedFields(encounter.values, after);
  if (fields.length === 0) return { kind: 'unchanged', encounter };
  const number = encounter.revision + 1;
  await work.tx.encounter.update({
    where: { id: encounter.id },
    data: {
      ...encounterColumns(after, input.gazetteer),
      revision: number,
      timeStated: encounter.timeStated || fields.includes('occurredAt'),
    },
  });
  await work.tx.encounterRevision.create({
    data: {
      encounterId: encounter.id,
      number,
      kind: kind.kind,
      byId: person.staffId,
      at: work.now,
      reason: input.reason,
      values: after,
    },
  });
  work.audit({
    action: `encounter.${kind.kind}`,
    subjectType: 'Encounter',
    subjectId: encounter.id,
    fields,
  });
  return { kind: 'changed', encounter: { ...encounter, values: after, revision: number } };
}

/** Whether a person may change an encounter, and if so whether it is their own change or a correction. */
export function mayChange(
  person: Person,
  encounter: Encounter,
): { kind: 'changed' } | { kind: 'corrected' } | Refused {
  const own = authorise(person, 'encounter.change', {
    ownerId: encounter.recordedById,
    dayClosed: encounter.dayClosed,
  });
  if (own.allowed) return { kind: 'changed' };
  const correction = authorise(person, 'encounter.correct');
  return correction.allowed ? { kind: 'corrected' } : refused(own.sentence);
}

export const encounterIsGone = refused(
  'There is no encounter with that reference. Check the number, as in E-1042.',
);
