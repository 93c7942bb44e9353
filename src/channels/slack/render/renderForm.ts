import type { types } from '@slack/bolt';
import type { Form } from '../../../conversation/model/form';
import { slackLimits } from '../limits';
import { wording } from '../wording';
import { plainLine, plainText } from './plainText';
import { renderField } from './renderField';

/** The callback_id of every form: which form it is, its session says. */
export const formCallbackId = 'rollcall_form';

/**
 * A form as a modal. Its values are filled in only where Slack takes them whole: a shortened value is never written
 * back. Errors are listed at the top and stand above their fields.
 * @throws where the session or a field's id is longer than Slack carries, or ids repeat: a mistake in the program.
 */
export function renderForm(form: Form): types.ModalView {
  refuseImpossible(form);
  return {
    type: 'modal',
    callback_id: formCallbackId,
    private_metadata: form.session,
    title: plainLine(form.title, slackLimits.viewTitle),
    submit: plainLine(form.submitLabel, slackLimits.viewSubmit),
    close: plainLine(wording.cancel, slackLimits.viewTitle),
    blocks: formBlocks(form),
  };
}

function formBlocks(form: Form): types.KnownBlock[] {
  const top = [...intro(form), ...errorList(form)];
  const withErrors = form.fields.flatMap((field) => [
    ...errorAbove(form.errors[field.id]),
    renderField(field, form.values[field.id]),
  ]);
  if (top.length + withErrors.length <= slackLimits.viewBlocks) return [...top, ...withErrors];
  const bare = form.fields.map((field) => renderField(field, form.values[field.id]));
  if (top.length + bare.length <= slackLimits.viewBlocks) return [...top, ...bare];
  const room = slackLimits.viewBlocks - top.length - 1;
  const mark = plainText(wording.fieldsLeftOut(bare.length - room), slackLimits.sectionText);
  return [...top, ...bare.slice(0, room), { type: 'section', text: mark }];
}

function intro(form: Form): types.KnownBlock[] {
  if (form.intro === undefined || form.intro.trim() === '') return [];
  return [{ type: 'section', text: plainText(form.intro, slackLimits.sectionText) }];
}

function errorList(form: Form): types.KnownBlock[] {
  const labels = new Map(form.fields.map(({ id, label }) => [id, label]));
  const lines = Object.entries(form.errors).map(([id, sentence]) => {
    const label = labels.get(id);
    return label === undefined ? sentence : `${label}: ${sentence}`;
  });
  if (lines.length === 0) return [];
  const text = [`${wording.warning}${wording.checkThese}`, ...lines].join('\n');
  return [{ type: 'section', text: plainText(text, slackLimits.sectionText) }];
}

function errorAbove(sentence: string | undefined): types.KnownBlock[] {
  if (sentence === undefined) return [];
  return [{ type: 'context', elements: [plainText(`⚠ ${sentence}`, slackLimits.contextText)] }];
}

function refuseImpossible(form: Form): void {
  const ids = form.fields.map(({ id }) => id);
  const tooLong = ids.some((id) => id === '' || id.length > slackLimits.blockId);
  if (form.session.length > slackLimits.privateMetadata) throw new Error('Form session too long for Slack');
  if (tooLong || new Set(ids).size < ids.length)
    throw new Error('Form field ids must be short and different');
}
