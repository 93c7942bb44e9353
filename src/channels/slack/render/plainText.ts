import type { types } from '@slack/bolt';
import { wording } from '../wording';
import { shortenToFit, shownLine, shownText } from './safeText';

/** A plain text object on one line: formats nothing, links nothing, turns no `:word:` into a picture. */
export function plainLine(text: string, limit: number): types.PlainTextElement {
  const line = shortenToFit(shownLine(text), limit);
  return { type: 'plain_text', text: line === '' ? wording.nothing : line, emoji: false };
}

/** A plain text object that keeps its line breaks. */
export function plainText(text: string, limit: number): types.PlainTextElement {
  const shown = shortenToFit(shownText(text), limit);
  return { type: 'plain_text', text: shown.trim() === '' ? wording.nothing : shown, emoji: false };
}
