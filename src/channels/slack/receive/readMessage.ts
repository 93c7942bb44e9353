import type { InboundOf } from '../../../conversation/model/inbound';
import { teamOf, writtenBodySchema } from './eventBody';
import { isDirect, slackAccount, slackLocation } from './place';
import { mentions, readText } from './readText';
import { isoFromSlackTime } from './slackTime';

/** What a person writes, among the kinds of message Slack sends: plain, with files, also shown in the channel, /me. */
const personsSubtypes: readonly (string | null | undefined)[] = [
  undefined,
  null,
  'file_share',
  'thread_broadcast',
  'me_message',
];

/**
 * A person's message to the bot: anything in the private chat, a mention in a channel. A mention arrives as
 * `app_mention` and as `message`; both get one key. Null for everything else.
 */
export function readMessage(body: unknown, botUserId: string | null): InboundOf<'message'> | null {
  const parsed = writtenBodySchema.safeParse(body);
  if (!parsed.success) return null;
  const { event, team_id: team } = parsed.data;
  if (event.bot_id || event.user === botUserId) return null;
  if (!personsSubtypes.includes(event.subtype)) return null;
  const toTheBot =
    isDirect(event.channel) ||
    event.type === 'app_mention' ||
    (botUserId !== null && mentions(event.text, botUserId));
  if (!toTheBot) return null;
  return {
    kind: 'message',
    account: slackAccount(teamOf(event, team), event.user),
    location: slackLocation(event.channel),
    eventKey: `msg:${team}:${event.channel}:${event.ts}`,
    messageKey: `${team}:${event.channel}:${event.ts}`,
    actionKey: null,
    orderKey: event.ts,
    sentAt: isoFromSlackTime(event.ts),
    text: readText(event.text, botUserId),
    canOpenForm: false,
    answersWithCard: false,
    ...(isDirect(event.channel) ? { reference: { im: event.channel } } : {}),
  };
}
