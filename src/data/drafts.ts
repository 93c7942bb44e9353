import { type DraftChild, type DraftSource, draftChildrenSchema, draftSourcesSchema } from '../domain/draft';
import { columns } from './columns';
import { type Draft as DraftRow, Prisma } from './generated/client';
import type { Transaction } from './unitOfWork';

export const draftColumns = columns(Prisma.DraftScalarFieldEnum, 'd');

/** A draft as it stands. `sentAt` is when its first message was written. */
export interface Draft {
  readonly id: string;
  readonly number: number;
  readonly staffId: string;
  readonly accountId: string;
  readonly state: DraftRow['state'];
  readonly version: number;
  readonly sources: readonly DraftSource[];
  readonly children: readonly DraftChild[];
  readonly sentAt: Date;
  readonly createdAt: Date;
}

/** A row as a draft; its JSON is checked. */
export function toDraft(row: DraftRow): Draft {
  return {
    id: row.id,
    number: row.number,
    staffId: row.staffId,
    accountId: row.accountId,
    state: row.state,
    version: row.version,
    sources: draftSourcesSchema.parse(row.sources),
    children: draftChildrenSchema.parse(row.children),
    sentAt: row.sentAt,
    createdAt: row.createdAt,
  };
}

/** The draft, held against every other change until the transaction ends; null if there is none. */
export async function lockDraft(tx: Transaction, draftId: string): Promise<Draft | null> {
  const [row] = await tx.$queryRaw<
    DraftRow[]
  >`SELECT ${draftColumns} FROM "Draft" d WHERE id = ${draftId}::uuid FOR NO KEY UPDATE`;
  return row === undefined ? null : toDraft(row);
}

/** A person's unsaved drafts, oldest first. */
export async function openDrafts(tx: Transaction, staffId: string): Promise<readonly Draft[]> {
  const rows = await tx.draft.findMany({ where: { staffId, state: 'open' }, orderBy: { number: 'asc' } });
  return rows.map(toDraft);
}

/** Stores what changed of a draft and counts its version up, so that older cards are known as old. */
export async function updateDraft(
  tx: Transaction,
  draft: Draft,
  change: Partial<Pick<Draft, 'children' | 'sources' | 'state'>> & { remindAt?: Date },
): Promise<Draft> {
  const { remindAt, ...changed } = change;
  await tx.draft.updateMany({
    where: { id: draft.id },
    data: {
      version: draft.version + 1,
      ...(changed.children && { children: [...changed.children] }),
      ...(changed.sources && { sources: [...changed.sources] }),
      ...(changed.state && { state: changed.state }),
      ...(remindAt && { remindAt, remindedAt: null }),
    },
  });
  return { ...draft, ...changed, version: draft.version + 1 };
}
