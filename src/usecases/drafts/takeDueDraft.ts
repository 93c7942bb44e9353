import { type Draft, draftColumns, toDraft } from '../../data/drafts';
import type { Draft as DraftRow } from '../../data/generated/client';
import type { Transaction } from '../../data/unitOfWork';

/** What makes an unsaved draft due to be brought back. */
export const dueDraft = (now: Date) => ({ state: 'open', remindAt: { lte: now }, remindedAt: null }) as const;

/**
 * Takes an unsaved draft whose time to be brought back has come, so that it is brought back once: a second instance
 * skips the one that the first holds. Null where it is due no more.
 */
export async function takeDueDraft(tx: Transaction, id: string, now: Date): Promise<Draft | null> {
  const [row] = await tx.$queryRaw<DraftRow[]>`
    SELECT ${draftColumns} FROM "Draft" d WHERE id = ${id}::uuid AND state = 'open' AND "remindAt" <= ${now} AND "remindedAt" IS NULL
    FOR UPDATE SKIP LOCKED`;
  if (row === undefined) return null;
  await tx.draft.updateMany({ where: { id }, data: { remindedAt: now } });
  return toDraft(row);
}
