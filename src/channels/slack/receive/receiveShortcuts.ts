import type { App } from '@slack/bolt';
import type { InboundOf } from '../../../conversation/model/inbound';
import { wording } from '../wording';
import { giveAnswer } from './giveAnswer';
import { shortcutBodySchema, teamOfPerson } from './interactionBody';
import { ownChat, slackAccount } from './place';
import type { Here } from './slackContext';
import { isoFromSlackTime, slackTimeFrom, slackTimePattern } from './slackTime';
import { answerOrWhyNot } from './tryToRespond';

/** The global shortcut, as the manifest names it. */
export const shortcutCallbackId = 'log_encounter';

/** "Log an encounter" from Slack's search or plus menu: the same as the command `form`. */
export function receiveShortcuts(app: App, here: Here): void {
  app.shortcut(/.*/, async ({ ack, body }) => {
    const context = here(body);
    const shortcut = readShortcut(body, context.clock());
    if (shortcut === null) return ack();
    const { inbound, trigger } = shortcut;
    const to = { user: inbound.account.userId, channel: null, trigger };
    const answer = await answerOrWhyNot(context, inbound, wording.pressAgain);
    await ack();
    return giveAnswer(context, to, answer);
  });
}

/** Null for a shortcut that is not ours. */
export function readShortcut(
  body: unknown,
  now: Date,
): { readonly inbound: InboundOf<'command'>; readonly trigger: string } | null {
  const parsed = shortcutBodySchema.safeParse(body);
  if (!parsed.success || parsed.data.callback_id !== shortcutCallbackId) return null;
  const { user, trigger_id: trigger, action_ts: pressedAt } = parsed.data;
  const team = teamOfPerson(parsed.data);
  if (team === null) return null;
  const at = slackTimePattern.test(pressedAt ?? '') ? (pressedAt ?? '') : slackTimeFrom(now);
  const inbound: InboundOf<'command'> = {
    kind: 'command',
    account: slackAccount(team, user.id),
    location: ownChat(user.id),
    eventKey: `shortcut:${team}:${trigger}`,
    actionKey: null,
    orderKey: at,
    sentAt: isoFromSlackTime(at),
    text: 'form',
    canOpenForm: true,
    answersWithCard: false,
  };
  return { inbound, trigger };
}
