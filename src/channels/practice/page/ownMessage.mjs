import { newRequestId, tell } from './api.mjs';
import { askFirst } from './askFirst.mjs';
import { byId, make, whileBusy } from './dom.mjs';
import { room } from './room.mjs';

/** The two things one can do with one's own message, behind one button. */
export function ownMessageMenu(message, item) {
  const menu = make('div', { class: 'own-menu', hidden: true });
  const more = make(
    'button',
    {
      type: 'button',
      class: 'quiet more',
      'aria-expanded': 'false',
      'aria-label': `More for your message: ${start(message.text)}`,
    },
    make('span', { 'aria-hidden': 'true' }, '⋯'),
  );
  const show = (open) => {
    menu.hidden = !open;
    more.setAttribute('aria-expanded', String(open));
  };
  more.addEventListener('click', () => show(menu.hidden));
  item.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || menu.hidden) return;
    show(false);
    more.focus();
  });
  menu.append(
    make(
      'button',
      { type: 'button', class: 'card-button', onclick: () => edit(message, item, () => show(false)) },
      'Edit',
    ),
    make('button', { type: 'button', class: 'card-button', onclick: () => remove(message, item) }, 'Delete'),
  );
  return [more, menu];
}

const start = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function edit(message, item, hideMenu) {
  const field = make('textarea', { id: `edit-${message.id}`, rows: '3', maxlength: '12000' });
  field.value = message.text;
  const error = make('p', { class: 'error', role: 'alert' });
  const save = make('button', { type: 'submit', class: 'primary' }, 'Save change');
  const requestId = newRequestId();
  const form = make(
    'form',
    {
      class: 'edit',
      onsubmit: async (event) => {
        event.preventDefault();
        if (save.hasAttribute('aria-disabled')) return;
        const text = field.value.trim();
        if (text === '') return error.replaceChildren('Write something, or delete the message.');
        try {
          await whileBusy([save], () =>
            tell('messages/edit', { as: room.me.userId, messageId: message.id, text, requestId }),
          );
          close();
        } catch (problem) {
          error.replaceChildren(problem.message);
        }
      },
      onkeydown: (event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      },
    },
    make('label', { for: field.id }, 'Change your message'),
    field,
    error,
    make(
      'div',
      { class: 'buttons' },
      save,
      make('button', { type: 'button', class: 'card-button', onclick: () => close() }, 'Cancel'),
    ),
  );
  const close = () => {
    form.remove();
    item.classList.remove('editing');
    // What came while the message was being edited was not drawn over it.
    byId('messages').dispatchEvent(new CustomEvent('editing-ended', { detail: message.id }));
    document.querySelector(`[data-message="${message.id}"] .more`)?.focus();
  };
  hideMenu();
  item.classList.add('editing');
  item.append(form);
  field.focus();
}

async function remove(message, item) {
  const sure = await askFirst({
    title: 'Delete your message?',
    text: 'Nobody will see it here any more. What is saved already stays saved.',
    yes: 'Delete',
  });
  if (!sure) return;
  try {
    await tell('messages/delete', { as: room.me.userId, messageId: message.id, requestId: newRequestId() });
    byId('message-box').focus();
  } catch (problem) {
    item.append(make('p', { class: 'error', role: 'alert' }, problem.message));
  }
}
