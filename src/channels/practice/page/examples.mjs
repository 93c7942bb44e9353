import { fillMessageBox } from './composer.mjs';
import { byId, make } from './dom.mjs';

const examples = [
  'Kai Brown 14 costello, festival place 1040 w 2 mates, says dentist, walking him back',
  'girl about 13 in uniform, brighton hill, 20 mins ago, on her own, wouldnt give a name',
  'Ella Marsh and Tom Marsh, cranbourne, outside the station 9:50, with mum, off to hospital appt',
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
