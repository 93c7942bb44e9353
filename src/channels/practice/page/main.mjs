import { ask, newRequestId, tell } from './api.mjs';
import { forgetChosenLooks } from './cardView.mjs';
import { drawComposer, setUpComposer } from './composer.mjs';
import { clearNotice, drawChange, drawConversation, showNotice, showWaiting } from './conversationView.mjs';
import { byId } from './dom.mjs';
import { setUpExamples } from './examples.mjs';
import { openForm } from './formDialog.mjs';
import { setUpMenu, showMenu } from './menu.mjs';
import { home, keepMessage, privateChat, room } from './room.mjs';
import { drawSide } from './side.mjs';
import { openStream } from './stream.mjs';

let closeStream = () => {};
/** False while a person's earlier messages are coming in: those are drawn at once, and not announced. */
let isLive = false;
let lateAnswer;

async function start() {
  setUpMenu();
  setUpExamples();
  setUpComposer({ onSent: sent, onAnswer: answered });
  byId('look-switch').addEventListener('change', (event) => {
    room.look = event.target.value;
    forgetChosenLooks();
    drawConversation(answered);
  });
  byId('messages').addEventListener('editing-ended', ({ detail: id }) => {
    drawChange(room.messages.get(id), answered);
  });
  addEventListener('hashchange', follow);
  room.people = (await ask('people')).people;
  await follow();
}

/** The address says who one is and where: a tab each for several people, and reloading stays. */
async function follow() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const person = room.people.find(({ userId }) => userId === wanted.get('as')) ?? room.people[0];
  if (person === undefined)
    throw new Error('Nobody is in the practice room yet. Reload the page in a moment.');
  if (person.userId !== room.me?.userId) await become(person);
  const open = [privateChat(), home(), ...room.channels.map(({ id }) => id)];
  const conversation = open.find((one) => one === wanted.get('in')) ?? privateChat();
  show(conversation);
}

async function become(person) {
  closeStream();
  isLive = false;
  room.me = person;
  room.elsewhere.delete(person.userId);
  room.messages.clear();
  room.unread.clear();
  room.channels = (await ask('channels', { as: person.userId })).channels;
  closeStream = openStream({
    as: person.userId,
    onMessage: (message) => came(message, person),
    onReady: () => {
      if (room.me !== person) return;
      byId('composer-error').replaceChildren();
      if (!isLive) drawConversation(answered);
      isLive = true;
    },
    onElsewhere: (userId) => {
      room.elsewhere.add(userId);
      redrawSide();
    },
    onTrouble: () =>
      byId('composer-error').replaceChildren('Connection lost. What you typed is kept; trying again.'),
  });
}

function show(conversation) {
  const isOther = room.conversation !== conversation;
  room.conversation = conversation;
  room.unread.delete(conversation);
  redrawSide();
  drawConversation(answered);
  drawComposer();
  showMenu(false);
  if (conversation === home() && isOther) open();
}

async function open() {
  try {
    await tell('opened', { as: room.me.userId, requestId: newRequestId() });
  } catch (problem) {
    showNotice(problem.message);
  }
}

function came(message, person) {
  if (room.me !== person) return;
  const { isNew, isChange } = keepMessage(message);
  if (!isLive || !isChange) return;
  const isBot = message.author.kind === 'bot';
  if (message.conversation === room.conversation) {
    drawChange(message, answered);
    if (isBot) waitFor('');
  } else if (isNew) {
    room.unread.set(message.conversation, (room.unread.get(message.conversation) ?? 0) + 1);
    redrawSide();
  }
  if (message.author.userId !== room.me.userId && !message.deleted) announce(message);
}

function announce({ author, card, text }) {
  byId('announcer').replaceChildren(
    `${author.name}: ${card === null ? text : `${card.title}. ${card.summary}`}`,
  );
}

function sent(message) {
  const { isChange } = keepMessage(message);
  if (isChange && message.conversation === room.conversation) drawChange(message, answered);
  const isForBot = message.conversation === privateChat() || /@rollcall\b/i.test(message.text);
  const isAnswered = [...room.messages.values()].some(
    (other) =>
      other.author.kind === 'bot' && other.conversation === message.conversation && other.id > message.id,
  );
  if (isForBot && !isAnswered) waitFor('Rollcall is reading it…');
}

function waitFor(text) {
  clearTimeout(lateAnswer);
  showWaiting(text);
  if (text === '') return;
  lateAnswer = setTimeout(
    () => showWaiting('No answer yet. Your message is kept, and the answer comes here.'),
    15_000,
  );
}

/** What a press, a form or a command brought back: a form, or a sentence for the person alone. */
function answered(answer, opener) {
  const form = answer.openForm ?? answer.formErrors;
  if (answer.message === null) clearNotice();
  else showNotice(answer.message);
  if (form === null) return;
  openForm({
    form,
    conversation: opener.conversation,
    onDone: (next) => answered(next, opener),
    onClosed: () => giveBackFocus(opener),
  });
}

function giveBackFocus({ opener, messageId }) {
  if (opener?.isConnected && opener !== document.body) return opener.focus();
  (document.querySelector(`[data-message="${messageId}"]`) ?? byId('message-box')).focus();
}

function redrawSide() {
  const active = document.activeElement;
  const { conversation, person } = active?.dataset ?? {};
  drawSide({ onConversation: (to) => go(room.me.userId, to), onPerson: (userId) => go(userId, null) });
  const same = conversation
    ? `[data-conversation="${conversation}"]`
    : person
      ? `[data-person="${person}"]`
      : null;
  if (same !== null && !active.isConnected) byId('side').querySelector(same)?.focus();
}

/** A chosen person keeps the channel one was in, where they are in it too; otherwise it is their private chat. */
function go(as, conversation) {
  const target = conversation ?? room.conversation;
  const hash = `#${new URLSearchParams({ as, in: target })}`;
  if (location.hash === hash) follow();
  else location.hash = hash;
}

start().catch((problem) => {
  byId('where').replaceChildren('The practice room could not be opened');
  byId('where-hint').replaceChildren(problem.message);
});
