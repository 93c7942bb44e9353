import { contractLine } from './contractLine';
import type { Understanding } from './reading';

export type LineAnswer =
  | { readonly kind: 'answer'; readonly line: string }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'nothing' };

/** Answers one line of JSON with one line of JSON; a line that is no message gets an error with its number. */
export function answerLine(input: {
  understanding: Understanding;
  line: string;
  number: number;
}): LineAnswer {
  const { understanding, line, number } = input;
  if (line.trim() === '') return { kind: 'nothing' };
  const message = messageOf(line);
  if (typeof message === 'string') return { kind: 'error', message: `line ${number}: ${message}` };
  const reading = understanding.read({ sentAt: message.sentAt, text: message.text });
  return { kind: 'answer', line: contractLine(message.id, reading) };
}

function messageOf(line: string): { id: string; sentAt: string; text: string } | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (typeof value !== 'object' || value === null) return 'not a JSON object';
  const { id, sentAt, text } = value as Record<string, unknown>;
  if (typeof id !== 'string') return 'id is missing or not a string';
  if (typeof sentAt !== 'string' || Number.isNaN(Date.parse(sentAt)))
    return 'sentAt is missing or not a date';
  if (typeof text !== 'string') return 'text is missing or not a string';
  return { id, sentAt, text };
}
