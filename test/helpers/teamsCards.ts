/** Reading and filling in Adaptive Cards as the person at the client would. */

/** A button a person sees. */
export interface SeenButton {
  readonly title: string;
  readonly token: string;
  readonly opensForm: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** All buttons of a card with a token, in reading order. */
export function buttonsOf(card: unknown): SeenButton[] {
  return partsOf(card).flatMap((part) => {
    const { type, title, data } = part;
    if (typeof type !== 'string' || !type.startsWith('Action.') || !isJson(data)) return [];
    const { token, msteams } = data;
    if (typeof token !== 'string' || typeof title !== 'string') return [];
    return [{ title, token, opensForm: isJson(msteams) && msteams.type === 'task/fetch' }];
  });
}

/** The button with this title. Throws, naming the ones there are. */
export function buttonOf(card: unknown, title: string): SeenButton {
  const buttons = buttonsOf(card);
  const found = buttons.find((button) => button.title === title);
  if (!found)
    throw new Error(`No button “${title}” among: ${buttons.map((button) => button.title).join(', ')}`);
  return found;
}

/** Everything a card says, a line for each paragraph, in reading order; without buttons and inputs. */
export function textOf(card: unknown): string {
  return partsOf(card)
    .flatMap((part) => {
      if (part.type === 'TextBlock' && typeof part.text === 'string')
        return [part.text.replace(/\\(.)/g, '$1')];
      if (part.type !== 'RichTextBlock' || !Array.isArray(part.inlines)) return [];
      return [part.inlines.map((run) => (isJson(run) ? String(run.text) : '')).join('')];
    })
    .join('\n');
}

/** The pictures a card carries in itself, in reading order, and the words for each. */
export function picturesOf(card: unknown): { png: Buffer; alt: string }[] {
  return partsOf(card).flatMap(({ type, url, altText }) => {
    if (type !== 'Image') return [];
    const [, base64] = /^data:image\/png;base64,(.+)$/.exec(String(url)) ?? [];
    if (base64 === undefined) throw new Error('A picture that is not in the card itself');
    return [{ png: Buffer.from(base64, 'base64'), alt: String(altText) }];
  });
}

/** The inputs of a form's card: field id, label and what is filled in. */
export function inputsOf(
  card: unknown,
): { field: string; input: string; type: string; label: string; value: unknown }[] {
  return partsOf(card).flatMap((part) => {
    if (typeof part.type !== 'string' || !part.type.startsWith('Input.') || typeof part.id !== 'string')
      return [];
    const field = part.id.slice(part.id.indexOf('.') + 1);
    return [{ field, input: part.id, type: part.type, label: String(part.label ?? ''), value: part.value }];
  });
}

/**
 * What a client sends when the form is submitted with these answers typed over what is filled in. Answers by field
 * id; `choices` as a list, yes/no as a boolean, null to empty a field.
 */
export function fillIn(card: unknown, answers: Readonly<Record<string, unknown>>): Json {
  const inputs = inputsOf(card);
  const unknown = Object.keys(answers).filter((field) => !inputs.some((input) => input.field === field));
  if (unknown.length > 0) throw new Error(`The form has no field ${unknown.join(', ')}`);
  const typed = inputs.map(({ field, input, type, value }) => {
    if (!(field in answers)) return [input, value ?? ''] as const;
    return [input, typedInto(type, answers[field])] as const;
  });
  const submit = partsOf(card).find((part) => part.type === 'Action.Submit' && isJson(part.data));
  return { ...(isJson(submit?.data) ? submit.data : {}), ...Object.fromEntries(typed) };
}

function typedInto(type: string, answer: unknown): unknown {
  if (answer === null || answer === undefined) return '';
  if (type === 'Input.ChoiceSet')
    return [answer]
      .flat()
      .map((entry) => encodeURIComponent(String(entry)))
      .join(',');
  if (type === 'Input.Number') return answer;
  return String(answer);
}

/** Every object in a card, in reading order; the fallback of an action is not looked at. */
function partsOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isJson(value)) return [];
  const inner = Object.entries(value).flatMap(([name, part]) => (name === 'fallback' ? [] : partsOf(part)));
  return [value, ...inner];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
