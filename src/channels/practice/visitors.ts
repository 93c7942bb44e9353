import { conversationsOf } from './conversations';
import type { PracticeMessage, PracticePerson, PracticeRoom, PracticeStore } from './practiceStore';
import { Refusal } from './refusal';

/** Who somebody is in the practice room, and what they see. */
export interface Visitor {
  readonly person: PracticePerson;
  readonly people: readonly PracticePerson[];
  readonly rooms: readonly PracticeRoom[];
  readonly conversations: readonly string[];
}

/** The visitor of a user id. Refuses an id that nobody has. */
export async function visitorOf({ store, as }: { store: PracticeStore; as: string }): Promise<Visitor> {
  const [people, rooms] = await Promise.all([store.people(), store.rooms()]);
  const person = people.find((one) => one.userId === as);
  if (person === undefined) {
    throw new Refusal(404, 'Nobody of that name is in the practice room. Choose a person from the list.');
  }
  return { person, people, rooms, conversations: conversationsOf({ person, rooms }) };
}

/** Refuses a conversation the visitor is not in. */
export function mustSee(visitor: Visitor, conversation: string): void {
  if (visitor.conversations.includes(conversation)) return;
  throw new Refusal(403, `${visitor.person.name} is not in that conversation. Choose one from the list.`);
}

/** The message of an id, where the visitor sees it and it is still there. */
export async function seenMessage(input: {
  store: PracticeStore;
  visitor: Visitor;
  id: number;
}): Promise<PracticeMessage> {
  const message = await input.store.find(input.id);
  if (message === null || message.deleted || !input.visitor.conversations.includes(message.conversation)) {
    throw new Refusal(404, 'That message is not there any more.');
  }
  return message;
}

/** The same, where the visitor wrote it. */
export async function ownMessage(input: Parameters<typeof seenMessage>[0]): Promise<PracticeMessage> {
  const message = await seenMessage(input);
  if (message.author === input.visitor.person.userId) return message;
  throw new Refusal(403, 'Only the person who wrote a message can change or delete it.');
}
