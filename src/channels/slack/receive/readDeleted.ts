import type { InboundOf } from '../../../conversation/model/inbound';
import { changedBodySchema, deletedBodySchema, teamOf, type Written } from './eventBody';
import { isDirect, slackAccount, slackLocation } from './place';
import { mentions } from './readText';
import { isoFromSlackTime } from './slackTime';

/**
 * A person's message deleted. One that has answers in a thread is not removed but changed into a "tombstone"; that
 * counts as deleted too.
 */
export function readDeleted(body: unknown, botUserId: string | null): InboundOf<'deleted'> | null {
  const found = plainDeletion(body) ?? tombstone(body);
  if (found === null) return null;
  const { before, channel, team, ts } = found;
  if (before.bot_id || before.user === botUserId) return null;
  const wasToTheBot = isDirect(channel) || (botUserId !== null && mentions(before.text, botUserId));
  if (!wasToTheBot) return null;
  return {
    kind: 'deleted',
    account: slackAccount(teamOf(before, team), before.user),
    location: slackLocation(channel),
    eventKey: `deleted:${team}:${channel}:${before.ts}`,
    messageKey: `${team}:${channel}:${before.ts}`,
    actionKey: null,
    orderKey: ts,
    sentAt: isoFromSlackTime(ts),
    canOpenForm: false,
    answersWithCard: false,
  };
}

interface Deletion {
  readonly before: Written;
  readonly channel: string;
  readonly team: string;
  readonly ts: string;
}

function plainDeletion(body: unknown): Deletion | null {
  const parsed = deletedBodySchema.safeParse(body);
  if (!parsed.success) return null;
  const { event, team_id: team } = parsed.data;
  const before = { ...event.previous_message, ts: event.deleted_ts };
  return { before, channel: event.channel, team, ts: event.event_ts ?? event.ts ?? before.ts };
}

function tombstone(body: unknown): Deletion | null {
  const parsed = changedBodySchema.safeParse(body);
  if (!parsed.success || parsed.data.event.message.subtype !== 'tombstone') return null;
  const { event, team_id: team } = parsed.data;
  const { message, previous_message: before } = event;
  // The tombstone itself is signed by Slack's own bot: who wrote it stands in what was there before.
  const writer = before?.user;
  if (writer === undefined) return null;
  const written = { ...message, ...before, user: writer, ts: message.ts, text: before?.text ?? '' };
  return { before: written, channel: event.channel, team, ts: event.event_ts ?? message.ts };
}
