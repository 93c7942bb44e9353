import type { Location } from '../../conversation/model/inbound';
import type { PracticePerson, PracticeRoom } from './practiceStore';

/** One person's own chat with the bot. */
export const privateConversation = (userId: string): string => `private:${userId}`;

/** One person's Home: a single kept card. */
export const homeConversation = (userId: string): string => `home:${userId}`;

/** The rooms a person is in: their agency's and the shared one. Somebody unregistered is in none. */
export function roomsOf({
  person,
  rooms,
}: {
  person: PracticePerson;
  rooms: readonly PracticeRoom[];
}): readonly PracticeRoom[] {
  const { agency } = person;
  if (agency === null) return [];
  return rooms.filter((room) => room.agency === null || room.agency === agency.key);
}

/** All conversations a person sees: their private chat, their Home and their rooms. */
export function conversationsOf(input: {
  person: PracticePerson;
  rooms: readonly PracticeRoom[];
}): readonly string[] {
  const { userId } = input.person;
  return [privateConversation(userId), homeConversation(userId), ...roomsOf(input).map((room) => room.id)];
}

/** The user id whose private chat a conversation is, or null for anything else. */
export function privateOwner(conversation: string): string | null {
  return conversation.startsWith('private:') ? conversation.slice('private:'.length) : null;
}

/** Where something was said, in the conversation's terms. Home is a private place. */
export function locationOf(conversation: string): Location {
  const own = conversation.startsWith('private:') || conversation.startsWith('home:');
  return { kind: own ? 'private' : 'channel', conversation };
}
