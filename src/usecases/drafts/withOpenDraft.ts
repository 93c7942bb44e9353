import { type Draft, lockDraft } from '../../data/drafts';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { draftIsGone, type Refused, refused } from '../refusal';

/** The draft is no longer open: what is true now is shown instead, and nothing changes. */
export interface NotOpen {
  readonly kind: 'notOpen';
  readonly draft: Draft;
}

/**
 * Holds a draft, checks that the person may work on it and that it is still open (or was handed to the coordinator),
 * and only then changes it.
 */
export async function withOpenDraft<T>(
  work: Work,
  person: Person,
  draftId: string,
  change: (draft: Draft) => Promise<T>,
): Promise<T | Refused | NotOpen> {
  const draft = await lockDraft(work.tx, draftId);
  if (draft === null) return draftIsGone;
  const decision =
    draft.state === 'with_coordinator'
      ? authorise(person, 'draft.takeOver', { withCoordinator: true })
      : authorise(person, 'encounter.log', { ownerId: draft.staffId });
  if (!decision.allowed) return refused(decision.sentence);
  if (draft.state !== 'open' && draft.state !== 'with_coordinator') return { kind: 'notOpen', draft };
  return change(draft);
}
