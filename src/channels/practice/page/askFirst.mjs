import { byId, make } from './dom.mjs';

/** Asks once more before something that can't be undone; true for yes. Focus returns to where it was. */
export function askFirst({ title, text, yes }) {
  const dialog = byId('ask-dialog');
  return new Promise((resolve) => {
    let answer = false;
    const choose = (value) => () => {
      answer = value;
      dialog.close();
    };
    dialog.replaceChildren(
      make('h2', { id: 'ask-title' }, title),
      make('p', {}, text),
      make(
        'div',
        { class: 'buttons' },
        make('button', { type: 'button', class: 'card-button', onclick: choose(false) }, 'Keep it'),
        make('button', { type: 'button', class: 'card-button danger', onclick: choose(true) }, yes),
      ),
    );
    dialog.onclose = () => resolve(answer);
    dialog.showModal();
  });
}
