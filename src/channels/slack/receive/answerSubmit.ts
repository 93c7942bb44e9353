import type { types, ViewResponseAction } from '@slack/bolt';
import type { Answer } from '../../../conversation/model/conversationPort';
import type { Form } from '../../../conversation/model/form';
import { slackLimits } from '../limits';
import { renderForm } from '../render/renderForm';
import { renderNotice } from '../render/renderNote';
import { shortenToFit, shownText } from '../render/safeText';
import type { SubmitBody } from './interactionBody';

type View = SubmitBody['view'];

/** What a submitted form is answered with: errors at its fields, another form, a sentence, or the window closed. */
export function answerSubmit(answer: Answer, view: View): ViewResponseAction {
  if (answer.formErrors !== undefined) return formErrors(answer.formErrors, view);
  if (answer.openForm !== undefined) return update(renderForm(answer.openForm));
  if (answer.message !== undefined) return update(renderNotice(answer.message));
  return { response_action: 'clear' };
}

/** One sentence at the form's first field: the window stays open with everything typed. */
export function firstFieldError(view: View, sentence: string): ViewResponseAction {
  const [first] = inputIds(view);
  if (first === undefined) return update(renderNotice(sentence));
  return { response_action: 'errors', errors: { [first]: errorText(sentence) } };
}

/** Slack takes errors only for inputs that are in the window; others go to the first one, with their field's name. */
function formErrors(form: Form, view: View): ViewResponseAction {
  const ids = inputIds(view);
  const [first] = ids;
  const entries = Object.entries(form.errors);
  if (first === undefined || entries.length === 0) return update(renderForm(form));
  const labels = new Map(form.fields.map(({ id, label }) => [id, label]));
  const errors = new Map<string, string>();
  for (const [id, sentence] of entries) {
    const at = ids.includes(id) ? id : first;
    const label = labels.get(id);
    const words = at === id || label === undefined ? sentence : `${label}: ${sentence}`;
    errors.set(at, [errors.get(at), words].filter(Boolean).join(' '));
  }
  return {
    response_action: 'errors',
    errors: Object.fromEntries([...errors].map(([id, words]) => [id, errorText(words)])),
  };
}

function inputIds(view: View): string[] {
  return view.blocks.flatMap(({ type, block_id }) => (type === 'input' && block_id ? [block_id] : []));
}

function errorText(sentence: string): string {
  return shortenToFit(shownText(sentence), slackLimits.fieldError);
}

function update(view: types.ModalView): ViewResponseAction {
  return { response_action: 'update', view };
}
