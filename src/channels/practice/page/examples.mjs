import { fillMessageBox } from './composer.mjs';
import { byId, make } from './dom.mjs';

const examples = [
  'Kai Brown 14 costello, festival place just now w 2 mates, says dentist, walked him back',
  'Mia and Ruby Hollis, yr 5 and yr 3 park view, eastrop park with mum just now, mum says inset day, left with mum',
  'Lad wouldn’t give name, about 13, bus station 10 mins ago, alone, no reason, ran off',
  'help',
];

/** Messages to start from: a tap puts one in the message box, to be changed or sent. */
export function drawExampleButtons() {
  const buttons = examples.map((text) =>
    make(
      'li',
      {},
      make('button', { type: 'button', class: 'example', onclick: () => fillMessageBox(text) }, text),
    ),
  );
  return make('ul', { class: 'plain-list example-list', 'aria-label': 'Examples' }, ...buttons);
}

/** The same behind a button beside the message box. */
export function setUpExamples() {
  const button = byId('examples-button');
  const holder = byId('examples');
  const show = (open) => {
    holder.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  holder.append(drawExampleButtons());
  holder.addEventListener('click', (event) => {
    if (event.target.closest('button')) show(false);
  });
  button.addEventListener('click', () => show(holder.hidden));
}
