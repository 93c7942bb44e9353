import { lockEncounter } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import { toLocalDate } from '../../domain/localTime';
import { coordinatorsOn } from '../../usecases/days/coordinatorsOn';
import { childrenThere } from '../../usecases/designatedPlace/childrenThere';
import { recordStay, type StayRecorded, type StayStep } from '../../usecases/designatedPlace/recordStay';
import { encounterIsGone } from '../../usecases/encounters/changeEncounter';
import { mayHandOver } from '../../usecases/encounters/handOver';
import { noteLook } from '../../usecases/encounters/readEncounter';
import type { FormValues } from '../model/form';
import type { FormPurpose, Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { leftForm, placeCountCard, stayCard } from '../views/designatedPlaceViews';
import { momentValues } from '../views/momentFields';
import { showSavedDraft } from './draftView';
import { endHandOver } from './endHandOver';
import { refusal } from './refusal';
import { momentTyped, typedText } from './typed';

/** The name of the coordinator's count, kept current in their chat. */
const countName = 'designatedPlace';

export async function pressStayStep(
  turn: Turn,
  encounterId: string,
  step: StayStep,
): Promise<readonly Outcome[]> {
  const outcome = await recordStay(turn.work, turn.person, { encounterId, step });
  const shownNow = await shown(turn, outcome);
  // Only arriving ends the way there.
  return step.name === 'arrived' && outcome.kind === 'recorded'
    ? [...shownNow, ...(await endHandOver(turn, outcome.encounter))]
    : shownNow;
}

export async function showStay(turn: Turn, encounterId: string): Promise<readonly Outcome[]> {
  const encounter = await lockEncounter(turn.work.tx, { id: encounterId });
  if (encounter === null) return refusal(encounterIsGone.sentence);
  const may = await mayHandOver(turn.work, turn.person, encounter);
  if (may.kind === 'refused') return refusal(may.sentence);
  noteLook(turn.work, turn.person, encounter, { level: 'recognise', reason: 'at the designated place' });
  return [{ kind: 'reply', view: stayCard(encounter), keep: stayName(encounterId) }];
}

export async function openLeftForm(turn: Turn, encounterId: string): Promise<readonly Outcome[]> {
  const encounter = await lockEncounter(turn.work.tx, { id: encounterId });
  if (encounter === null) return refusal(encounterIsGone.sentence);
  const values = { collectedBy: null, relationship: null, ...momentValues(turn.work.now) };
  const reference = encounterReference(encounter.number);
  return [{ kind: 'openForm', form: leftForm({ encounterId, reference, values }) }];
}

export async function submitLeft(
  turn: Turn,
  { encounterId }: Extract<FormPurpose, { name: 'stay.left' }>,
  typed: { values: FormValues; filled: FormValues },
): Promise<readonly Outcome[]> {
  const encounter = await lockEncounter(turn.work.tx, { id: encounterId });
  if (encounter === null) return refusal(encounterIsGone.sentence);
  const reference = encounterReference(encounter.number);
  const again = (errors: Readonly<Record<string, string>>): readonly Outcome[] => [
    { kind: 'formErrors', form: leftForm({ encounterId, reference, ...typed, errors }) },
  ];
  const collectedBy = typedText(typed.values, 'collectedBy');
  const relationship = typedText(typed.values, 'relationship');
  if (collectedBy === '') return again({ collectedBy: 'Write who collected the child.' });
  if (relationship === '') return again({ relationship: 'Write who they are to the child.' });
  const moment = momentTyped(typed.values, turn.work.now);
  if ('errors' in moment) return again(moment.errors);
  const { at } = moment;
  const step: StayStep = { name: 'left', collectedBy, relationship, at };
  const outcome = await recordStay(turn.work, turn.person, { encounterId, step });
  return outcome.kind === 'wrongTime' ? again({ time: outcome.sentence }) : shown(turn, outcome);
}

/** The count as it is now, in place of the one in each coordinator's chat. */
export async function tellTheCount(turn: Turn): Promise<readonly Outcome[]> {
  const { work } = turn;
  const view = placeCountCard(await childrenThere(work.tx, toLocalDate(work.now)), work.now);
  const coordinators = await coordinatorsOn(work.tx, work.now);
  return coordinators.map((staffId) => ({
    kind: 'tell' as const,
    staffId,
    view,
    keep: countName,
    inPlace: true,
  }));
}

async function shown(turn: Turn, outcome: StayRecorded): Promise<readonly Outcome[]> {
  if (outcome.kind === 'refused' || outcome.kind === 'wrongTime') return refusal(outcome.sentence);
  const { encounter } = outcome;
  const card: Outcome = { kind: 'replaceKept', name: stayName(encounter.id), view: stayCard(encounter) };
  if (outcome.kind === 'already') return [card];
  return [card, ...(await showSavedDraft(turn, encounter.draftId)), ...(await tellTheCount(turn))];
}

function stayName(encounterId: string): string {
  return `stay:${encounterId}`;
}
