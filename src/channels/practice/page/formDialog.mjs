import { drawAdaptive } from './adaptive.mjs';
import { ask, newRequestId, tell } from './api.mjs';
import { byId, make, whileBusy } from './dom.mjs';
import { room } from './room.mjs';

/**
 * Opens a form. It stays until it is accepted or cancelled: with errors it comes back with everything that was typed,
 * and the errors first. `onDone(answer)` gets an accepted form's answer; `onClosed` runs in either case.
 */
export function openForm({ form, conversation, onDone, onClosed }) {
  const dialog = byId('form-dialog');
  dialog.onclose = onClosed;
  draw({ form, conversation, onDone, dialog });
  if (!dialog.open) dialog.showModal();
  focusFirst(dialog);
}

function draw({ form, conversation, onDone, dialog }) {
  const failure = make('p', { class: 'error', role: 'alert' });
  // One id for what is filled in: sent again unchanged after a failure, it is the same request.
  let tried = null;
  const { element, card } = drawAdaptive(form.adaptive, async (data) => {
    if (data.session === undefined || dialog.classList.contains('busy')) return;
    dialog.classList.add('busy');
    failure.replaceChildren();
    try {
      const filledIn = JSON.stringify(data);
      if (tried?.filledIn !== filledIn) tried = { filledIn, requestId: newRequestId() };
      const body = { as: room.me.userId, conversation, data, requestId: tried.requestId };
      const answer = await whileBusy(dialog.querySelectorAll('button'), () => tell('submit', body));
      dialog.classList.remove('busy');
      if (answer.formErrors !== null || answer.openForm !== null) {
        draw({ form: answer.formErrors ?? answer.openForm, conversation, onDone, dialog });
        focusFirst(dialog);
        return;
      }
      dialog.close();
      onDone(answer);
    } catch (problem) {
      failure.replaceChildren(problem.message);
    } finally {
      dialog.classList.remove('busy');
    }
  });
  const cancel = make(
    'button',
    { type: 'button', class: 'card-button', onclick: () => dialog.close() },
    'Cancel',
  );
  // The form's own button stands under what scrolls, beside Cancel.
  const submit = [...element.querySelectorAll('.ac-actionSet')].at(-1) ?? '';
  dialog.replaceChildren(
    make('h2', { id: 'form-title', tabindex: '-1' }, form.title),
    make('div', { class: 'form-body' }, element),
    failure,
    make('div', { class: 'form-foot' }, submit, cancel),
  );
  tieErrors(form, card, element);
  for (const { input, source } of form.searches) suggestWhileTyping(controlOf(card, input), source);
}

/** Ties each error, which the card shows over its field, to the input it is about. */
function tieErrors(form, card, element) {
  for (const { input, sentence } of form.errors) {
    const control = controlOf(card, input);
    if (control === null) continue;
    const note = make('span', { id: `error-${input}`, class: 'for-screen-readers' }, sentence);
    element.append(note);
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', note.id);
  }
}

function focusFirst(dialog) {
  const field = dialog.querySelector('[aria-invalid]') ?? dialog.querySelector('input, textarea, select');
  dialog.querySelector('.form-body').scrollTop = 0;
  (field ?? dialog.querySelector('h2')).focus({
    preventScroll: field?.hasAttribute('aria-invalid') ?? false,
  });
}

/** The drawn control of an input. */
function controlOf(card, input) {
  return card.getAllInputs().find(({ id }) => id === input)?.renderedInputControlElement ?? null;
}

/** Entries that fit what is typed, offered under the field; any other text stays possible. */
function suggestWhileTyping(control, source) {
  if (control?.tagName !== 'INPUT') return;
  const list = make('datalist', { id: `suggestions-${control.id}` });
  control.after(list);
  control.setAttribute('list', list.id);
  let latest = 0;
  control.addEventListener('input', async () => {
    latest += 1;
    const mine = latest;
    try {
      const { options } = await ask('suggest', { as: room.me.userId, source, q: control.value });
      if (mine === latest)
        list.replaceChildren(...options.map(({ label }) => make('option', { value: label })));
    } catch {
      // Without suggestions the field takes what is typed.
    }
  });
}
