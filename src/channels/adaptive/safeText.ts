import { shorten } from '../shorten';

const replacement = '\ufffd';
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// Embeddings, overrides and isolates can turn the words after them around; the plain marks (U+200E, U+200F) can't.
const turnsTextAround = /[\u202a-\u202e\u2066-\u2069]/g;
// The control characters are the point of this pattern.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removes them
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * Text as a card may show it: what cannot be sent or would disturb its surroundings becomes U+FFFD, and `{{DATE(…)}}`
 * is kept from being read as a function of the card. For showing only, never for a form's values.
 */
export function safeText(text: string, limit: number): string {
  const clean = text
    .replace(loneSurrogate, replacement)
    .replace(control, replacement)
    .replace(turnsTextAround, replacement)
    .replace(/\{(?=\{)/g, '{\u200b');
  return shorten(clean, limit);
}

/**
 * The same where the card reads Markdown (a TextBlock, so headings): every sign that could format or link is escaped.
 * Shortened before escaping, so that no escape is cut in two. One line.
 */
export function safeMarkdown(text: string, limit: number): string {
  return safeText(text, limit)
    .replace(/\s*[\r\n]\s*/g, ' ')
    .replace(/[\\`*_[\]#~<&|]/g, '\\$&')
    .replace(/^(\s*)([-+>])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
