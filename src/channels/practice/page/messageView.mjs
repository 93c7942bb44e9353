import { drawCard } from './cardView.mjs';
import { make } from './dom.mjs';
import { ownMessageMenu } from './ownMessage.mjs';
import { room } from './room.mjs';
import { avatar } from './side.mjs';
import { sayTime } from './times.mjs';

/** One message of a conversation. */
export function drawMessage(message, onAnswer) {
  const isOwn = message.author.userId === room.me.userId;
  const kind = message.author.kind === 'bot' ? 'bot' : isOwn ? 'own' : 'other';
  const item = make('li', { class: `message ${kind}`, 'data-message': message.id, tabindex: '-1' });
  const body = make('div', { class: 'body' }, who(message, isOwn), said(message, onAnswer));
  item.append(kind === 'bot' ? botAvatar() : avatar(message.author), body);
  if (isOwn && !message.deleted) body.append(...ownMessageMenu(message, body));
  return item;
}

function who(message, isOwn) {
  const edited = message.edited && !message.deleted && message.card === null ? ' · edited' : '';
  return make(
    'p',
    { class: 'who' },
    make('strong', {}, isOwn ? 'You' : message.author.name),
    ' ',
    make('time', { datetime: message.at }, sayTime(message.at)),
    edited,
  );
}

function said(message, onAnswer) {
  if (message.deleted) return make('p', { class: 'bubble deleted' }, 'This message was deleted.');
  if (message.card !== null) return drawCard(message, onAnswer);
  return make('p', { class: 'bubble' }, message.text);
}

const botAvatar = () => make('span', { class: 'avatar bot', 'aria-hidden': 'true' }, '✓');
