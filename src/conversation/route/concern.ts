import { type Concern, findConcern } from '../../usecases/concerns/findConcern';
import { noteWhoWasTold } from '../../usecases/concerns/noteWhoWasTold';
import { type ConcernAbout, raiseConcern } from '../../usecases/concerns/raiseConcern';
import type { FormValues } from '../model/form';
import type { FormPurpose, Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { concernAlert, concernCard, concernForm } from '../views/concernCards';
import { momentValues } from '../views/momentFields';
import { refusal } from './refusal';
import { momentTyped, typedText } from './typed';

/** "Worried about this child": on record at once, the coordinators told, and whom to ring as the first line. */
export async function pressWorried(turn: Turn, about: ConcernAbout): Promise<readonly Outcome[]> {
  const outcome = await raiseConcern(turn.work, turn.person, about);
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  const coordinators = outcome.kind === 'raised' ? outcome.coordinators : [];
  const told = outcome.kind === 'raised' ? outcome.coordinators.length : null;
  return [cardOf(turn, outcome.concern, told), ...alerts(turn, outcome.concern, coordinators)];
}

export async function openConcernForm(turn: Turn, concernId: string): Promise<readonly Outcome[]> {
  const concern = await findConcern(turn.work.tx, concernId);
  if (concern === null) return refusal('That worry is not on record any more.');
  const values = {
    whom: concern.toldWhom,
    ...momentValues(concern.toldAt ?? turn.work.now),
    reference: concern.theirReference,
  };
  return [{ kind: 'openForm', form: concernForm({ concern, values }) }];
}

export async function submitWhoWasTold(
  turn: Turn,
  { concernId }: Extract<FormPurpose, { name: 'concern.told' }>,
  typed: { values: FormValues; filled: FormValues },
): Promise<readonly Outcome[]> {
  const concern = await findConcern(turn.work.tx, concernId);
  if (concern === null) return refusal('That worry is not on record any more.');
  const again = (errors: Readonly<Record<string, string>>): readonly Outcome[] => [
    { kind: 'formErrors', form: concernForm({ concern, ...typed, errors }) },
  ];
  const whom = typedText(typed.values, 'whom');
  if (whom === '') return again({ whom: 'Write who was told.' });
  const moment = momentTyped(typed.values, turn.work.now);
  if ('errors' in moment) return again(moment.errors);
  const { at } = moment;
  const outcome = await noteWhoWasTold(turn.work, turn.person, {
    concernId,
    whom,
    at,
    reference: typedText(typed.values, 'reference') || null,
  });
  if (outcome.kind === 'wrongTime') return again({ time: outcome.sentence });
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  return [cardOf(turn, outcome.concern, null), ...alerts(turn, outcome.concern, outcome.coordinators)];
}

function cardOf(turn: Turn, concern: Concern, coordinators: number | null): Outcome {
  const { receptionTeam } = turn.settings;
  return { kind: 'reply', view: concernCard({ concern, receptionTeam, now: turn.work.now, coordinators }) };
}

function alerts(turn: Turn, concern: Concern, coordinators: readonly string[]): readonly Outcome[] {
  const view = concernAlert(concern, turn.work.now);
  return coordinators.map((staffId) => ({ kind: 'tell' as const, staffId, view }));
}
