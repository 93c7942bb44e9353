import type { InboundOf } from '../../../conversation/model/inbound';
import { type FieldMark, notSaidValue, readFieldActionId, typedPrefix } from '../render/fieldIds';
import type { InputState } from './interactionBody';

type FormInput = InboundOf<'submit'>['values'];

/**
 * What was filled in, by field id. A field is missing where it was left empty and held something that Slack could not
 * show: then what is saved stays as it is.
 */
export function readForm(state: Readonly<Record<string, Readonly<Record<string, InputState>>>>): FormInput {
  const entries = Object.entries(state).flatMap(([fieldId, inputs]) =>
    Object.entries(inputs).flatMap(([actionId, input]): [string, FormInput[string]][] => {
      const mark = readFieldActionId(actionId);
      if (mark === null) return [];
      const value = readInput(mark, input);
      return mark.kept && isEmpty(value) ? [] : [[fieldId, value]];
    }),
  );
  return Object.fromEntries(entries);
}

function readInput(mark: FieldMark, input: InputState): FormInput[string] {
  switch (mark.kind) {
    case 'text':
    case 'longText':
      return input.value ?? null;
    case 'number':
      return readNumber(input.value ?? null);
    case 'date':
      return input.selected_date ?? null;
    case 'time':
      return input.selected_time ?? null;
    case 'choice':
      return readChoice(input.selected_option?.value ?? null);
    case 'choices':
      return (input.selected_options ?? []).map(({ value }) => value);
    case 'yesNo':
      return readYesNo(input.selected_option?.value ?? null);
    case 'search':
      return readTyped(input.selected_option?.value ?? null);
  }
}

function readNumber(text: string | null): FormInput[string] {
  if (text === null || text.trim() === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

function readChoice(value: string | null): FormInput[string] {
  return value === notSaidValue ? null : value;
}

function readYesNo(value: string | null): FormInput[string] {
  if (value === 'yes') return true;
  return value === 'no' ? false : null;
}

function readTyped(value: string | null): FormInput[string] {
  return value?.startsWith(typedPrefix) ? value.slice(typedPrefix.length) : value;
}

function isEmpty(value: FormInput[string]): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
