import type { Field, FieldValue } from '../../conversation/model/form';
import type { Element } from './elements';
import { inputId, noChoice } from './inputId';
import { limits } from './limits';
import { safeText } from './safeText';

/** A field's input with its label, filled in. What was typed stands as it was typed. */
export function renderInput(field: Field, value: FieldValue): Element {
  const label = safeText(field.label, limits.label) || ' ';
  const base = {
    id: inputId(field),
    label,
    ...(field.optional ? {} : { isRequired: true, errorMessage: `Give an answer for “${label}”.` }),
  };
  const text = textOf(value);
  const filled = text === '' ? {} : { value: text };
  switch (field.kind) {
    case 'text':
    case 'longText': {
      const multiline = field.kind === 'longText' || text.includes('\n');
      const maxLength =
        field.maxLength && text.length <= field.maxLength ? { maxLength: field.maxLength } : {};
      return { type: 'Input.Text', ...base, isMultiline: multiline, ...maxLength, ...filled };
    }
    case 'search':
      return { type: 'Input.Text', ...base, placeholder: 'Type a name, or part of one', ...filled };
    case 'date':
      if (text !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return { type: 'Input.Text', ...base, ...filled };
      return { type: 'Input.Date', ...base, ...filled };
    case 'time':
      if (text !== '' && !/^\d{2}:\d{2}$/.test(text)) return { type: 'Input.Text', ...base, ...filled };
      return { type: 'Input.Time', ...base, ...filled };
    case 'number':
      return renderNumber(field, base, value);
    case 'choice':
    case 'choices':
      return renderChoices(field, base, value);
    case 'yesNo': {
      const { isRequired: _, errorMessage: __, ...toggle } = { isRequired: false, errorMessage: '', ...base };
      return { type: 'Input.Toggle', ...toggle, title: 'Yes', value: value === true ? 'true' : 'false' };
    }
  }
}

function textOf(value: FieldValue): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}

// Something typed that is no number, or out of bounds, must come back as it was: a text input takes it.
function renderNumber(field: Extract<Field, { kind: 'number' }>, base: object, value: FieldValue): Element {
  if (value === null || value === '') {
    return { type: 'Input.Number', ...base, min: field.min, max: field.max };
  }
  const number = Number(value);
  if (!Number.isFinite(number) || number < field.min || number > field.max) {
    return { type: 'Input.Text', ...base, value: textOf(value) };
  }
  return { type: 'Input.Number', ...base, min: field.min, max: field.max, value: number };
}

// Several choices travel as one text with commas between, so each is encoded.
function renderChoices(
  field: Extract<Field, { kind: 'choice' | 'choices' }>,
  base: object,
  value: FieldValue,
): Element {
  const several = field.kind === 'choices';
  const options = field.options.map((option) => ({
    title: safeText(option.label, limits.label) || ' ',
    value: encodeURIComponent(option.value),
  }));
  const none = field.optional && !several ? [{ title: 'No answer', value: noChoice }] : [];
  const offered = new Set(field.options.map((option) => option.value));
  const chosen = (Array.isArray(value) ? value : [textOf(value)]).filter((entry) => offered.has(entry));
  return {
    type: 'Input.ChoiceSet',
    ...base,
    style: several ? 'expanded' : 'compact',
    isMultiSelect: several,
    wrap: true,
    choices: [...none, ...options],
    ...(chosen.length > 0 ? { value: chosen.map(encodeURIComponent).join(',') } : {}),
  };
}
