import type { Draft } from '../../data/drafts';
import { lockDraft } from '../../data/drafts';
import { type Encounter, lockEncounter } from '../../data/encounters';
import { authorise } from '../../domain/authorise';
import { keptChildren } from '../../domain/draft';
import { fieldNames, noFields, onlyFields } from '../../domain/encounterFields';
import { toLocalMinute } from '../../domain/localTime';
import { encounterIsGone, mayChange } from '../../usecases/encounters/changeEncounter';
import { noteLook } from '../../usecases/encounters/readEncounter';
import type { ActionOf } from '../model/action';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { button, buttons, text } from '../views/build';
import { encounterForm, formValues } from '../views/encounterForm';
import { showInPlace } from './draftView';
import { refusal } from './refusal';
import { wordsOfEvent } from './wordsOfEvent';

/** The empty form; where a form can't be opened straight away, a card with the button that does. */
export async function openEncounterForm(turn: Turn): Promise<readonly Outcome[]> {
  const decision = authorise(turn.person, 'encounter.log');
  if (!decision.allowed) return refusal(decision.sentence);
  if (!turn.inbound.canOpenForm)
    return [
      {
        kind: 'reply',
        view: {
          title: 'Record an encounter with a form',
          summary: 'Record an encounter with a form',
          blocks: [
            text('Or write it to me in your own words.'),
            buttons(button('Open the form', { name: 'encounter.form' }, 'primary')),
          ],
        },
      },
    ];
  const values = formValues({
    fields: noFields,
    schoolSaid: null,
    placeSaid: null,
    note: null,
    underWay: false,
    defaultTime: toLocalMinute(turn.work.now),
  });
  return [{ kind: 'openForm', form: encounterForm({ purpose: { name: 'encounter.new' }, values }) }];
}

/** The form of one child of a draft, filled in as understood. */
export async function openDraftForm(
  turn: Turn,
  action: ActionOf<'draft.change'>,
): Promise<readonly Outcome[]> {
  const draft = await lockDraft(turn.work.tx, action.draftId);
  const child = draft && keptChildren(draft.children).find((one) => one.key === action.childKey);
  if (!draft || !child || !isOpen(draft)) return draft ? showInPlace(turn, draft) : [];
  const decision = authorise(turn.person, draft.state === 'open' ? 'encounter.log' : 'draft.takeOver', {
    ownerId: draft.staffId,
    withCoordinator: draft.state === 'with_coordinator',
  });
  if (!decision.allowed) return refusal(decision.sentence);
  const purpose = {
    name: 'draft.change' as const,
    draftId: draft.id,
    childKey: child.key,
    version: draft.version,
  };
  const values = formValues({ ...child, defaultTime: toLocalMinute(draft.sentAt) });
  return [{ kind: 'openForm', form: encounterForm({ purpose, values }) }];
}

function isOpen(draft: Draft): boolean {
  return draft.state === 'open' || draft.state === 'with_coordinator';
}

/** The form of a saved encounter; after an edit of the message, with what the message says now. */
export async function openChangeForm(
  turn: Turn,
  action: ActionOf<'encounter.change'>,
): Promise<readonly Outcome[]> {
  const encounter = await lockEncounter(turn.work.tx, { id: action.encounterId });
  if (encounter === null) return refusal(encounterIsGone.sentence);
  const may = mayChange(turn.person, encounter);
  if (may.kind === 'refused') return refusal(may.sentence);
  if (encounter.state === 'undone') return refusal(undoneSentence);
  // Opening somebody else's record to correct it is a look at it.
  noteLook(turn.work, turn.person, encounter, { level: 'summary', reason: 'correcting the record' });
  const { values } = encounter;
  const fields = { ...values, ...(action.edited && (await editedFields(turn, encounter, action.edited))) };
  return [
    {
      kind: 'openForm',
      form: encounterForm({
        purpose: { name: 'encounter.change', encounterId: encounter.id, revision: encounter.revision },
        values: formValues({ ...values, fields: onlyFields(fields), defaultTime: values.occurredAt }),
        withReason: may.kind === 'corrected',
      }),
    },
  ];
}

const undoneSentence = 'This encounter was undone, so it can’t be changed. Write it again to record it.';

/**
 * What the edit of the message changed for this child, and nothing else: what was amended or filled in since stays.
 * Where the message now tells of another number of children, nobody can say which is which: nothing is filled in.
 */
async function editedFields(
  turn: Turn,
  encounter: Encounter,
  edited: { eventId: string },
): Promise<Partial<typeof noFields>> {
  const now = await wordsOfEvent(turn, edited.eventId);
  const draft = encounter.draftId === null ? null : await lockDraft(turn.work.tx, encounter.draftId);
  const before = draft?.sources.find((source) => source.messageKey === now?.messageKey);
  const index = draft?.children.findIndex((child) => child.key === encounter.draftChildKey) ?? -1;
  if (!now || !draft || !before || index < 0) return {};
  const sentAt = draft.sources[0]?.sentAt ?? now.sentAt;
  const old = turn.understanding.read({ sentAt, text: before.text }).encounters;
  const fresh = turn.understanding.read({ sentAt, text: now.text }).encounters;
  const [was, is] = [old[index], fresh[index]];
  if (old.length !== fresh.length || !was || !is) return {};
  return Object.fromEntries(
    fieldNames.filter((name) => was[name] !== is[name]).map((name) => [name, is[name]]),
  );
}
