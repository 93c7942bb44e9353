import type { Delivery, DeliveryResult, Sender } from '../../conversation/model/delivery';
import type { ChangeFeed } from './changeFeed';
import { homeConversation, privateConversation } from './conversations';
import { botAuthor, type MessageContent, type PracticeMessage, type PracticeStore } from './practiceStore';

interface Parts {
  readonly store: PracticeStore;
  readonly feed: ChangeFeed;
  /** The time now. */
  readonly clock: () => Date;
}

/** The bot's way into the practice room. A second delivery of the same id makes no second message. */
export function createPracticeSender(parts: Parts): Sender {
  return {
    deliver: async (delivery) => {
      try {
        return await deliver(delivery, parts);
      } catch (error) {
        // A message is kept under the delivery's id, so that trying again can't make it twice.
        return { kind: 'retry', afterMs: null, error: codeOf(error) };
      }
    },
    find: async (delivery) => {
      const place = await placeOf(delivery, parts.store);
      if (place === null) return 'absent';
      const message = await parts.store.findByKey({ conversation: place, key: keyOf(delivery) });
      return message === null ? 'absent' : { messageRef: String(message.id) };
    },
  };
}

async function deliver(delivery: Delivery, parts: Parts): Promise<DeliveryResult> {
  const { store, clock } = parts;
  const place = await placeOf(delivery, store);
  if (place === null) {
    return { kind: 'never', error: 'no_such_recipient', unreachable: delivery.to.kind !== 'conversation' };
  }
  if (delivery.operation === 'post') return post({ delivery, place, parts });
  const target = await targetOf({ messageRef: delivery.messageRef, place, store });
  if (target === null) return { kind: 'gone' };
  const changed =
    delivery.operation === 'delete'
      ? await store.remove({ id: target.id, at: clock() })
      : await store.update({ id: target.id, content: contentOf(delivery), at: clock() });
  return published(changed, parts.feed);
}

async function post(input: {
  delivery: Extract<Delivery, { operation: 'post' }>;
  place: string;
  parts: Parts;
}): Promise<DeliveryResult> {
  const { delivery, place, parts } = input;
  const { store, feed, clock } = parts;
  const content = contentOf(delivery);
  const [kept] = delivery.to.kind === 'home' ? await store.list({ conversation: place, limit: 1 }) : [];
  const message =
    kept === undefined || kept.deleted
      ? await store.append({
          key: keyOf(delivery),
          conversation: place,
          author: botAuthor,
          content,
          at: clock(),
        })
      : await store.update({ id: kept.id, content, at: clock() });
  return published(message, feed);
}

/** Null where nobody of that id is in the room, or no channel has that name. */
async function placeOf(delivery: Delivery, store: PracticeStore): Promise<string | null> {
  const { to } = delivery;
  if (to.kind === 'conversation') return knownConversation(to.conversation, store);
  const people = await store.people();
  if (!people.some((person) => person.userId === to.account.userId)) return null;
  return to.kind === 'home' ? homeConversation(to.account.userId) : privateConversation(to.account.userId);
}

async function knownConversation(conversation: string, store: PracticeStore): Promise<string | null> {
  const [people, rooms] = await Promise.all([store.people(), store.rooms()]);
  const known = [
    ...rooms.map((room) => room.id),
    ...people.flatMap(({ userId }) => [privateConversation(userId), homeConversation(userId)]),
  ];
  return known.includes(conversation) ? conversation : null;
}

async function targetOf(input: {
  messageRef: string;
  place: string;
  store: PracticeStore;
}): Promise<PracticeMessage | null> {
  if (!/^\d{1,15}$/.test(input.messageRef)) return null;
  const message = await input.store.find(Number(input.messageRef));
  if (message === null || message.deleted || message.author !== botAuthor) return null;
  return message.conversation === input.place ? message : null;
}

function published(message: PracticeMessage | null, feed: ChangeFeed): DeliveryResult {
  if (message === null) return { kind: 'gone' };
  feed.publish(message);
  return { kind: 'sent', messageRef: String(message.id), conversation: message.conversation };
}

const keyOf = (delivery: Delivery): string => `delivery:${delivery.id}`;

const contentOf = (delivery: Extract<Delivery, { operation: 'post' | 'update' }>): MessageContent => ({
  kind: 'card',
  card: delivery.card,
});

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'practice_store_failed';
}
