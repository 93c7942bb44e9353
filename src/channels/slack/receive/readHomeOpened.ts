import type { InboundOf } from '../../../conversation/model/inbound';
import { homeOpenedBodySchema } from './eventBody';
import { ownChat, slackAccount } from './place';
import { isoFromSlackTime } from './slackTime';

/** The person looked at the bot's Home tab. Looking at its messages tab is not reported as anything. */
export function readHomeOpened(body: unknown): InboundOf<'opened'> | null {
  const parsed = homeOpenedBodySchema.safeParse(body);
  if (!parsed.success) return null;
  const { event, team_id: team } = parsed.data;
  if (event.tab !== undefined && event.tab !== null && event.tab !== 'home') return null;
  return {
    kind: 'opened',
    account: slackAccount(team, event.user),
    location: ownChat(event.user),
    eventKey: `home:${team}:${event.user}:${event.event_ts}`,
    actionKey: null,
    orderKey: event.event_ts,
    sentAt: isoFromSlackTime(event.event_ts),
    canOpenForm: false,
    answersWithCard: false,
  };
}
