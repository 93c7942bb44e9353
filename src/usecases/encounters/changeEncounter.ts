import { type Encounter, lockEncounter } from '../../data/encounters';
import type { Gazetteer } from '../../data/gazetteer';
import { searchPupils } from '../../data/searchPupils';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { changedFields, type EncounterValues } from '../../domain/encounterRecord';
import { isOnTheWay } from '../../domain/handOver';
import { fromLocalMinute, minutesAfter } from '../../domain/localTime';
import { gradeCandidates } from '../../domain/matching';
import type { Person } from '../../domain/person';
import { findDay } from '../days/findDay';
import { type Refused, refused } from '../refusal';
import { childColumns, encounterColumns } from './encounterColumns';
import { type KeptByForm, reviseEncounter } from './reviseEncounter';

export interface ChangeEncounterInput {
  readonly encounterId: string;
  /** The revision the form was filled from: somebody else's change in between is not overwritten. */
  readonly revision: number;
  /** What the form asks for; the rest of the record stays as it is. */
  readonly values: Omit<EncounterValues, 'childId' | KeptByForm>;
  /** Needed for a correction by the council; null for the recorder's own change. */
  readonly reason: string | null;
  readonly gazetteer: Gazetteer;
  readonly handOverMinutes: number;
}

export type EncounterChanged =
  /** `pupilLeft`: what it says now no longer fits the pupil it was matched to, so it is unidentified again. */
  | { readonly kind: 'changed'; readonly encounter: Encounter; readonly pupilLeft: boolean }
  | { readonly kind: 'unchanged' | 'changedMeanwhile'; readonly encounter: Encounter }
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
  const same: EncounterValues = { ...encounter.values, ...input.values };
  if (changedFields(encounter.values, same).length === 0) return { kind: 'unchanged', encounter };
  const day = await findDay(work.tx, fromLocalMinute(same.occurredAt));
  if (kind.kind === 'changed' && day !== null && day.closedAt !== null)
    return refused('That day is closed. Ask the council: they can correct it with a reason.');
  const childId = await childAfterwards(work, encounter, same, input.gazetteer);
  const after: EncounterValues = { ...same, childId };
  await reviseEncounter(work, person, {
    before: encounter,
    after,
    kind: kind.kind,
    reason: input.reason,
    action: `encounter.${kind.kind}`,
    columns: {
      ...encounterColumns(after, input.gazetteer),
      dayId: day?.id ?? null,
      ...(isOnTheWay(after) ? askAgain(encounter, work.now, input.handOverMinutes) : { handOverAskAt: null }),
      timeStated: encounter.timeStated || encounter.values.occurredAt !== after.occurredAt,
    },
  });
  const changed = await lockEncounter(work.tx, { id: encounter.id });
  return changed === null
    ? encounterIsGone
    : { kind: 'changed', encounter: changed, pupilLeft: encounter.pupil !== null && changed.pupil === null };
}

/** A child who is on the way only now is asked after; one who was already keeps the time at which it is asked. */
function askAgain(before: Encounter, now: Date, minutes: number) {
  return isOnTheWay(before.values)
    ? {}
    : {
        handOverAskAt: minutesAfter(now, minutes),
        handOverAskedAt: null,
        handOverToldAt: null,
      };
}

/**
 * Which child it is after a change. A pupil who no longer fits what is said is not kept silently: the child is
 * unidentified again, to be matched later. A child nobody has matched yet takes the new values.
 */
async function childAfterwards(
  work: Work,
  encounter: Encounter,
  after: EncounterValues,
  gazetteer: Gazetteer,
): Promise<string> {
  if (encounter.pupil === null) {
    await work.tx.child.updateMany({
      where: { id: encounter.values.childId, identified: false },
      data: childColumns(after, gazetteer),
    });
    return encounter.values.childId;
  }
  const identity = ['givenName', 'familyName', 'dateOfBirth', 'age', 'yearGroup', 'school'] as const;
  if (identity.every((field) => encounter.values[field] === after[field])) return encounter.values.childId;
  const found = await searchPupils(work.tx, after);
  const fits = gradeCandidates(after, found, after.occurredAt.slice(0, 10));
  if (fits.some((candidate) => candidate.pupil.childId === encounter.values.childId))
    return encounter.values.childId;
  const child = await work.tx.child.create({
    data: { ...childColumns(after, gazetteer), identified: false },
  });
  return child.id;
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
