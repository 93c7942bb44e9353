import { type Draft, updateDraft } from '../../data/drafts';
import type { Work } from '../../data/unitOfWork';
import type { Person } from '../../domain/person';
import type { Refused } from '../refusal';
import { type NotOpen, withOpenDraft } from './withOpenDraft';

/** Throws an unsaved draft away. It stays in the database, out of sight, until its retention ends. */
export async function throwAwayDraft(
  work: Work,
  person: Person,
  input: { draftId: string },
): Promise<{ kind: 'thrownAway'; draft: Draft } | Refused | NotOpen> {
  return withOpenDraft(work, person, input.draftId, async (draft) => {
    const thrown = await updateDraft(work.tx, draft, { state: 'thrown_away' });
    work.audit({ action: 'draft.thrown_away', subjectType: 'Draft', subjectId: draft.id, fields: ['state'] });
    return { kind: 'thrownAway' as const, draft: thrown };
  });
}
