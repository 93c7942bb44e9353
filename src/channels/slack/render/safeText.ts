import { shorten } from '../../shorten';

const loneSurrogates = /\p{Surrogate}/gu;
const bidiOverrides = /[\u202A-\u202E\u2066-\u2069]/gu;

/** What JSON and Slack can carry: U+0000 and lone surrogates become U+FFFD. Nothing else changes. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(loneSurrogates, '\uFFFD');
}

/**
 * Text to show: storable, and without the marks that turn the direction of what stands after them, so that a name
 * can't rearrange the line it stands in.
 */
export function shownText(text: string): string {
  return storableText(text).replace(bidiOverrides, '');
}

/** The same on one line, for labels, headings and buttons. */
export function shownLine(text: string): string {
  return shownText(text).replace(/\s+/gu, ' ').trim();
}

/** Escapes what Slack reads as links, mentions and channel-wide calls. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Slack may count `&`, `<` and `>` in their escaped form; counted so, a text fits either way. */
export function fits(text: string, limit: number): boolean {
  return escapeText(text).length <= limit;
}

/** Shortens with a mark until the text fits in its escaped form too. */
export function shortenToFit(text: string, limit: number): string {
  if (fits(text, limit)) return text;
  let low = 0;
  let high = Math.min(text.length, limit);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(shorten(text, middle), limit)) low = middle;
    else high = middle - 1;
  }
  return shorten(text, low);
}
