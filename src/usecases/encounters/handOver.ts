import { type Encounter, lockEncounter } from '../../data/encounters';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { EncounterValues } from '../../domain/encounterRecord';
import { isJourney, isOnTheWay } from '../../domain/handOver';
import { aheadSentence, fromLocalMinute, minutesAfter } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { patrolMates } from '../days/patrolMates';
import { type Refused, refused } from '../refusal';
import { encounterIsGone } from './changeEncounter';
import { reviseFields } from './reviseEncounter';

export type HandedOver =
  | { readonly kind: 'handedOver' | 'already'; readonly encounter: Encounter }
  /** What is wrong with the time that was said. */
  | { readonly kind: 'wrongTime'; readonly sentence: string }
  | Refused;

/**
 * Records who took a child over, and when. Who recorded the encounter may, their patrol, and the council; also after
 * the day is closed, since a child is not on the way for ever.
 * @param input.at agency-local minute, `yyyy-MM-ddTHH:mm`
 */
export async function handOver(
  work: Work,
  person: Person,
  input: { encounterId: string; to: string; at: string },
): Promise<HandedOver> {
  const encounter = await lockEncounter(work.tx, { id: input.encounterId });
  if (encounter === null) return encounterIsGone;
  const may = await mayHandOver(work, person, encounter);
  if (may.kind === 'refused') return may;
  const { values } = encounter;
  if (encounter.state === 'undone')
    return refused('This encounter was undone. Write it again, and say who took the child over.');
  if (!isJourney(values.outcome))
    return refused('Nobody was taken anywhere in this encounter. Press Change to say what happened.');
  if (values.handedOverTo === input.to && values.handedOverAt === input.at)
    return { kind: 'already', encounter };
  const sentence = timeProblem(values, input.at, work.now);
  if (sentence !== null) return { kind: 'wrongTime', sentence };
  const revised = await reviseFields(work, person, {
    before: encounter,
    change: { underWay: false, handedOverTo: input.to, handedOverAt: input.at },
    also: { handOverAskAt: null },
    kind: 'changed',
    action: 'encounter.handed_over',
  });
  return { kind: 'handedOver', encounter: revised };
}

/** "Still on the way": it is asked again later, and nobody is alerted until then. */
export async function stillOnTheWay(
  work: Work,
  person: Person,
  input: { encounterId: string; minutes: number },
): Promise<
  { kind: 'waiting'; encounter: Encounter; askAt: Date } | { kind: 'over'; encounter: Encounter } | Refused
> {
  const encounter = await lockEncounter(work.tx, { id: input.encounterId });
  if (encounter === null) return encounterIsGone;
  const may = await mayHandOver(work, person, encounter);
  if (may.kind === 'refused') return may;
  if (!isOnTheWay(encounter.values) || encounter.state === 'undone') return { kind: 'over', encounter };
  const askAt = minutesAfter(work.now, input.minutes);
  await work.tx.encounter.update({
    where: { id: encounter.id },
    data: { handOverAskAt: askAt, handOverAskedAt: null, handOverToldAt: null },
  });
  work.audit({
    action: 'encounter.still_on_the_way',
    subjectType: 'Encounter',
    subjectId: encounter.id,
    fields: [],
  });
  return { kind: 'waiting', encounter, askAt };
}

export async function mayHandOver(
  work: Work,
  person: Person,
  encounter: Encounter,
): Promise<{ kind: 'allowed' } | Refused> {
  const mates =
    encounter.recordedById === person.staffId
      ? []
      : await patrolMates(work.tx, { staffId: encounter.recordedById, moment: encounter.savedAt });
  const decision = authorise(person, 'encounter.handOver', {
    ownerId: encounter.recordedById,
    samePatrol: mates.includes(person.staffId),
  });
  return decision.allowed ? { kind: 'allowed' } : refused(decision.sentence);
}

function timeProblem(values: EncounterValues, at: string, now: Date): string | null {
  const write = 'Write when the child was handed over.';
  return (
    aheadSentence(fromLocalMinute(at), now, write) ??
    (at < values.occurredAt
      ? `This is before the child was met, at ${values.occurredAt.slice(11)}. ${write}`
      : null)
  );
}
