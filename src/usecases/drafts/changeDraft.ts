import { type Draft, updateDraft } from '../../data/drafts';
import type { Work } from '../../data/unitOfWork';
import type { DraftChild, DraftSource } from '../../domain/draft';
import { minutesAfter } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import type { Refused } from '../refusal';
import { type NotOpen, withOpenDraft } from './withOpenDraft';

/** What came of a change of a draft. */
export type DraftChanged = { kind: 'changed'; draft: Draft } | Refused | NotOpen;

/**
 * Replaces a draft's children by what `change` makes of them: an amendment, a form, a choice, a dropped child.
 * The audit names the fields, never their values.
 */
export async function changeDraft(
  work: Work,
  person: Person,
  input: {
    draftId: string;
    action: 'draft.amended' | 'draft.reread' | 'draft.child_chosen' | 'draft.child_dropped';
    fields: readonly string[];
    change: (draft: Draft) => readonly DraftChild[];
    source?: DraftSource;
    sources?: readonly DraftSource[];
    remindMinutes: number;
  },
): Promise<DraftChanged> {
  return withOpenDraft(work, person, input.draftId, async (draft) => {
    const sources = input.sources ?? (input.source ? [...draft.sources, input.source] : draft.sources);
    const changed = await updateDraft(work.tx, draft, {
      children: input.change(draft),
      sources,
      remindAt: minutesAfter(work.now, input.remindMinutes),
    });
    work.audit({ action: input.action, subjectType: 'Draft', subjectId: draft.id, fields: input.fields });
    return { kind: 'changed' as const, draft: changed };
  });
}

/** The children with one of them replaced. */
export function replaceChild(
  children: readonly DraftChild[],
  key: string,
  change: (child: DraftChild) => DraftChild,
): readonly DraftChild[] {
  return children.map((child) => (child.key === key ? change(child) : child));
}
