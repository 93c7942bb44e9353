import type { Prisma } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import type { Card } from '../model/card';
import type { Recipient } from '../model/delivery';
import type { AccountKey, PlatformName } from '../model/inbound';
import type { OutgoingContent } from './outgoingContent';

/** One message to leave: a new one, or a change of one that is there. */
export interface Leaving {
  readonly operation: 'post' | 'update' | 'delete';
  readonly keptName?: string | undefined;
  readonly messageRef?: string | undefined;
  readonly card: Card | null;
  /** An update that is dropped where its message is gone. */
  readonly onlyIfThere?: boolean;
}

/** Takes what leaves in one turn; it is stored in order, with the last writes of the change. */
export interface Queue {
  toPerson(to: Extract<Recipient, { kind: 'person' }>, message: Leaving): void;
  toConversation(
    where: { platform: PlatformName; tenant: string; conversation: string },
    message: Leaving,
  ): void;
  toHome(account: AccountKey, card: Card): void;
}

export function createQueue(work: Work, causeId: string | null): Queue {
  const add = (
    where: { platform: PlatformName; tenant: string; conversation: string },
    to: Recipient,
    message: Leaving,
  ) => {
    const content: OutgoingContent = { to, card: message.card, onlyIfThere: message.onlyIfThere ?? false };
    work.last.outgoing.push({
      platform: where.platform,
      tenant: where.tenant,
      conversation: where.conversation,
      operation: message.operation,
      keptName: message.keptName ?? null,
      messageRef: message.messageRef ?? null,
      content: JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject,
      nextAttemptAt: work.now,
      createdAt: work.now,
      causeId: causeId === null ? null : BigInt(causeId),
    });
  };
  return {
    toPerson: (to, message) =>
      add({ ...to.account, conversation: privateConversation(to.account) }, to, message),
    toConversation: (where, message) =>
      add(where, { kind: 'conversation', conversation: where.conversation }, message),
    toHome: (account, card) =>
      add(
        { ...account, conversation: `home:${account.userId}` },
        { kind: 'home', account },
        { operation: 'post', card },
      ),
  };
}

/** The name of somebody's private chat with the bot, by which its messages keep their order. */
export function privateConversation(account: Pick<AccountKey, 'userId'>): string {
  return `person:${account.userId}`;
}
