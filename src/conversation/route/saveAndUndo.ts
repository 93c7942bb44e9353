import { type Draft, lockDraft } from '../../data/drafts';
import { encountersOfDraft } from '../../data/encounters';
import { keptChildren } from '../../domain/draft';
import { saveDraft } from '../../usecases/drafts/saveDraft';
import { undoSave } from '../../usecases/encounters/undoSave';
import type { ActionOf } from '../model/action';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { tellTheCount } from './designatedPlace';
import { draftCardName, draftView, showInPlace } from './draftView';
import { endHandOver } from './endHandOver';
import { refusal } from './refusal';

/** Save: the receipt in place of the check card, or what stands against it, with the way on. */
export async function pressSave(turn: Turn, action: ActionOf<'draft.save'>): Promise<readonly Outcome[]> {
  const outcome = await saveDraft(turn.work, turn.person, {
    draftId: action.draftId,
    version: action.version,
    confirmed: action.confirmed,
    seenSame: action.seenSame,
    duplicateMinutes: turn.settings.duplicateMinutes,
    handOverMinutes: turn.settings.handOverMinutes,
    gazetteer: turn.gazetteer,
  });
  switch (outcome.kind) {
    case 'refused':
      return refusal(outcome.sentence);
    case 'saved':
      return [...(await showInPlace(turn, outcome.draft)), ...(await countIfThere(turn, outcome.draft))];
    case 'notOpen':
      return showInPlace(turn, outcome.draft);
    case 'changed':
      return showInPlace(
        turn,
        outcome.draft,
        'Not saved yet: this has changed since the card you pressed. Check it once more.',
      );
    case 'same':
      return showInPlace(turn, outcome.draft, 'Not saved yet: the same encounter seems to be saved already.');
  }
}

async function endHandOvers(turn: Turn, draftId: string): Promise<readonly Outcome[]> {
  const ended: Outcome[] = [];
  for (const encounter of await encountersOfDraft(turn.work.tx, draftId))
    ended.push(...(await endHandOver(turn, encounter)));
  return ended;
}

/** Where a child was taken to the designated place, the coordinator's count moves. */
async function countIfThere(turn: Turn, draft: Draft): Promise<readonly Outcome[]> {
  const isThere = keptChildren(draft.children).some(({ fields }) => fields.outcome === 'designated_place');
  return isThere ? tellTheCount(turn) : [];
}

/** Undo: the receipt says so, and what was written is a draft again. */
export async function pressUndo(turn: Turn, draftId: string): Promise<readonly Outcome[]> {
  const outcome = await undoSave(turn.work, turn.person, {
    draftId,
    undoMinutes: turn.settings.undoMinutes,
    remindMinutes: turn.settings.draftReminderMinutes,
  });
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  const saved = await lockDraft(turn.work.tx, draftId);
  const receipt = saved === null ? [] : await showInPlace(turn, saved);
  if (outcome.kind === 'already') return receipt;
  const view = await draftView(turn, outcome.draft);
  return [
    ...receipt,
    { kind: 'reply', view, keep: draftCardName(outcome.draft.id) },
    ...(await countIfThere(turn, outcome.draft)),
    ...(await endHandOvers(turn, draftId)),
  ];
}
