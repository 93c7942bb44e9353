import { type Draft, toDraft } from '../../data/drafts';
import type { Draft as DraftRow } from '../../data/generated/client';
import type { Transaction } from '../../data/unitOfWork';

/**
 * Takes an unsaved draft whose time to be brought back has come, so that it is brought back once: a second instance
 * skips the one that the first holds. Null where there is none.
 */
export async function takeDueDraft(tx: Transaction, now: Date): Promise<Draft | null> {
  const [row] = await tx.$queryRaw<DraftRow[]>`
    SELECT * FROM "Draft" WHERE state = 'open' AND "remindAt" <= ${now} AND "remindedAt" IS NULL
    ORDER BY "remindAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (row === undefined) return null;
  await tx.draft.updateMany({ where: { id: row.id }, data: { remindedAt: now } });
  return toDraft(row);
}
