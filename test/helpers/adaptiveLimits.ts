import { objectionsTo } from './teamsParsedCard';

/** About 100 KB in UTF-16 is what Teams takes of a message; a card should stay under 80 (Microsoft's "Format your bot messages"). */
const mostBytes = 80 * 1024;

/**
 * What Teams would refuse of a card, or read as something else than text: too big, unknown to Microsoft's renderer, not
 * storable, Markdown or a function where a person's words stand.
 */
export function objectionsToCard(card: object): string[] {
  const json = JSON.stringify(card);
  return [
    ...objectionsTo(card),
    ...(Buffer.byteLength(json, 'utf16le') > mostBytes ? [`too big: ${json.length} units`] : []),
    ...shownTexts(card).flatMap(({ text, readsMarkdown }) => [
      ...(text.isWellFormed() && !text.includes('\0') ? [] : ['not storable text']),
      ...(text.includes('{{') ? [`a function: ${text.slice(0, 40)}`] : []),
      ...(/[\u202a-\u202e\u2066-\u2069]/.test(text) ? ['turns the writing round'] : []),
      ...(readsMarkdown && /[`*_[\]#~<&|]/.test(text.replace(/\\./gs, ''))
        ? [`formats: ${text.slice(0, 40)}`]
        : []),
    ]),
  ];
}

/** Everything a card shows, but what stands in its inputs, which is as it was typed. */
function shownTexts(value: unknown): { text: string; readsMarkdown: boolean }[] {
  if (Array.isArray(value)) return value.flatMap(shownTexts);
  if (typeof value !== 'object' || value === null) return [];
  const type = 'type' in value ? value.type : undefined;
  return Object.entries(value).flatMap(([name, part]) => {
    if (name === 'data') return [];
    if (typeof part !== 'string') return shownTexts(part);
    const shown = ['text', 'title', 'label', 'errorMessage', 'placeholder', 'fallbackText'].includes(name);
    return shown ? [{ text: part, readsMarkdown: type === 'TextBlock' }] : [];
  });
}
