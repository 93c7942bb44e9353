import { createHash } from 'node:crypto';
import type { Activity } from './activity';

/** A key of at most 300 characters: what would be longer ends in a hash of the whole. */
export function eventKey(kind: string, ...parts: readonly string[]): string {
  const key = [kind, ...parts].join(':');
  return key.length <= 300 ? key : `${kind}:${sha256(key)}`;
}

/**
 * The same where Teams sends a press or message again under a new id: same conversation, sender, timestamp and text
 * or value. Null where there is no timestamp to tell a repetition from a second press.
 */
export function actionKey(activity: Activity): string | null {
  if (!activity.timestamp) return null;
  const { type, name, conversation, from, timestamp, text, value } = activity;
  return sha256(
    JSON.stringify([type, name, conversation.id, from.id, timestamp, text ?? null, value ?? null]),
  );
}

/**
 * Sorts messages as they were written: the timestamp in UTC to seven digits of a second, then the message id, which
 * is a clock of Teams' own. Always 49 characters.
 */
export function orderKey(sentAt: string, activityId: string): string {
  const fraction = /\.(\d+)/.exec(sentAt)?.[1] ?? '';
  const second = new Date(sentAt).toISOString().slice(0, 19);
  return `${second}.${fraction.slice(0, 7).padEnd(7, '0')}Z-${activityId.slice(-20).padStart(20, '0')}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
