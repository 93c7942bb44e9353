import type { Element } from './elements';
import { limits } from './limits';
import { safeMarkdown } from './safeText';

/** A heading that screen readers announce as one. Only a TextBlock can be, so its text is escaped. */
export function heading(text: string, size: 'Large' | 'Medium' = 'Medium'): Element {
  return {
    type: 'TextBlock',
    text: safeMarkdown(text, limits.heading) || ' ',
    style: 'heading',
    size,
    weight: 'Bolder',
    wrap: true,
  };
}
