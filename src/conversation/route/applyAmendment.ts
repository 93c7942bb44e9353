import type { Draft } from '../../data/drafts';
import { type DraftChild, keptChildren } from '../../domain/draft';
import type { InboundOf } from '../model/inbound';
import type { Turn } from '../turn';
import type { Amendment } from '../understand/reading';
import { setField } from './setField';

/** A short message as it is needed to amend a draft. */
export type ShortAnswer = Pick<InboundOf<'message'>, 'text' | 'sentAt' | 'messageKey'>;

/** The child's signs with others: what was once noticed stays, whatever is written over it. */
export function signsWith(child: DraftChild, others: readonly string[]): DraftChild['signs'] {
  return [...new Set([...child.signs, ...others])];
}

/** What a short answer changes in a draft's children; null where it changes nothing of them. */
export function readAmendment(turn: Turn, draft: Draft, answer: ShortAnswer): Amendment | null {
  const children = keptChildren(draft.children).map(({ fields }) => ({
    ...fields,
    schoolContacted: fields.schoolContacted === true ? (true as const) : null,
  }));
  return turn.understanding.readAmendment({ text: answer.text, sentAt: answer.sentAt, children });
}

/** The children with an amendment's changes. Whoever's name, age, year, birthday or school changes is matched anew. */
export function applyAmendment(children: readonly DraftChild[], amendment: Amendment): readonly DraftChild[] {
  const kept = keptChildren(children);
  return children.map((child) => {
    const index = kept.indexOf(child);
    const changes = amendment.changes.filter(
      (change) => index >= 0 && (change.childIndex === 'all' || change.childIndex === index),
    );
    const changed = changes.reduce<DraftChild>(
      (result, { field, value }) => setField(result, field, value, amendment.uncertain.includes(field)),
      child,
    );
    return changes.some(({ field }) => field === 'outcome')
      ? { ...changed, underWay: amendment.underWay }
      : changed;
  });
}
