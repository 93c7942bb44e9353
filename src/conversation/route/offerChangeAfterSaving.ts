import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { alreadySavedCard } from '../views/alreadySavedCard';
import { readAmendment, type ShortAnswer } from './applyAmendment';
import { lastSavedDraft, savedFrom } from './lastSaved';

/**
 * "Sorry, he was with his nan", written after Save: nothing is changed by itself, and the way to change it is offered.
 * @returns null where the message is no such answer
 */
export async function offerChangeAfterSaving(
  turn: Turn,
  answer: ShortAnswer,
): Promise<readonly Outcome[] | null> {
  const draft = await lastSavedDraft(turn);
  if (draft === null || readAmendment(turn, draft, answer) === null) return null;
  const saved = await savedFrom(turn, draft);
  if (saved.length === 0) return null;
  const sentence = 'Nothing is changed by a message once it is saved. Press Change to put it right.';
  return [{ kind: 'reply', view: alreadySavedCard({ saved, sentence }) }];
}
