import type { types } from '@slack/bolt';
import type { Field, FieldValue } from '../../../conversation/model/form';
import { isClockTime } from '../../../domain/localTime';
import { slackLimits } from '../limits';
import { wording } from '../wording';
import { fieldActionId, typedPrefix } from './fieldIds';
import { fieldOptions, menuOptions, renderOption } from './fieldOptions';
import { plainLine } from './plainText';
import { fits, storableText } from './safeText';

/** An input for a field. `kept`: something is there that Slack can't show, so it was not filled in. */
export interface FieldElement {
  readonly element: types.InputBlockElement;
  readonly kept: boolean;
  readonly note: string | null;
}

/** The input for a field, with its value where Slack can carry it whole; null for a choice without options. */
export function fieldElement(field: Field, value: FieldValue | undefined): FieldElement | null {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return textElement(field, asText(value));
    case 'number':
      return numberElement(field, asText(value));
    case 'date':
      return dateElement(field, asText(value));
    case 'time':
      return timeElement(field, asText(value));
    case 'yesNo':
      return yesNoElement(field, value);
    case 'choice':
      return choiceElement(field, asList(value));
    case 'choices':
      return choicesElement(field, asList(value));
    case 'search':
      return searchElement(field, asText(value));
  }
}

function textElement(field: Field & { kind: 'text' | 'longText' }, text: string): FieldElement {
  const limit = Math.max(1, Math.min(field.maxLength ?? slackLimits.inputValue, slackLimits.inputValue));
  const kept = !fits(text, slackLimits.inputValue);
  // What was typed before is shown even where it is longer than the field allows, so that it can be cut by hand.
  const maxLength = kept ? limit : Math.max(limit, text.length);
  const element: types.PlainTextInput = {
    type: 'plain_text_input',
    action_id: fieldActionId(field, kept),
    multiline: field.kind === 'longText' || text.includes('\n'),
    max_length: maxLength,
    ...(kept || text === '' ? {} : { initial_value: text }),
  };
  return { element, kept, note: null };
}

function numberElement(field: Field & { kind: 'number' }, text: string): FieldElement {
  const number = text.trim() === '' ? null : Number(text);
  const shown = number !== null && Number.isSafeInteger(number) && number >= field.min && number <= field.max;
  const kept = text !== '' && !shown;
  const bounded =
    Number.isSafeInteger(field.min) && Number.isSafeInteger(field.max) && field.min <= field.max;
  const element: types.NumberInput = {
    type: 'number_input',
    action_id: fieldActionId(field, kept),
    is_decimal_allowed: false,
    ...(bounded ? { min_value: String(field.min), max_value: String(field.max) } : {}),
    ...(shown ? { initial_value: String(number) } : {}),
  };
  return { element, kept, note: null };
}

function dateElement(field: Field, text: string): FieldElement {
  const shown = /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDate(text);
  const kept = text !== '' && !shown;
  const element: types.Datepicker = {
    type: 'datepicker',
    action_id: fieldActionId(field, kept),
    ...(shown ? { initial_date: text } : {}),
  };
  return { element, kept, note: null };
}

function timeElement(field: Field, text: string): FieldElement {
  const shown = isClockTime(text);
  const kept = text !== '' && !shown;
  const element: types.Timepicker = {
    type: 'timepicker',
    action_id: fieldActionId(field, kept),
    ...(shown ? { initial_time: text } : {}),
  };
  return { element, kept, note: null };
}

function yesNoElement(field: Field, value: FieldValue | undefined): FieldElement {
  const yes = renderOption({ value: 'yes', label: wording.yes });
  const no = renderOption({ value: 'no', label: wording.no });
  const notSaid = renderOption({ value: 'none', label: wording.notSaid });
  const element: types.RadioButtons = {
    type: 'radio_buttons',
    action_id: fieldActionId(field, false),
    options: field.optional ? [yes, no, notSaid] : [yes, no],
    ...(typeof value === 'boolean' ? { initial_option: value ? yes : no } : {}),
  };
  return { element, kept: false, note: null };
}

function choiceElement(field: Field & { kind: 'choice' }, values: readonly string[]): FieldElement | null {
  const found = fieldOptions({ options: field.options, values, clearable: field.optional });
  const [chosen] = found.chosen;
  if (found.options.length === 0) return null;
  const kept = found.lostValues > 0;
  const initial = chosen === undefined ? {} : { initial_option: chosen };
  const action_id = fieldActionId(field, kept);
  const element: types.RadioButtons | types.StaticSelect =
    found.options.length <= slackLimits.radioOptions
      ? { type: 'radio_buttons', action_id, options: [...found.options], ...initial }
      : { type: 'static_select', action_id, ...menuOptions(found.options), ...initial };
  return { element, kept, note: leftOutNote(found.leftOut) };
}

function choicesElement(field: Field & { kind: 'choices' }, values: readonly string[]): FieldElement | null {
  const found = fieldOptions({ options: field.options, values, clearable: false });
  if (found.options.length === 0) return null;
  const kept = found.lostValues > 0;
  const initial = found.chosen.length === 0 ? {} : { initial_options: [...found.chosen] };
  const action_id = fieldActionId(field, kept);
  const element: types.Checkboxes | types.MultiStaticSelect =
    found.options.length <= slackLimits.checkboxOptions
      ? { type: 'checkboxes', action_id, options: [...found.options], ...initial }
      : { type: 'multi_static_select', action_id, ...menuOptions(found.options), ...initial };
  return { element, kept, note: leftOutNote(found.leftOut) };
}

function searchElement(field: Field & { kind: 'search' }, text: string): FieldElement {
  const value = `${typedPrefix}${text}`;
  const shown = text !== '' && fits(value, slackLimits.optionValue);
  const kept = text !== '' && !shown;
  const element: types.ExternalSelect = {
    type: 'external_select',
    action_id: fieldActionId(field, kept),
    min_query_length: 1,
    placeholder: plainLine(wording.startTyping, slackLimits.placeholder),
    ...(shown ? { initial_option: renderOption({ value, label: text }) } : {}),
  };
  return { element, kept, note: null };
}

function leftOutNote(leftOut: number): string | null {
  return leftOut > 0 ? wording.optionsLeftOut(leftOut) : null;
}

function asText(value: FieldValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? storableText(String(value)) : '';
}

function asList(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value : [];
}

function isRealDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
