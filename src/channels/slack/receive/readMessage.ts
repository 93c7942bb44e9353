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
  const said = readPost(body, botUserId);
  return said?.toTheBot ? { kind: 'message', ...said.post } : null;
}

/** A person's post in a channel that the bot may read, without a mention of it. Null for everything else. */
export function readOverheard(body: unknown, botUserId: string | null): InboundOf<'overheard'> | null {
  const said = readPost(body, botUserId);
  // Without knowing who the bot is, a mention can't be told from another post.
  return said === null || said.toTheBot || botUserId === null
    ? null
    : { kind: 'overheard', ...said.post, eventKey: `heard:${said.post.messageKey}` };
}

type Post = Omit<InboundOf<'message'>, 'kind'>;

function readPost(body: unknown, botUserId: string | null): { toTheBot: boolean; post: Post } | null {
  const parsed = writtenBodySchema.safeParse(body);
  if (!parsed.success) return null;
  const { event, team_id: team } = parsed.data;
  if (event.bot_id || event.user === botUserId) return null;
  if (!personsSubtypes.includes(event.subtype)) return null;
  const toTheBot =
    isDirect(event.channel) ||
    event.type === 'app_mention' ||
    (botUserId !== null && mentions(event.text, botUserId));
  const post: Post = {
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
  return { toTheBot, post };
}
