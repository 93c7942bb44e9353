import { type Draft, lockDraft } from '../../data/drafts';
import { type Encounter, encountersOfDraft } from '../../data/encounters';
import { minutesAfter } from '../../domain/localTime';
import type { Turn } from '../turn';

/** What is written this soon after the last words of a child is about the same child. */
export const soonMinutes = 30;

/** The draft this person saved last, if that was a short time ago and it still counts; held. */
export async function lastSavedDraft({ work, person }: Turn): Promise<Draft | null> {
  const last = await work.tx.encounter.findFirst({
    where: {
      recordedById: person.staffId,
      state: 'saved',
      savedAt: { gte: minutesAfter(work.now, -soonMinutes) },
      draftId: { not: null },
    },
    orderBy: { savedAt: 'desc' },
    select: { draftId: true },
  });
  return last?.draftId ? lockDraft(work.tx, last.draftId) : null;
}

/** What was saved from a draft and not undone since. */
export async function savedFrom({ work }: Turn, draft: Draft): Promise<readonly Encounter[]> {
  return (await encountersOfDraft(work.tx, draft.id)).filter(({ state }) => state === 'saved');
}
