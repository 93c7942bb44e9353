import { type Draft, toDraft } from '../../data/drafts';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { childKey, type DraftChild, type DraftSource } from '../../domain/draft';
import { minutesAfter } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';

/** A child as understood, before it has its place in a draft. */
export type ChildUnderstood = Pick<
  DraftChild,
  'fields' | 'uncertain' | 'schoolSaid' | 'placeSaid' | 'estimatedAge' | 'note' | 'underWay' | 'signs'
>;

/** Stores a draft the moment it is understood, so that nothing written is lost. */
export async function beginDraft(
  work: Work,
  person: Person,
  input: {
    accountId: string;
    source: DraftSource;
    children: readonly ChildUnderstood[];
    remindMinutes: number;
  },
): Promise<{ kind: 'begun'; draft: Draft } | Refused> {
  const decision = authorise(person, 'encounter.log');
  if (!decision.allowed) return refused(decision.sentence);
  const row = await work.tx.draft.create({
    data: {
      staffId: person.staffId,
      accountId: input.accountId,
      sources: [input.source],
      children: input.children.map(draftChild),
      sentAt: new Date(input.source.sentAt),
      remindAt: minutesAfter(work.now, input.remindMinutes),
      createdAt: work.now,
    },
  });
  work.audit({ action: 'draft.begun', subjectType: 'Draft', subjectId: row.id, fields: ['children'] });
  return { kind: 'begun', draft: toDraft(row) };
}

/** The nth child of a draft, with nothing chosen yet. */
export function draftChild(child: ChildUnderstood, index: number): DraftChild {
  return { ...child, key: childKey(index), choice: { kind: 'open' }, passedOver: [], dropped: false };
}
