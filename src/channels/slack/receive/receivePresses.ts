import type { App } from '@slack/bolt';
import type { InboundOf } from '../../../conversation/model/inbound';
import { wording } from '../wording';
import { giveAnswer } from './giveAnswer';
import { pressBodySchema, teamOfPerson } from './interactionBody';
import { ownChat, slackAccount, slackLocation } from './place';
import type { Here } from './slackContext';
import { isoFromSlackTime, slackTimeFrom, slackTimePattern } from './slackTime';
import { answerOrWhyNot } from './tryToRespond';

/**
 * Presses of buttons. Slack shows an error where the answer takes over three seconds, and never sends a press again:
 * a failure is told to the person at once.
 */
export function receivePresses(app: App, here: Here): void {
  app.action(/.*/, async ({ ack, body }) => {
    const context = here(body);
    const press = readPress(body, context.clock());
    if (press === null) return ack();
    const { inbound, channel, trigger } = press;
    const to = { user: inbound.account.userId, channel, trigger };
    const answer = await answerOrWhyNot(context, inbound, wording.pressAgain);
    await ack();
    return giveAnswer(context, to, answer);
  });
}

interface Press {
  readonly inbound: InboundOf<'press'>;
  readonly channel: string | null;
  readonly trigger: string;
}

/** Null for what is not a press of one of our buttons. */
export function readPress(body: unknown, now: Date): Press | null {
  const parsed = pressBodySchema.safeParse(body);
  if (!parsed.success) return null;
  const { user, trigger_id: trigger, actions, container, message } = parsed.data;
  const team = teamOfPerson(parsed.data);
  const [action] = actions;
  if (team === null || !action?.action_id.startsWith('press:') || !action.value) return null;
  const channel = parsed.data.channel?.id ?? container?.channel_id ?? null;
  const pressedAt = action.action_ts ?? '';
  const at = slackTimePattern.test(pressedAt) ? pressedAt : slackTimeFrom(now);
  const inbound: InboundOf<'press'> = {
    kind: 'press',
    account: slackAccount(team, user.id),
    location: channel === null ? ownChat(user.id) : slackLocation(channel),
    eventKey: `press:${team}:${trigger}`,
    actionKey: null,
    orderKey: at,
    sentAt: isoFromSlackTime(at),
    token: action.value,
    messageRef: container?.message_ts ?? message?.ts ?? null,
    canOpenForm: true,
    answersWithCard: false,
  };
  return { inbound, channel, trigger };
}
