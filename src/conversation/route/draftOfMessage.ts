import { type Draft, toDraft } from '../../data/drafts';
import type { Turn } from '../turn';

/** The person's newest draft that was built from this message, whatever became of it; null where there is none. */
export async function draftOfMessage(turn: Turn, messageKey: string): Promise<Draft | null> {
  const row = await turn.work.tx.draft.findFirst({
    where: { staffId: turn.person.staffId, sources: { array_contains: [{ messageKey }] } },
    orderBy: { number: 'desc' },
  });
  return row === null ? null : toDraft(row);
}
