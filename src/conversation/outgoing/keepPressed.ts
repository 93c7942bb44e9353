import type { Transaction } from '../../data/unitOfWork';
import type { Inbound } from '../model/inbound';
import { privateConversation } from './createQueue';

/**
 * The answer to a press carries the new card itself, so the outbox never sees it: the pressed message is noted here as
 * the one to keep current under this name.
 */
export async function keepPressed(
  tx: Transaction,
  inbound: Inbound,
  name: string | undefined,
): Promise<void> {
  if (name === undefined || inbound.kind !== 'press') return;
  const { account, location, messageRef } = inbound;
  if (messageRef === null || location.kind !== 'private') return;
  const { platform, tenant } = account;
  const conversation = privateConversation(account);
  await tx.keptMessage.upsert({
    where: { platform_tenant_conversation_name: { platform, tenant, conversation, name } },
    create: { platform, tenant, conversation, name, messageRef },
    update: { messageRef },
  });
}
