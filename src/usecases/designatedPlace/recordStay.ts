import { type Encounter, lockEncounter } from '../../data/encounters';
import type { Work } from '../../data/unitOfWork';
import { aheadSentence, fromLocalMinute, toLocalMinute, toLocalTime } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { encounterIsGone } from '../encounters/changeEncounter';
import { mayHandOver } from '../encounters/handOver';
import { reviseFields } from '../encounters/reviseEncounter';
import { type Refused, refused } from '../refusal';

export type StayRecorded =
  | { readonly kind: 'recorded' | 'already'; readonly encounter: Encounter }
  | { readonly kind: 'wrongTime'; readonly sentence: string }
  | Refused;

/** What happened at the designated place. Times of leaving are agency-local minutes, `yyyy-MM-ddTHH:mm`. */
export type StayStep =
  | { readonly name: 'arrived' }
  | { readonly name: 'parentRung' | 'schoolRung' }
  | {
      readonly name: 'left';
      readonly collectedBy: string;
      readonly relationship: string;
      readonly at: string;
    };

/**
 * Records one step of a child's stay: arrival, who was rung, and by whom it was collected. Who recorded the encounter
 * may, their patrol, and the council. Done twice it is done once.
 */
export async function recordStay(
  work: Work,
  person: Person,
  input: { encounterId: string; step: StayStep },
): Promise<StayRecorded> {
  const encounter = await lockEncounter(work.tx, { id: input.encounterId });
  if (encounter === null) return encounterIsGone;
  const may = await mayHandOver(work, person, encounter);
  if (may.kind === 'refused') return may;
  if (encounter.state === 'undone')
    return refused('This encounter was undone, so nothing more is recorded for it. Write it again.');
  if (encounter.values.outcome !== 'designated_place')
    return refused(
      'This encounter does not say that the child was taken to the designated place. Press Change first.',
    );
  const outcome = await takeStep(work, person, encounter, input.step);
  if (typeof outcome === 'object') return outcome;
  if (outcome === 'recorded')
    work.audit({
      action: `stay.${input.step.name}`,
      subjectType: 'Encounter',
      subjectId: encounter.id,
      fields: input.step.name === 'left' ? ['collectedBy', 'relationship', 'leftAt'] : [],
    });
  // Read anew, also where another press has done it: what was read before the lock is older than that.
  const after = await lockEncounter(work.tx, { id: encounter.id });
  return after === null ? encounterIsGone : { kind: outcome, encounter: after };
}

async function takeStep(
  work: Work,
  person: Person,
  encounter: Encounter,
  step: StayStep,
): Promise<'recorded' | 'already' | Exclude<StayRecorded, { encounter: unknown }>> {
  const where = { encounterId: encounter.id };
  // Read anew behind the lock: what was read with it is older than what another press has just stored.
  const stay = await work.tx.designatedPlaceStay.findUnique({ where });
  if (step.name === 'arrived') {
    if (stay !== null) return 'already';
    await arrive(work, person, encounter);
    return 'recorded';
  }
  if (stay === null) return refused('The child has not arrived there yet. Press Arrived first.');
  if (stay.leftAt !== null) return 'already';
  switch (step.name) {
    case 'parentRung':
      if (stay.parentRungAt !== null) return 'already';
      await work.tx.designatedPlaceStay.update({ where, data: { parentRungAt: work.now } });
      return 'recorded';
    case 'schoolRung':
      if (stay.schoolRungAt !== null) return 'already';
      await work.tx.designatedPlaceStay.update({ where, data: { schoolRungAt: work.now } });
      return 'recorded';
    case 'left': {
      const leftAt = fromLocalMinute(step.at);
      const sentence = timeProblem(leftAt, step.at, stay.arrivedAt, work.now);
      if (sentence !== null) return { kind: 'wrongTime', sentence };
      const { collectedBy, relationship } = step;
      await work.tx.designatedPlaceStay.update({ where, data: { leftAt, collectedBy, relationship } });
      return 'recorded';
    }
  }
}

/** The child is there: it is on the way no more. */
async function arrive(work: Work, person: Person, encounter: Encounter): Promise<void> {
  await work.tx.designatedPlaceStay.create({
    data: { encounterId: encounter.id, arrivedAt: work.now, arrivedById: person.staffId },
  });
  if (!encounter.values.underWay) return;
  await reviseFields(work, person, {
    before: encounter,
    change: { underWay: false },
    also: { handOverAskAt: null },
    kind: 'changed',
    action: 'encounter.arrived',
  });
}

function timeProblem(leftAt: Date, at: string, arrivedAt: Date, now: Date): string | null {
  const write = 'Write when the child left.';
  return (
    aheadSentence(leftAt, now, write) ??
    (at < toLocalMinute(arrivedAt)
      ? `This is before the child arrived, at ${toLocalTime(arrivedAt)}. ${write}`
      : null)
  );
}
