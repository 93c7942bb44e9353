import type { Field } from '../../conversation/model/form';

export type FieldKind = Field['kind'];

const kinds: readonly FieldKind[] = [
  'text',
  'longText',
  'date',
  'time',
  'number',
  'choice',
  'choices',
  'yesNo',
  'search',
];

/**
 * The id of a field's input. It names the kind, since everything typed comes back as text, and keeps a field called
 * `token` or `session` apart from the card's own data.
 */
export function inputId(field: { kind: FieldKind; id: string }): string {
  return `${field.kind}.${field.id}`;
}

/** The field an input stands for, or null for anything that is not an input of a form of ours. */
export function parseInputId(text: string): { kind: FieldKind; id: string } | null {
  const dot = text.indexOf('.');
  if (dot < 0) return null;
  const kind = kinds.find((known) => known === text.slice(0, dot));
  return kind ? { kind, id: text.slice(dot + 1) } : null;
}

/** The entry that takes an answer back: a menu can't be emptied otherwise. */
export const noChoice = '~none';
