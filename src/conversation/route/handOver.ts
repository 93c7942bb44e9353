import { type Encounter, lockEncounter, openHandOvers } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import { fromLocalMinute, toLocalMinute, toLocalTime } from '../../domain/localTime';
import { encounterIsGone } from '../../usecases/encounters/changeEncounter';
import { type HandedOver, handOver, mayHandOver, stillOnTheWay } from '../../usecases/encounters/handOver';
import type { ActionOf } from '../model/action';
import type { FormValues } from '../model/form';
import type { FormPurpose, Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import type { HandOverSaid } from '../understand/reading';
import { handOverForm, whichHandOver } from '../views/handOverViews';
import { momentValues } from '../views/momentFields';
import { noteCard } from '../views/notes';
import type { ShortAnswer } from './applyAmendment';
import { showSavedDraft } from './draftView';
import { encounterView } from './encounterView';
import { endHandOver } from './endHandOver';
import { refusal } from './refusal';
import { momentTyped, typedText } from './typed';
import { wordsOfEvent } from './wordsOfEvent';

/** "Handed over to Mrs Pike 11:05": for the one child who is on the way, or asked for which; null where it is not that. */
export async function sayHandOver(turn: Turn, said: ShortAnswer): Promise<readonly Outcome[] | null> {
  const words = turn.understanding.readHandOver(said);
  if (words === null) return null;
  const open = await openHandOvers(turn.work.tx, turn.person.staffId);
  const [only] = open;
  if (only === undefined) return null;
  return open.length === 1
    ? record(turn, only.id, words)
    : [{ kind: 'reply', view: whichHandOver(open, turn.eventId) }];
}

/** The child was chosen for whom the words were meant. */
export async function pressHandOverChosen(
  turn: Turn,
  action: ActionOf<'handOver.chosen'>,
): Promise<readonly Outcome[]> {
  const said = await wordsOfEvent(turn, action.eventId);
  const words = said && turn.understanding.readHandOver(said);
  return words ? record(turn, action.encounterId, words) : openHandOverForm(turn, action.encounterId);
}

export async function openHandOverForm(turn: Turn, encounterId: string): Promise<readonly Outcome[]> {
  const encounter = await lockEncounter(turn.work.tx, { id: encounterId });
  if (encounter === null) return refusal(encounterIsGone.sentence);
  const may = await mayHandOver(turn.work, turn.person, encounter);
  if (may.kind === 'refused') return refusal(may.sentence);
  const { handedOverTo, handedOverAt } = encounter.values;
  const values = {
    to: handedOverTo,
    ...momentValues(handedOverAt === null ? turn.work.now : fromLocalMinute(handedOverAt)),
  };
  const reference = encounterReference(encounter.number);
  return [{ kind: 'openForm', form: handOverForm({ encounterId, reference, values }) }];
}

export async function submitHandOver(
  turn: Turn,
  { encounterId }: Extract<FormPurpose, { name: 'encounter.handOver' }>,
  typed: { values: FormValues; filled: FormValues },
): Promise<readonly Outcome[]> {
  const encounter = await lockEncounter(turn.work.tx, { id: encounterId });
  if (encounter === null) return refusal(encounterIsGone.sentence);
  const reference = encounterReference(encounter.number);
  const again = (errors: Readonly<Record<string, string>>): readonly Outcome[] => [
    { kind: 'formErrors', form: handOverForm({ encounterId, reference, ...typed, errors }) },
  ];
  const to = typedText(typed.values, 'to');
  if (to === '') return again({ to: 'Write who took the child over.' });
  const moment = momentTyped(typed.values, turn.work.now);
  if ('errors' in moment) return again(moment.errors);
  const { at } = moment;
  const outcome = await handOver(turn.work, turn.person, { encounterId, to, at });
  return outcome.kind === 'wrongTime' ? again({ time: outcome.sentence }) : shown(turn, outcome);
}

export async function pressStillOnTheWay(turn: Turn, encounterId: string): Promise<readonly Outcome[]> {
  const minutes = turn.settings.handOverMinutes;
  const outcome = await stillOnTheWay(turn.work, turn.person, { encounterId, minutes });
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  if (outcome.kind === 'over')
    return [
      {
        kind: 'replaceCard',
        view: await encounterView(turn, outcome.encounter, 'Nothing is open here any more.'),
      },
    ];
  const reference = encounterReference(outcome.encounter.number);
  return [
    {
      kind: 'replaceCard',
      view: noteCard(`${reference}: still on the way. I ask again at ${toLocalTime(outcome.askAt)}.`),
    },
  ];
}

async function record(turn: Turn, encounterId: string, words: HandOverSaid): Promise<readonly Outcome[]> {
  const outcome = await handOver(turn.work, turn.person, {
    encounterId,
    to: words.to,
    at: words.at ?? toLocalMinute(turn.work.now),
  });
  return outcome.kind === 'wrongTime' ? refusal(`Not saved yet. ${outcome.sentence}`) : shown(turn, outcome);
}

/** What was recorded, and the receipt without its open question. */
async function shown(
  turn: Turn,
  outcome: Exclude<HandedOver, { kind: 'wrongTime' }>,
): Promise<readonly Outcome[]> {
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  const { encounter } = outcome;
  return [
    {
      kind: 'reply',
      view: noteCard(`${encounterReference(encounter.number)}: ${handedOverWords(encounter)}`),
    },
    ...(await showSavedDraft(turn, encounter.draftId)),
    ...(await endHandOver(turn, encounter, { tellRecorder: outcome.kind === 'handedOver' })),
  ];
}

function handedOverWords({ values }: Encounter): string {
  return `handed over at ${values.handedOverAt?.slice(11) ?? ''}. Saved.`;
}
