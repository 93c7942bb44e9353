import { type FieldKind, inputId, noChoice, parseInputId } from './inputId';

type SubmittedValue = string | number | boolean | string[] | null;

/** What was typed, by field id. */
export type SubmittedValues = Record<string, SubmittedValue>;

/** What came of a card: a pressed button, a submitted form, or nothing of ours. */
export type Submitted =
  | { readonly kind: 'press'; readonly token: string }
  | { readonly kind: 'submit'; readonly session: string; readonly values: SubmittedValues }
  | null;

/** Reads the data a card sends with a press or a form, whoever sent it: it is checked, not trusted. */
export function readSubmit(data: unknown): Submitted {
  if (!isRecord(data)) return null;
  const { session, token } = data;
  if (typeof session === 'string' && session !== '')
    return { kind: 'submit', session, values: readValues(data) };
  if (typeof token === 'string' && token !== '') return { kind: 'press', token };
  return null;
}

// A client leaves empty inputs out: the card's own list of its fields tells them from those it did not have.
function readValues(data: Readonly<Record<string, unknown>>): SubmittedValues {
  const listed = Array.isArray(data.fields) ? data.fields.filter((id) => typeof id === 'string') : [];
  const ids = new Set<string>([...listed, ...Object.keys(data)]);
  const entries = [...ids].flatMap((id) => {
    const field = parseInputId(id);
    return field ? [[field.id, readValue(field.kind, data[inputId(field)])] as const] : [];
  });
  return Object.fromEntries(entries);
}

function readValue(kind: FieldKind, typed: unknown): SubmittedValue {
  const text =
    typeof typed === 'string' || typeof typed === 'number' || typeof typed === 'boolean' ? String(typed) : '';
  switch (kind) {
    case 'yesNo':
      return text === 'true';
    case 'choices':
      return text === '' ? [] : text.split(',').map(decode);
    case 'choice':
      return text === '' || text === noChoice ? null : decode(text);
    case 'number':
      return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text.trim() === '' ? null : text;
    default:
      return text === '' ? null : text;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
