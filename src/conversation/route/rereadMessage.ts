import type { Draft } from '../../data/drafts';
import { toDraft } from '../../data/drafts';
import { encountersOfDraft } from '../../data/encounters';
import type { DraftChild } from '../../domain/draft';
import { fieldNames } from '../../domain/encounterFields';
import { encounterReference } from '../../domain/encounterRecord';
import { draftChild } from '../../usecases/drafts/beginDraft';
import { changeDraft } from '../../usecases/drafts/changeDraft';
import type { InboundOf } from '../model/inbound';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { button, buttons, text } from '../views/build';
import { refusalCard } from '../views/notes';
import { listWords } from '../views/wording/terms';
import { amendDraft, setField } from './amendDrafts';
import { childUnderstood } from './beginFromReading';
import { draftCardName, draftView } from './draftView';
import { routeText } from './routeText';

/**
 * An edited message: an unsaved draft is read again, with what was amended or filled in since kept; after saving, the
 * change is offered. A message that was no draft is read as if it were new.
 */
export async function rereadMessage(turn: Turn, edited: InboundOf<'edited'>): Promise<readonly Outcome[]> {
  const row = await turn.work.tx.draft.findFirst({
    where: { staffId: turn.person.staffId, sources: { array_contains: [{ messageKey: edited.messageKey }] } },
    orderBy: { number: 'desc' },
  });
  if (row === null) return routeText(turn, edited);
  const draft = toDraft(row);
  if (draft.state === 'saved') return offerChange(turn, draft, edited);
  const source = draft.sources.find((one) => one.messageKey === edited.messageKey);
  if (source === undefined || source.text === edited.text) return [];
  if (source.part === 'amendment') return amendDraft(turn, draft.id, edited);
  return rereadDraft(turn, draft, source.text, edited);
}

async function rereadDraft(
  turn: Turn,
  draft: Draft,
  before: string,
  edited: InboundOf<'edited'>,
): Promise<readonly Outcome[]> {
  // The times in the message are still those of when it was first sent.
  const sentAt = draft.sources[0]?.sentAt ?? edited.sentAt;
  const reading = turn.understanding.read({ sentAt, text: edited.text });
  if (reading.encounters.length === 0)
    return [
      {
        kind: 'reply',
        view: refusalCard(
          'I can’t find a child in the edited message, so the draft stays as it was. Press Throw away if it is not needed.',
        ),
      },
    ];
  const old = turn.understanding.read({ sentAt, text: before }).encounters.map(childUnderstood);
  const read = reading.encounters.map(childUnderstood).map(draftChild);
  const outcome = await changeDraft(turn.work, turn.person, {
    draftId: draft.id,
    action: 'draft.reread',
    fields: ['children'],
    remindMinutes: turn.settings.draftReminderMinutes,
    sources: draft.sources.map((one) =>
      one.messageKey === edited.messageKey ? { ...one, text: edited.text } : one,
    ),
    change: (current) =>
      current.children.length === read.length && old.length === read.length
        ? current.children.map((child, index) => applyEdit(child, old[index], read[index]))
        : read,
  });
  if (outcome.kind === 'refused') return [{ kind: 'reply', view: refusalCard(outcome.sentence) }];
  const view = await draftView(turn, outcome.draft, 'Read again, because you edited your message.');
  return [{ kind: 'replaceKept', name: draftCardName(draft.id), view }];
}

/** Only what the edit changed is taken over: what was amended or filled in since stays. */
function applyEdit(
  child: DraftChild,
  before: Pick<DraftChild, 'fields'> | undefined,
  after: DraftChild | undefined,
): DraftChild {
  if (before === undefined || after === undefined) return child;
  return fieldNames
    .filter((field) => before.fields[field] !== after.fields[field])
    .reduce(
      (changed, field) => setField(changed, field, after.fields[field], after.uncertain.includes(field)),
      child,
    );
}

async function offerChange(
  turn: Turn,
  draft: Draft,
  edited: InboundOf<'edited'>,
): Promise<readonly Outcome[]> {
  const encounters = await encountersOfDraft(turn.work.tx, draft.id);
  const saved = encounters.filter((encounter) => encounter.state === 'saved');
  if (saved.length === 0 || draft.sources.some((one) => one.text === edited.text)) return [];
  const references = saved.map((encounter) => encounterReference(encounter.number));
  return [
    {
      kind: 'reply',
      view: {
        title: `${listWords(references)} ${saved.length === 1 ? 'is' : 'are'} already saved`,
        summary: 'Already saved: change it?',
        blocks: [
          text('You edited your message, but what is saved stays as it was until you change it.'),
          buttons(
            ...saved.map((encounter, index) =>
              button(
                `Change ${encounterReference(encounter.number)}`,
                {
                  name: 'encounter.change',
                  encounterId: encounter.id,
                  edited: { eventId: turn.eventId, childIndex: index },
                },
                index === 0 ? 'primary' : 'plain',
              ),
            ),
          ),
        ],
      },
    },
  ];
}
