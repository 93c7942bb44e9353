import { lockDraft } from '../../data/drafts';
import { encountersOfDraft } from '../../data/encounters';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { alreadySavedCard } from '../views/alreadySavedCard';
import { readAmendment, type ShortAnswer } from './applyAmendment';

/** A short answer this soon after saving is meant for what was saved. */
const soonMs = 30 * 60_000;

/**
 * "Sorry, he was with his nan", written after Save: nothing is changed by itself, and the way to change it is offered.
 * @returns null where the message is no such answer
 */
export async function offerChangeAfterSaving(
  turn: Turn,
  answer: ShortAnswer,
): Promise<readonly Outcome[] | null> {
  const { work, person } = turn;
  const last = await work.tx.encounter.findFirst({
    where: {
      recordedById: person.staffId,
      state: 'saved',
      savedAt: { gte: new Date(work.now.getTime() - soonMs) },
      draftId: { not: null },
    },
    orderBy: { savedAt: 'desc' },
    select: { draftId: true },
  });
  const draft = last?.draftId ? await lockDraft(work.tx, last.draftId) : null;
  if (draft === null) return null;
  if (readAmendment(turn, draft, answer) === null) return null;
  const saved = (await encountersOfDraft(work.tx, draft.id)).filter(
    (encounter) => encounter.state === 'saved',
  );
  if (saved.length === 0) return null;
  const sentence = 'Nothing is changed by a message once it is saved. Press Change to put it right.';
  return [{ kind: 'reply', view: alreadySavedCard({ saved, sentence }) }];
}
