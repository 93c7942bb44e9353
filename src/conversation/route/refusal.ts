import type { Outcome } from '../model/outcome';
import { refusalCard } from '../views/notes';

/** A refusal in the person's private chat: what happened, why, what to do next. */
export function refusal(sentence: string): readonly Outcome[] {
  return [{ kind: 'reply', view: refusalCard(sentence) }];
}
