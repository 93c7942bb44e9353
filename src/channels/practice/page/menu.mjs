import { byId } from './dom.mjs';

/** On a phone's width the people and conversations are behind a button; on a wide page they stand at the side. */
export function setUpMenu() {
  const button = byId('menu-button');
  button.addEventListener('click', () => showMenu(button.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || button.getAttribute('aria-expanded') !== 'true') return;
    showMenu(false);
    button.focus();
  });
}

/** Opens or closes the menu; a closed one is out of the way of the keyboard too (by CSS). */
export function showMenu(open) {
  byId('menu-button').setAttribute('aria-expanded', String(open));
  document.body.classList.toggle('menu-open', open);
  if (open) byId('side').querySelector('button')?.focus();
}
