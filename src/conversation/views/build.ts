import type { Action, ActionButton } from '../model/action';
import type { Block, ButtonStyle, TextTone } from '../model/card';
import type { FormValues } from '../model/form';
import type { FormView } from '../model/outcome';

type ViewBlock = Block<ActionButton>;

/** Small makers of blocks, so that a view reads like the card it draws. */
export function text(words: string, tone: TextTone = 'normal'): ViewBlock {
  return { kind: 'text', text: words, tone };
}

/** Words of any length, whole: in several blocks where one would be shortened. Broken at spaces where there are any. */
export function longText(words: string): readonly ViewBlock[] {
  const parts = words.match(/.{1,2400}(?:\s|$)|.{1,2400}/gsu) ?? [];
  return parts.map((part) => text(part.trimEnd()));
}

export function heading(words: string): ViewBlock {
  return { kind: 'heading', text: words };
}

export function list(items: readonly string[]): ViewBlock {
  return { kind: 'list', items };
}

export const divider: ViewBlock = { kind: 'divider' };

/** A picture; `alt` says what it shows, in words that stand for it where it can't be seen. */
export function image(png: Buffer, alt: string): ViewBlock {
  return { kind: 'image', png: png.toString('base64'), alt };
}

/** The buttons that are there; `null` leaves one out. */
export function buttons(...those: readonly (ActionButton | null)[]): ViewBlock {
  return { kind: 'buttons', buttons: those.filter((one) => one !== null) };
}

export function button(label: string, action: Action, style: ButtonStyle = 'plain'): ActionButton {
  return { label, style, action };
}

/** What stands in a form: what is shown now, what stood there when it was first opened, and what is wrong with it. */
export interface Filling {
  readonly values: FormValues;
  /** Where that is not what stands in it now. */
  readonly filled?: FormValues;
  readonly errors?: Readonly<Record<string, string>>;
}

export function filling({
  values,
  filled = values,
  errors = {},
}: Filling): Pick<FormView, 'values' | 'filled' | 'errors'> {
  return { values, filled, errors };
}
