/** What the page knows: one object that its parts read, and change through the functions here. */
export const room = {
  people: [],
  channels: [],
  me: null,
  conversation: null,
  /** Message id to message, of everything the person sees. */
  messages: new Map(),
  /** Conversation to how many messages came that were not looked at. */
  unread: new Map(),
  /** User ids to whom the bot wrote while one was somebody else. */
  elsewhere: new Set(),
  /** `userId conversation` to what stands in the message box. */
  unsent: new Map(),
  /** How cards are shown: teams or slack. */
  look: 'teams',
};

export const privateChat = () => `private:${room.me.userId}`;
export const home = () => `home:${room.me.userId}`;

/** Keeps the newest of each message; tells whether this one was news. */
export function keepMessage(message) {
  const known = room.messages.get(message.id);
  if (known !== undefined && known.changedAt > message.changedAt) return { isNew: false, isChange: false };
  const same = known !== undefined && known.changedAt === message.changedAt && known.text === message.text;
  room.messages.set(message.id, message);
  return { isNew: known === undefined, isChange: !same };
}

/** The messages of a conversation, oldest first, without deleted ones of Home. */
export function messagesOf(conversation) {
  return [...room.messages.values()]
    .filter((message) => message.conversation === conversation)
    .sort((one, other) => one.id - other.id);
}

/** What a conversation is called, and who sees it. */
export function describe(conversation) {
  if (conversation === privateChat()) {
    return { name: 'Rollcall', sign: '@', hint: `Private: only ${room.me.name} and Rollcall see this.` };
  }
  if (conversation === home()) {
    return { name: 'Home', sign: '⌂', hint: `What Rollcall keeps in view for ${room.me.name}.` };
  }
  const channel = room.channels.find((one) => one.id === conversation);
  const who = channel?.agency === null ? 'Everyone in every agency' : `Everyone in ${room.me.agency?.name}`;
  return {
    name: channel?.name ?? 'Channel',
    sign: '#',
    hint: `${who} sees this. Mention @Rollcall to speak to it; keep names for the private chat.`,
  };
}

const roleNames = { pcso: 'PCSO' };

/** What a person does, in words: "PCSO", "education welfare officer". */
export function rolesOf(person) {
  if (person.agency === null) return 'not registered with Rollcall';
  return person.roles.map((role) => roleNames[role] ?? role.replaceAll('_', ' ')).join(', ');
}

export const initialsOf = (name) =>
  name
    .replace(/\(.*\)/, '')
    .trim()
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
