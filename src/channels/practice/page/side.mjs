import { byId, make } from './dom.mjs';
import { describe, home, initialsOf, privateChat, rolesOf, room } from './room.mjs';

/** Draws who one is, the conversations, and whom one can be. */
export function drawSide({ onConversation, onPerson }) {
  drawYou();
  const conversations = [privateChat(), home(), ...room.channels.map(({ id }) => id)];
  byId('conversations').replaceChildren(
    ...conversations.map((conversation) => make('li', {}, conversationButton(conversation, onConversation))),
  );
  byId('people').replaceChildren(...groups().map((group) => drawGroup(group, onPerson)));
}

function drawYou() {
  const { me } = room;
  byId('you').replaceChildren(
    avatar(me),
    make(
      'p',
      {},
      make('span', { class: 'small' }, 'You are'),
      make('strong', {}, me.name),
      make('span', { class: 'small' }, roleAndAgency(me)),
    ),
  );
}

function roleAndAgency(person) {
  return person.agency === null ? rolesOf(person) : `${rolesOf(person)} · ${person.agency.name}`;
}

function conversationButton(conversation, onConversation) {
  const { name, sign } = describe(conversation);
  const unread = room.unread.get(conversation) ?? 0;
  return make(
    'button',
    {
      type: 'button',
      class: 'choice',
      'data-conversation': conversation,
      'aria-current': conversation === room.conversation ? 'true' : null,
      onclick: () => onConversation(conversation),
    },
    make('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    make('span', { class: 'grow' }, name),
    unread > 0 ? make('span', { class: 'count' }, `${unread} new`) : null,
  );
}

/** People by agency, in the order in which they come. */
function groups() {
  const byName = new Map();
  for (const person of room.people) {
    const name = person.agency?.name ?? 'Not registered';
    byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  return [...byName].map(([name, people]) => ({ name, people }));
}

function drawGroup({ name, people }, onPerson) {
  return make(
    'section',
    {},
    make('h3', {}, name),
    make(
      'ul',
      { class: 'plain-list' },
      ...people.map((person) => make('li', {}, personButton(person, onPerson))),
    ),
  );
}

function personButton(person, onPerson) {
  const isMe = person.userId === room.me.userId;
  return make(
    'button',
    {
      type: 'button',
      class: 'choice',
      'data-person': person.userId,
      'aria-current': isMe ? 'true' : null,
      onclick: () => onPerson(person.userId),
    },
    avatar(person),
    make('span', { class: 'grow' }, person.name, make('span', { class: 'small' }, rolesOf(person))),
    room.elsewhere.has(person.userId) && !isMe ? make('span', { class: 'count' }, 'new') : null,
  );
}

export function avatar({ name }) {
  return make('span', { class: 'avatar', 'aria-hidden': 'true' }, initialsOf(name));
}
