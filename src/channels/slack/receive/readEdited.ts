import type { InboundOf } from '../../../conversation/model/inbound';
import { changedBodySchema, teamOf } from './eventBody';
import { isDirect, slackAccount, slackLocation } from './place';
import { mentions, readText } from './readText';
import { isoFromSlackTime } from './slackTime';

/**
 * A person's message edited. Slack reports link previews and other changes of its own in the same way, without an
 * `edited` mark: those are not the person's, and give null.
 */
export function readEdited(body: unknown, botUserId: string | null): InboundOf<'edited'> | null {
  const parsed = changedBodySchema.safeParse(body);
  if (!parsed.success) return null;
  const { event, team_id: team } = parsed.data;
  const { message, previous_message: before } = event;
  if (message.bot_id || message.user === botUserId || message.subtype === 'tombstone') return null;
  if (!message.edited || message.edited.ts === before?.edited?.ts) return null;
  const aboutTheBot =
    isDirect(event.channel) ||
    (botUserId !== null && (mentions(message.text, botUserId) || mentions(before?.text ?? '', botUserId)));
  if (!aboutTheBot) return null;
  return {
    kind: 'edited',
    account: slackAccount(teamOf(message, team), message.user),
    location: slackLocation(event.channel),
    eventKey: `edit:${team}:${event.channel}:${message.ts}:${message.edited.ts}`,
    messageKey: `${team}:${event.channel}:${message.ts}`,
    actionKey: null,
    orderKey: message.edited.ts,
    sentAt: isoFromSlackTime(message.edited.ts),
    text: readText(message.text, botUserId),
    canOpenForm: false,
    answersWithCard: false,
  };
}
