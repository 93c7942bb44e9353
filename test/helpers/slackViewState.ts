import { isObject } from './slackView';

type Value = string | number | boolean | readonly string[] | null;

/**
 * The state of a modal when it is submitted: its initial values, with these typed over them by block id. Choices are
 * given by value, yes/no as a boolean, a search field's text as typed. @throws for a field or choice that is not there.
 */
export function filledIn(
  view: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, Value>>,
): Record<string, Record<string, unknown>> {
  const inputs = (Array.isArray(view.blocks) ? view.blocks : []).filter(
    (block): block is Record<string, unknown> => isObject(block) && block.type === 'input',
  );
  const ids = inputs.map((block) => String(block.block_id));
  const unknown = Object.keys(values).filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new Error(`No field ${unknown.join(', ')} among: ${ids.join(', ')}`);
  return Object.fromEntries(
    inputs.map((block) => {
      const element = isObject(block.element) ? block.element : {};
      const id = String(block.block_id);
      const typed = id in values ? values[id] : undefined;
      return [id, { [String(element.action_id)]: { type: element.type, ...state(element, typed) } }];
    }),
  );
}

function state(element: Record<string, unknown>, typed: Value | undefined): Record<string, unknown> {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return { value: typed === undefined ? (element.initial_value ?? null) : asText(typed) };
    case 'datepicker':
      return { selected_date: typed === undefined ? (element.initial_date ?? null) : typed };
    case 'timepicker':
      return { selected_time: typed === undefined ? (element.initial_time ?? null) : typed };
    case 'external_select':
      return { selected_option: typed === undefined ? (element.initial_option ?? null) : searched(typed) };
    case 'radio_buttons':
    case 'static_select':
      return {
        selected_option: typed === undefined ? (element.initial_option ?? null) : chosen(element, typed),
      };
    default: {
      const list = Array.isArray(typed)
        ? typed
        : typed === undefined || typed === null
          ? []
          : [String(typed)];
      return {
        selected_options:
          typed === undefined ? (element.initial_options ?? []) : list.map((each) => chosen(element, each)),
      };
    }
  }
}

function asText(value: Value): string | null {
  return value === null || value === '' ? null : String(value);
}

/** What the person keeps as typed comes with the prefix that the first suggestion has. */
function searched(value: Value): unknown {
  const text = asText(value);
  if (text === null) return null;
  return { text: { type: 'plain_text', text }, value: `said:${text}` };
}

function chosen(element: Record<string, unknown>, value: Value): unknown {
  if (value === null) return null;
  const wanted = value === true ? 'yes' : value === false ? 'no' : String(value);
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const all = [
    ...(Array.isArray(element.options) ? element.options : []),
    ...groups.flatMap((group) => (isObject(group) && Array.isArray(group.options) ? group.options : [])),
  ];
  const found = all.find((option) => isObject(option) && option.value === wanted);
  if (found === undefined) throw new Error(`No choice ${wanted}`);
  return found;
}
