import { lockEncounter } from '../../data/encounters';
import type { DraftChild } from '../../domain/draft';
import { changeDraft, replaceChild } from '../../usecases/drafts/changeDraft';
import { changeEncounter, type EncounterChanged, mayChange } from '../../usecases/encounters/changeEncounter';
import type { FormValues } from '../model/form';
import type { InboundOf } from '../model/inbound';
import type { FormPurpose, Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { noticeSigns } from '../understand/concern/noticeSigns';
import { encounterForm } from '../views/encounterForm';
import { noteCard } from '../views/notes';
import { signsWith } from './applyAmendment';
import { beginFromReading } from './beginFromReading';
import { submitWhoWasTold } from './concern';
import { submitLeft } from './designatedPlace';
import { draftCardName, draftView } from './draftView';
import { encounterView } from './encounterView';
import { endHandOver } from './endHandOver';
import { submitHandOver } from './handOver';
import { type FormRead, readEncounterForm } from './readEncounterForm';
import { refusal } from './refusal';
import { submitPower } from './removalPower';
import { takeOver } from './takeOver';

type Read = Extract<FormRead, { kind: 'read' }>;

/** A submitted form: an error keeps everything typed and stands at its field; otherwise what the form is for is done. */
export async function routeSubmit(
  turn: Turn,
  submit: InboundOf<'submit'>,
  form: { purpose: FormPurpose; filled: FormValues },
): Promise<readonly Outcome[]> {
  const { purpose, filled } = form;
  // A field that a platform could not show in full does not come back: it stays as it was.
  const values = { ...filled, ...submit.values };
  const typed = { values, filled };
  if (purpose.name === 'power.used') return submitPower(turn, purpose, typed);
  if (purpose.name === 'stay.left') return submitLeft(turn, purpose, typed);
  if (purpose.name === 'concern.told') return submitWhoWasTold(turn, purpose, typed);
  if (purpose.name === 'encounter.handOver') return submitHandOver(turn, purpose, typed);
  const withReason = purpose.name === 'encounter.change' && (await isCorrection(turn, purpose.encounterId));
  const read = readEncounterForm({
    values,
    filled,
    gazetteer: turn.gazetteer,
    now: turn.work.now,
    needsReason: withReason,
  });
  if (read.kind === 'wrong')
    return [
      {
        kind: 'formErrors',
        form: encounterForm({ purpose, values, filled, errors: read.errors, withReason }),
      },
    ];
  switch (purpose.name) {
    case 'encounter.new':
      return beginFromForm(turn, submit, read);
    case 'draft.change':
      return changeDraftByForm(turn, { purpose, filled }, read, submit);
    case 'encounter.change':
      return changeEncounterByForm(turn, purpose, read);
  }
}

async function isCorrection(turn: Turn, encounterId: string): Promise<boolean> {
  const encounter = await lockEncounter(turn.work.tx, { id: encounterId });
  return encounter !== null && mayChange(turn.person, encounter).kind === 'corrected';
}

function beginFromForm(turn: Turn, submit: InboundOf<'submit'>, read: Read): Promise<readonly Outcome[]> {
  const { fields, schoolSaid, placeSaid, note, underWay } = read;
  return beginFromReading(turn, {
    children: [
      {
        fields,
        schoolSaid,
        placeSaid,
        note,
        underWay,
        signs: [...noticeSigns(note ?? '')],
        uncertain: [],
        estimatedAge: null,
      },
    ],
    source: { messageKey: `form:${submit.session}`, text: '', sentAt: submit.sentAt, part: 'form' },
  });
}

async function changeDraftByForm(
  turn: Turn,
  { purpose, filled }: { purpose: Extract<FormPurpose, { name: 'draft.change' }>; filled: FormValues },
  read: Read,
  submit: InboundOf<'submit'>,
): Promise<readonly Outcome[]> {
  const before = readEncounterForm({
    values: filled,
    filled,
    gazetteer: turn.gazetteer,
    now: turn.work.now,
    needsReason: false,
  });
  const outcome = await changeDraft(turn.work, turn.person, {
    draftId: purpose.draftId,
    action: 'draft.amended',
    fields: [purpose.childKey],
    source: { messageKey: `form:${submit.session}`, text: '', sentAt: submit.sentAt, part: 'form' },
    remindMinutes: turn.settings.draftReminderMinutes,
    change: (draft) =>
      replaceChild(draft.children, purpose.childKey, (child) => filledIn(child, read, before)),
  });
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  const view = await draftView(turn, outcome.draft);
  return [{ kind: 'replaceKept', name: draftCardName(outcome.draft.id), view }];
}

/**
 * Only what the person changed in the form is set anew: what was amended while it was open stays, and a time left at
 * "when you wrote" is still not said.
 */
function filledIn(child: DraftChild, read: Read, before: FormRead): DraftChild {
  const untouched = before.kind === 'read' ? before : null;
  return {
    ...takeOver(child, untouched, read, () => false),
    // Whoever looked through the form has seen every field: none is "not sure" any more.
    uncertain: [],
    note: untouched?.note === read.note ? child.note : read.note,
    signs: signsWith(child, noticeSigns(read.note ?? '')),
  };
}

async function changeEncounterByForm(
  turn: Turn,
  purpose: Extract<FormPurpose, { name: 'encounter.change' }>,
  read: Read,
): Promise<readonly Outcome[]> {
  const { fields, schoolSaid, placeSaid, note, underWay, reason } = read;
  const outcome = await changeEncounter(turn.work, turn.person, {
    encounterId: purpose.encounterId,
    revision: purpose.revision,
    values: { ...fields, schoolSaid, placeSaid, note, underWay },
    reason,
    gazetteer: turn.gazetteer,
    handOverMinutes: turn.settings.handOverMinutes,
  });
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  const { encounter } = outcome;
  if (outcome.kind === 'unchanged') return [{ kind: 'reply', view: noteCard('Nothing was changed.') }];
  return [
    { kind: 'reply', view: await encounterView(turn, encounter, changeNews(outcome)) },
    ...(await endHandOver(turn, encounter)),
  ];
}

function changeNews(outcome: Extract<EncounterChanged, { encounter: unknown }>): string {
  if (outcome.kind !== 'changed')
    return 'Not changed: somebody else changed it while your form was open. This is how it stands now. Press Change to do yours again.';
  const left = outcome.pupilLeft
    ? ' It no longer fits the pupil it was matched to, so it is not identified now.'
    : '';
  return `Changed and saved. What it said before is kept.${left}`;
}
