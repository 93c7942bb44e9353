import type { Draft } from '../../data/drafts';
import type { DraftChild } from '../../domain/draft';
import { type ChildUnderstood, draftChild } from '../../usecases/drafts/beginDraft';
import { changeDraft } from '../../usecases/drafts/changeDraft';
import type { InboundOf } from '../model/inbound';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { alreadySavedCard } from '../views/alreadySavedCard';
import { signsWith } from './applyAmendment';
import { childrenUnderstood } from './beginFromReading';
import { draftOfMessage } from './draftOfMessage';
import { draftCardName, draftView } from './draftView';
import { savedFrom } from './lastSaved';
import { refusal } from './refusal';
import { routeText } from './routeText';
import { takeOver } from './takeOver';

/**
 * An edited message: an unsaved draft is read again, with what was amended or filled in since kept; after saving, the
 * change is offered. A message that was no draft is read as if it were new.
 */
export async function rereadMessage(turn: Turn, edited: InboundOf<'edited'>): Promise<readonly Outcome[]> {
  const draft = await draftOfMessage(turn, edited.messageKey);
  if (draft === null) return edited.overheard ? [] : routeText(turn, edited);
  if (draft.state === 'saved') return offerChange(turn, draft, edited);
  const source = draft.sources.find((one) => one.messageKey === edited.messageKey);
  if (source === undefined || source.text === edited.text) return [];
  if (source.part === 'amendment') return refusal(editedAmendment);
  return rereadDraft(turn, draft, source.text, edited);
}

const editedAmendment =
  'You edited a short answer, and I can’t take it back by itself. Write the change as a new message: the draft stays as it is until then.';

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
    return refusal(
      'I can’t find a child in the edited message, so the draft stays as it was. Press Throw away if it is not needed.',
    );
  const old = childrenUnderstood(turn.understanding.read({ sentAt, text: before }));
  const read = childrenUnderstood(reading).map(draftChild);
  const outcome = await changeDraft(turn.work, turn.person, {
    draftId: draft.id,
    action: 'draft.reread',
    fields: ['children'],
    remindMinutes: turn.settings.draftReminderMinutes,
    sources: draft.sources.map((one) =>
      one.messageKey === edited.messageKey ? { ...one, text: edited.text } : one,
    ),
    change: (current) => mergeEdit(current.children, old, read),
  });
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  const view = await draftView(turn, outcome.draft, 'Read again, because you edited your message.');
  return [{ kind: 'replaceKept', name: draftCardName(draft.id), view }];
}

/**
 * The children after an edit. With as many as before, each by its place; otherwise each by its name. Only what the edit
 * changed is taken over: what was amended, filled in or chosen since stays.
 */
function mergeEdit(
  current: readonly DraftChild[],
  before: readonly ChildUnderstood[],
  after: readonly DraftChild[],
): readonly DraftChild[] {
  const sameNumber = current.length === after.length && before.length === after.length;
  return after.map((child, index) => {
    const place = sameNumber ? index : before.findIndex((old) => sameName(old, child));
    const [was, is] = [before[place], current[place]];
    return was && is ? { ...applyEdit(is, was, child), key: child.key } : child;
  });
}

function sameName(one: Pick<DraftChild, 'fields'>, other: Pick<DraftChild, 'fields'>): boolean {
  const [a, b] = [one.fields, other.fields];
  return (
    (a.givenName ?? a.familyName) !== null && a.givenName === b.givenName && a.familyName === b.familyName
  );
}

function applyEdit(child: DraftChild, before: ChildUnderstood, after: DraftChild): DraftChild {
  const edited = takeOver(child, before, after, (field) => after.uncertain.includes(field));
  return {
    ...edited,
    estimatedAge: before.estimatedAge === after.estimatedAge ? edited.estimatedAge : after.estimatedAge,
    signs: signsWith(child, after.signs),
  };
}

async function offerChange(
  turn: Turn,
  draft: Draft,
  edited: InboundOf<'edited'>,
): Promise<readonly Outcome[]> {
  const saved = await savedFrom(turn, draft);
  if (saved.length === 0 || draft.sources.some((one) => one.text === edited.text)) return [];
  const sentence = 'You edited your message, but what is saved stays as it was until you change it.';
  return [{ kind: 'reply', view: alreadySavedCard({ saved, sentence, edited: { eventId: turn.eventId } }) }];
}
