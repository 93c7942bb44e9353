import type { Transaction } from '../../data/unitOfWork';
import type { Recipient } from '../model/delivery';

/**
 * Where a member of staff is reached: the account they wrote from last, of those that can be reached. Null where there
 * is none; the caller lists them as unreachable.
 */
export async function findRecipient(
  tx: Transaction,
  staffId: string,
): Promise<Extract<Recipient, { kind: 'person' }> | null> {
  const accounts = await tx.account.findMany({
    where: { staffId, unreachableSince: null },
    include: { inbound: { orderBy: { id: 'desc' }, take: 1, select: { id: true } } },
  });
  const last = (account: (typeof accounts)[number]) => account.inbound[0]?.id ?? 0n;
  const [account] = accounts.sort((a, b) => Number(last(b) - last(a)));
  if (account === undefined) return null;
  const { platform, tenant, userId, conversation } = account;
  return { kind: 'person', account: { platform, tenant, userId }, reference: conversation ?? null };
}
