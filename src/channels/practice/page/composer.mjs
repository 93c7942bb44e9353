import { newRequestId, tell } from './api.mjs';
import { byId, whileBusy } from './dom.mjs';
import { describe, home, privateChat, room } from './room.mjs';

/** The text that was tried and not yet sent, with its request id: tried again unchanged, it is the same request. */
let tried = null;

const keyOf = () => `${room.me.userId} ${room.conversation}`;

/** Wires the message box. `onSent(message)` gets what was sent; `onAnswer(answer, opener)` what a command brought. */
export function setUpComposer({ onSent, onAnswer }) {
  const box = byId('message-box');
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    send({ onSent, onAnswer });
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send({ onSent, onAnswer });
  });
  box.addEventListener('input', () => {
    room.unsent.set(keyOf(), box.value);
    growBox();
  });
  byId('form-button').addEventListener('click', () =>
    command({ text: 'form', buttons: [byId('form-button')], onAnswer }),
  );
}

/** Shows the message box of the chosen conversation, with what stood in it before. */
export function drawComposer() {
  const { name, sign } = describe(room.conversation);
  byId('composer').hidden = room.conversation === home();
  byId('message-label').replaceChildren(`Message to ${sign === '#' ? '# ' : ''}${name}`);
  byId('examples').hidden = true;
  byId('examples-button').setAttribute('aria-expanded', 'false');
  const isPrivate = room.conversation === privateChat();
  byId('examples-button').hidden = !isPrivate;
  byId('form-button').hidden = !isPrivate;
  byId('composer-error').replaceChildren();
  byId('message-box').value = room.unsent.get(keyOf()) ?? '';
  growBox();
}

/** Puts text in the message box, ready to be changed or sent. */
export function fillMessageBox(text) {
  const box = byId('message-box');
  box.value = text;
  room.unsent.set(keyOf(), text);
  growBox();
  box.focus();
  box.setSelectionRange(text.length, text.length);
}

async function send({ onSent, onAnswer }) {
  const box = byId('message-box');
  const button = byId('send');
  const text = box.value.trim();
  const error = byId('composer-error');
  if (button.hasAttribute('aria-disabled')) return;
  if (text === '') {
    error.replaceChildren('Write a message first.');
    box.focus();
    return;
  }
  const slash = /^\/rollcall\b\s*(.*)$/is.exec(text);
  const key = keyOf();
  const conversation = room.conversation;
  if (tried?.key !== key || tried.text !== text) tried = { key, text, requestId: newRequestId() };
  error.replaceChildren();
  box.readOnly = true;
  try {
    const body = {
      as: room.me.userId,
      conversation,
      text: slash === null ? text : slash[1],
      requestId: tried.requestId,
    };
    const answer = await whileBusy([button], () => tell(slash === null ? 'messages' : 'command', body));
    tried = null;
    room.unsent.delete(key);
    if (keyOf() === key) box.value = '';
    if (slash === null) onSent(answer.message);
    else onAnswer(answer, { opener: box, messageId: null, conversation });
  } catch (problem) {
    error.replaceChildren(problem.message);
  } finally {
    box.readOnly = false;
    growBox();
    box.focus();
  }
}

async function command({ text, buttons, onAnswer }) {
  const error = byId('composer-error');
  const { conversation } = room;
  if (buttons.some((button) => button.hasAttribute('aria-disabled'))) return;
  error.replaceChildren();
  try {
    const body = { as: room.me.userId, conversation, text, requestId: newRequestId() };
    const answer = await whileBusy(buttons, () => tell('command', body));
    onAnswer(answer, { opener: buttons[0], messageId: null, conversation });
  } catch (problem) {
    error.replaceChildren(problem.message);
  }
}

/** As high as what is written, up to a third of the page. */
function growBox() {
  const box = byId('message-box');
  box.rows = Math.min(8, Math.max(1, box.value.split('\n').length, Math.ceil(box.value.length / 60)));
}
