import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Recipient } from '../../../conversation/model/delivery';

const referenceSchema = z.object({ im: z.string().startsWith('D') });

type Addressee = Exclude<Recipient, { kind: 'home' }>;

/** Finds the conversation to send to; a person's private chat is opened once and remembered while we run. */
export interface Conversations {
  of(to: Addressee): Promise<string>;
  /** Forgets a private chat that Slack no longer knows. */
  forget(to: Recipient): void;
}

export function createConversations(client: WebClient): Conversations {
  const privateChats = new Map<string, string>();
  const forgotten = new Set<string>();
  return {
    of: async (to) => {
      if (to.kind === 'conversation') return to.conversation;
      const key = accountKey(to);
      const known = privateChats.get(key);
      if (known !== undefined) return known;
      const reference = referenceSchema.safeParse(to.reference);
      const channel =
        reference.success && !forgotten.has(key)
          ? reference.data.im
          : await openChat(client, to.account.userId);
      privateChats.set(key, channel);
      return channel;
    },
    forget: (to) => {
      if (to.kind !== 'person') return;
      privateChats.delete(accountKey(to));
      forgotten.add(accountKey(to));
    },
  };
}

async function openChat(client: WebClient, userId: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: userId });
  if (channel?.id === undefined) throw new Error('Slack opened no conversation');
  return channel.id;
}

function accountKey(to: Addressee & { kind: 'person' }): string {
  return `${to.account.tenant}:${to.account.userId}`;
}
