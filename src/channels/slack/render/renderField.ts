import type { types } from '@slack/bolt';
import type { Field, FieldValue } from '../../../conversation/model/form';
import { slackLimits } from '../limits';
import { wording } from '../wording';
import { fieldElement } from './fieldElement';
import { plainLine, plainText } from './plainText';

/** One field as a labelled input, whose block_id is the field's id. */
export function renderField(field: Field, value: FieldValue | undefined): types.KnownBlock {
  const found = fieldElement(field, value);
  if (found === null) {
    const text = `${field.label}: ${wording.noChoices}`;
    return { type: 'section', text: plainText(text, slackLimits.sectionText) };
  }
  const hint = [found.kept ? wording.keptHint : null, found.note, field.hint]
    .filter((part) => part !== null && part !== undefined && part.trim() !== '')
    .join(' ');
  return {
    type: 'input',
    block_id: field.id,
    label: plainLine(field.label, slackLimits.inputLabel),
    element: found.element,
    // Left empty means keep it, so Slack must let it be left empty.
    optional: field.optional || found.kept,
    ...(hint === '' ? {} : { hint: plainLine(hint, slackLimits.inputHint) }),
  };
}
