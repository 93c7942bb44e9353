import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { aheadSentence, fromLocalMinute } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { coordinatorsOn } from '../days/coordinatorsOn';
import { type Refused, refused } from '../refusal';
import { type Concern, concernInclude, findConcern, toConcern } from './findConcern';

export type ToldNoted =
  | { readonly kind: 'noted'; readonly concern: Concern; readonly coordinators: readonly string[] }
  | { readonly kind: 'wrongTime'; readonly sentence: string }
  | Refused;

/**
 * Records who was told of a worry, when, and under which reference of theirs. Who raised it may, and the coordinator.
 * @param input.at agency-local minute, `yyyy-MM-ddTHH:mm`
 */
export async function noteWhoWasTold(
  work: Work,
  person: Person,
  input: { concernId: string; whom: string; at: string; reference: string | null },
): Promise<ToldNoted> {
  const before = await findConcern(work.tx, input.concernId);
  if (before === null)
    return refused('That worry is not on record any more. Press the button on the card again.');
  const decision = authorise(person, 'concern.note', { ownerId: before.raisedById });
  if (!decision.allowed) return refused(decision.sentence);
  const toldAt = fromLocalMinute(input.at);
  const sentence = aheadSentence(toldAt, work.now, 'Write when they were told.');
  if (sentence !== null) return { kind: 'wrongTime', sentence };
  const row = await work.tx.concern.update({
    where: { id: before.id },
    data: { toldWhom: input.whom, toldAt, theirReference: input.reference },
    include: concernInclude,
  });
  work.audit({
    action: 'concern.told',
    subjectType: 'Concern',
    subjectId: before.id,
    fields: ['toldWhom', 'toldAt', 'theirReference'],
  });
  const coordinators = (await coordinatorsOn(work.tx, work.now)).filter((id) => id !== person.staffId);
  return { kind: 'noted', concern: toConcern(row), coordinators };
}
