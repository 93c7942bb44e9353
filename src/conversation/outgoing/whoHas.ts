import type { Transaction } from '../../data/unitOfWork';
import { privateConversation } from './createQueue';

/** The staff in whose private chats a kept message of this name stands that was sent or changed since then; some twice. */
export async function whoHas(
  tx: Transaction,
  input: { name: string; since: Date },
): Promise<readonly string[]> {
  const kept = await tx.keptMessage.findMany({
    where: { name: input.name, updatedAt: { gte: input.since } },
    select: { platform: true, tenant: true, conversation: true },
  });
  if (kept.length === 0) return [];
  const prefix = privateConversation({ userId: '' });
  const accounts = await tx.account.findMany({
    where: {
      OR: kept.map(({ platform, tenant, conversation }) => ({
        platform,
        tenant,
        userId: conversation.slice(prefix.length),
      })),
      staffId: { not: null },
    },
    select: { staffId: true },
  });
  return accounts.flatMap(({ staffId }) => (staffId === null ? [] : [staffId]));
}
