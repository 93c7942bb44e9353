import type { types } from '@slack/bolt';
import type { Option } from '../../../conversation/model/form';
import { slackLimits } from '../limits';
import { wording } from '../wording';
import { notSaidValue } from './fieldIds';
import { plainLine } from './plainText';
import { fits } from './safeText';

/** What a choice offers: its options that Slack can carry, the chosen values among them, and how many it can't. */
export interface FieldOptions {
  readonly options: readonly types.PlainTextOption[];
  readonly chosen: readonly types.PlainTextOption[];
  readonly leftOut: number;
  readonly lostValues: number;
}

/** A label may be shortened, since it is only shown; a value that does not fit is left out and counted. */
export function fieldOptions(input: {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly clearable: boolean;
}): FieldOptions {
  const known = new Set(input.options.map(({ value }) => value));
  // A saved value that is no longer offered stays choosable, so that saving the form does not lose it.
  const strays = input.values.filter((value) => !known.has(value)).map((value) => ({ value, label: value }));
  const all = uniqueByValue([...strays, ...input.options]);
  const room = slackLimits.options * slackLimits.optionGroups - 1;
  const options = all
    .filter(({ value }) => canCarry(value))
    .slice(0, room)
    .map(renderOption);
  const chosen = options.filter(({ value }) => value !== undefined && input.values.includes(value));
  const clearing = input.clearable && options.length > 0 ? [clearOption()] : [];
  return {
    options: [...clearing, ...options],
    chosen,
    leftOut: all.length - options.length,
    lostValues: new Set(input.values).size - chosen.length,
  };
}

/** Options as a menu takes them: up to 100 flat, more in groups of 100 named by their first and last entry. */
export function menuOptions(
  options: readonly types.PlainTextOption[],
):
  | { options: types.PlainTextOption[] }
  | { option_groups: { label: types.PlainTextElement; options: types.PlainTextOption[] }[] } {
  if (options.length <= slackLimits.options) return { options: [...options] };
  const groups: { label: types.PlainTextElement; options: types.PlainTextOption[] }[] = [];
  for (let start = 0; start < options.length; start += slackLimits.options) {
    const part = options.slice(start, start + slackLimits.options);
    groups.push({ label: groupLabel(part, start), options: part });
  }
  return { option_groups: groups };
}

export function renderOption(option: Option): types.PlainTextOption & { value: string } {
  return { text: plainLine(option.label, slackLimits.optionLabel), value: option.value };
}

function clearOption(): types.PlainTextOption {
  return renderOption({ value: notSaidValue, label: wording.notSaid });
}

function groupLabel(part: readonly types.PlainTextOption[], start: number): types.PlainTextElement {
  const first = part[0]?.text.text.slice(0, 25) ?? '';
  const last = part.at(-1)?.text.text.slice(0, 25) ?? '';
  return plainLine(`${start + 1}: ${first} – ${last}`, slackLimits.optionGroupLabel);
}

/** Slack refuses an empty value, and would return a changed one for what JSON can't carry. */
function canCarry(value: string): boolean {
  return (
    value.trim() !== '' &&
    value !== notSaidValue &&
    fits(value, slackLimits.optionValue) &&
    isWellFormed(value)
  );
}

function isWellFormed(value: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(value);
}

function uniqueByValue(options: readonly Option[]): Option[] {
  return [...new Map(options.map((option) => [option.value, option])).values()];
}
