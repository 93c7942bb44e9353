import { type Draft, toDraft } from '../../data/drafts';
import type { Transaction } from '../../data/unitOfWork';

/**
 * Takes up to 20 unsaved drafts whose time to be brought back has come, so that each is brought back once: a second
 * instance skips those that the first one holds.
 */
export async function dueDrafts(tx: Transaction, now: Date): Promise<readonly Draft[]> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Draft" WHERE state = 'open' AND "remindAt" <= ${now} AND "remindedAt" IS NULL
    ORDER BY "remindAt" LIMIT 20 FOR UPDATE SKIP LOCKED`;
  const ids = due.map((row) => row.id);
  if (ids.length === 0) return [];
  await tx.draft.updateMany({ where: { id: { in: ids } }, data: { remindedAt: now } });
  const rows = await tx.draft.findMany({ where: { id: { in: ids } }, orderBy: { number: 'asc' } });
  return rows.map(toDraft);
}
