import type { Field, SearchSource } from '../../../conversation/model/form';

/**
 * What an input's action_id says when the form comes back: the field's kind, a search field's source, and whether
 * something was there that Slack could not show (then left empty means: keep it).
 */
export interface FieldMark {
  readonly kind: Field['kind'];
  readonly source: SearchSource | null;
  readonly kept: boolean;
}

const sources: Readonly<Record<string, SearchSource>> = { schools: 'schools', places: 'places' };
const kinds: Readonly<Record<string, Field['kind']>> = {
  text: 'text',
  longText: 'longText',
  date: 'date',
  time: 'time',
  number: 'number',
  choice: 'choice',
  choices: 'choices',
  yesNo: 'yesNo',
  search: 'search',
};

/** The action_id of a field's input: `text`, `search:schools`, `longText::kept`. */
export function fieldActionId(field: Field, kept: boolean): string {
  const source = field.kind === 'search' ? field.source : '';
  return [field.kind, source, ...(kept ? ['kept'] : [])].join(':').replace(/:$/, '');
}

/** Reads an action_id back; null where it is not one of ours. */
export function readFieldActionId(actionId: string): FieldMark | null {
  const [kindName = '', sourceName = '', kept] = actionId.split(':');
  const kind = kinds[kindName];
  if (kind === undefined) return null;
  return { kind, source: sources[sourceName] ?? null, kept: kept === 'kept' };
}

/** The value of the entry that clears an optional choice. No option of a form's may have it. */
export const notSaidValue = 'rollcall:not-said';

/** Marks a search field's value as what the person typed rather than an entry of the list. */
export const typedPrefix = 'said:';
