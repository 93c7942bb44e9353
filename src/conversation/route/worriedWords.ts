import type { Draft } from '../../data/drafts';
import type { DraftChild } from '../../domain/draft';
import type { Turn } from '../turn';
import { noticeSigns } from '../understand/concern/noticeSigns';
import { applyAmendment, readAmendment, type ShortAnswer, signsWith } from './applyAmendment';

/**
 * A draft's children with worried words: the words whole, as a note; the signs in them; and what in one part of them is
 * a short answer ("taking her home now, she is crying"). Null where the words give no cause.
 */
export function withWorriedWords(
  turn: Turn,
  draft: Draft,
  said: ShortAnswer,
): { readonly children: readonly DraftChild[]; readonly news: string } | null {
  const signs = noticeSigns(said.text);
  if (signs.length === 0) return null;
  const amended = said.text
    .split(/[,.;\n]+/)
    .map((text) => readAmendment(turn, draft, { ...said, text }))
    .filter((amendment) => amendment !== null)
    .reduce((children, amendment) => applyAmendment(children, amendment), draft.children);
  const children = amended.map((child) =>
    child.dropped
      ? child
      : { ...child, note: withNote(child.note, said.text.trim()), signs: signsWith(child, signs) },
  );
  return { children, news: 'Your words are added as a note. Check the rest.' };
}

function withNote(note: string | null, words: string): string {
  return note === null ? words : `${note}\n${words}`;
}
