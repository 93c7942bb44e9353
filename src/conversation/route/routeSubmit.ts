import { lockDraft } from '../../data/drafts';
import { lockEncounter } from '../../data/encounters';
import type { DraftChild } from '../../domain/draft';
import { fieldNames } from '../../domain/encounterFields';
import { toLocalMinute } from '../../domain/localTime';
import { changeDraft, replaceChild } from '../../usecases/drafts/changeDraft';
import { changeEncounter, mayChange } from '../../usecases/encounters/changeEncounter';
import type { FormValues } from '../model/form';
import type { InboundOf } from '../model/inbound';
import type { FormPurpose, Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { encounterCard } from '../views/encounterCard';
import { encounterForm, formValues } from '../views/encounterForm';
import { noteCard, refusalCard } from '../views/notes';
import { setField } from './amendDrafts';
import { beginFromReading } from './beginFromReading';
import { draftCardName, draftView } from './draftView';
import { type FormRead, readEncounterForm } from './readEncounterForm';

type Read = Extract<FormRead, { kind: 'read' }>;

/** A submitted form: an error keeps everything typed and stands at its field; otherwise what the form is for is done. */
export async function routeSubmit(
  turn: Turn,
  submit: InboundOf<'submit'>,
  purpose: FormPurpose,
): Promise<readonly Outcome[]> {
  const withReason = purpose.name === 'encounter.change' && (await isCorrection(turn, purpose.encounterId));
  // A field that a platform could not show in full does not come back: it stays as it was.
  const values = { ...(await knownValues(turn, purpose)), ...submit.values };
  const read = readEncounterForm({
    values,
    gazetteer: turn.gazetteer,
    now: turn.work.now,
    needsReason: withReason,
  });
  if (read.kind === 'wrong')
    return [
      {
        kind: 'formErrors',
        form: encounterForm({ purpose, values, errors: read.errors, withReason }),
      },
    ];
  switch (purpose.name) {
    case 'encounter.new':
      return beginFromForm(turn, submit, read);
    case 'draft.change':
      return changeDraftByForm(turn, purpose, read, submit);
    case 'encounter.change':
      return changeEncounterByForm(turn, purpose, read);
  }
}

async function knownValues(turn: Turn, purpose: FormPurpose): Promise<FormValues> {
  if (purpose.name === 'encounter.new') return {};
  if (purpose.name === 'draft.change') {
    const draft = await lockDraft(turn.work.tx, purpose.draftId);
    const child = draft?.children.find((one) => one.key === purpose.childKey);
    return draft && child ? formValues({ ...child, defaultTime: toLocalMinute(draft.sentAt) }) : {};
  }
  const encounter = await lockEncounter(turn.work.tx, { id: purpose.encounterId });
  return encounter
    ? formValues({ ...encounter.values, fields: encounter.values, defaultTime: encounter.values.occurredAt })
    : {};
}

async function isCorrection(turn: Turn, encounterId: string): Promise<boolean> {
  const encounter = await lockEncounter(turn.work.tx, { id: encounterId });
  return encounter !== null && mayChange(turn.person, encounter).kind === 'corrected';
}

function beginFromForm(turn: Turn, submit: InboundOf<'submit'>, read: Read): Promise<readonly Outcome[]> {
  const { fields, schoolSaid, placeSaid, note } = read;
  return beginFromReading(turn, {
    children: [{ fields, schoolSaid, placeSaid, note, uncertain: [], estimatedAge: null }],
    source: { messageKey: `form:${submit.session}`, text: '', sentAt: submit.sentAt, part: 'form' },
  });
}

async function changeDraftByForm(
  turn: Turn,
  purpose: Extract<FormPurpose, { name: 'draft.change' }>,
  read: Read,
  submit: InboundOf<'submit'>,
): Promise<readonly Outcome[]> {
  const outcome = await changeDraft(turn.work, turn.person, {
    draftId: purpose.draftId,
    action: 'draft.amended',
    fields: [purpose.childKey],
    source: { messageKey: `form:${submit.session}`, text: '', sentAt: submit.sentAt, part: 'form' },
    remindMinutes: turn.settings.draftReminderMinutes,
    change: (draft) =>
      replaceChild(draft.children, purpose.childKey, (child) =>
        filledIn(child, read, toLocalMinute(draft.sentAt)),
      ),
  });
  if (outcome.kind === 'refused') return [{ kind: 'reply', view: refusalCard(outcome.sentence) }];
  const view = await draftView(turn, outcome.draft);
  return [{ kind: 'replaceKept', name: draftCardName(outcome.draft.id), view }];
}

/** Only what the person changed in the form is set anew; a time left at "when you wrote" is still not said. */
function filledIn(child: DraftChild, read: Read, defaultTime: string): DraftChild {
  const changed = fieldNames
    .filter((field) => child.fields[field] !== read.fields[field])
    .filter(
      (field) =>
        field !== 'occurredAt' || child.fields.occurredAt !== null || read.fields.occurredAt !== defaultTime,
    )
    .reduce((result, field) => setField(result, field, read.fields[field], false), child);
  // Whoever looked through the form has seen every field: none is "not sure" any more.
  return {
    ...changed,
    uncertain: [],
    schoolSaid: read.schoolSaid,
    placeSaid: read.placeSaid,
    note: read.note,
  };
}

async function changeEncounterByForm(
  turn: Turn,
  purpose: Extract<FormPurpose, { name: 'encounter.change' }>,
  read: Read,
): Promise<readonly Outcome[]> {
  const { fields, schoolSaid, placeSaid, note, reason } = read;
  const outcome = await changeEncounter(turn.work, turn.person, {
    encounterId: purpose.encounterId,
    revision: purpose.revision,
    values: { ...fields, schoolSaid, placeSaid, note },
    reason,
    gazetteer: turn.gazetteer,
  });
  if (outcome.kind === 'refused') return [{ kind: 'reply', view: refusalCard(outcome.sentence) }];
  const { encounter } = outcome;
  if (outcome.kind === 'unchanged') return [{ kind: 'reply', view: noteCard('Nothing was changed.') }];
  const news =
    outcome.kind === 'changed'
      ? 'Changed and saved. What it said before is kept.'
      : 'Not changed: somebody else changed it while your form was open. This is how it stands now. Press Change to do yours again.';
  const view = encounterCard({ encounter, now: turn.work.now, mayChange: true, news });
  return [{ kind: 'reply', view }];
}
