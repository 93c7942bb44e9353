import { byId, make } from './dom.mjs';
import { drawExampleButtons } from './examples.mjs';
import { drawMessage } from './messageView.mjs';
import { describe, home, messagesOf, privateChat, room } from './room.mjs';

/** Draws the chosen conversation from what is known of it. */
export function drawConversation(onAnswer) {
  const { name, hint, sign } = describe(room.conversation);
  byId('where').replaceChildren(make('span', { class: 'sign', 'aria-hidden': 'true' }, sign), name);
  byId('where-hint').replaceChildren(hint);
  byId('notice').replaceChildren();
  byId('waiting').replaceChildren();
  const messages = messagesOf(room.conversation);
  byId('messages').replaceChildren(...messages.map((message) => drawMessage(message, onAnswer)));
  drawEmpty(messages.length === 0);
  document.title = `${name} · ${room.me.name} · Rollcall practice room`;
  toEnd();
}

/** Draws one message that is new or changed, in its place, without moving what is being read or typed. */
export function drawChange(message, onAnswer) {
  const list = byId('messages');
  const atEnd = isAtEnd();
  const drawn = drawMessage(message, onAnswer);
  const old = list.querySelector(`[data-message="${message.id}"]`);
  if (old === null) {
    const next = [...list.children].find((item) => Number(item.dataset.message) > message.id);
    list.insertBefore(drawn, next ?? null);
  } else if (!old.querySelector('.editing')) {
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(drawn);
    if (hadFocus) drawn.focus({ preventScroll: true });
  }
  drawEmpty(false);
  if (atEnd || (old === null && message.author.userId === room.me.userId)) toEnd();
}

function drawEmpty(isEmpty) {
  const empty = byId('empty');
  empty.hidden = !isEmpty;
  if (!isEmpty) return;
  if (room.conversation === privateChat()) {
    empty.replaceChildren(
      make('h3', {}, 'Write to Rollcall as you would to a colleague'),
      make(
        'p',
        {},
        'It shows what it understood, and saves nothing until you say so. Tap an example to put it in the message box, then send it.',
      ),
      drawExampleButtons(),
    );
    return;
  }
  const words =
    room.conversation === home()
      ? ['Nothing here yet', 'What Rollcall keeps in view for you comes here once you have written to it.']
      : ['Nothing has been posted yet', 'Write something, or mention @Rollcall to have it answer you.'];
  empty.replaceChildren(make('h3', {}, words[0]), make('p', {}, words[1]));
}

/** A sentence for the person alone: it stays until it is put away. */
export function showNotice(text) {
  const notice = byId('notice');
  const dismiss = make(
    'button',
    { type: 'button', class: 'quiet', onclick: () => notice.replaceChildren() },
    'Put away',
  );
  notice.replaceChildren(make('p', {}, make('span', { class: 'small' }, 'Only you see this'), text), dismiss);
  notice.scrollIntoView({ block: 'nearest' });
}

export const clearNotice = () => byId('notice').replaceChildren();

/** Says that an answer is on its way, or takes that back. */
export function showWaiting(text) {
  byId('waiting').replaceChildren(text);
  if (text !== '') toEnd();
}

function isAtEnd() {
  const { scrollTop, scrollHeight, clientHeight } = byId('scroll');
  return scrollHeight - scrollTop - clientHeight < 120;
}

/** To the newest message: its first line if it is longer than what can be seen, otherwise all of it. */
export function toEnd() {
  const scroll = byId('scroll');
  scroll.scrollTop = scroll.scrollHeight;
  const last = byId('messages').lastElementChild;
  if (last === null) return;
  const over = scroll.getBoundingClientRect().top + 8 - last.getBoundingClientRect().top;
  if (over > 0) scroll.scrollTop -= over;
}
