import type { App } from '@slack/bolt';
import type { InboundOf } from '../../../conversation/model/inbound';
import { renderNote } from '../render/renderNote';
import { wording } from '../wording';
import { giveAnswer } from './giveAnswer';
import { commandBodySchema } from './interactionBody';
import { isDirect, ownChat, slackAccount, slackLocation } from './place';
import { readText } from './readText';
import type { Here } from './slackContext';
import { isoFromSlackTime, slackTimeFrom } from './slackTime';
import { answerOrWhyNot } from './tryToRespond';

/** The slash command, as the manifest names it. */
export const commandName = '/rollcall';

/** `/rollcall …`: answered in the request itself, which only the person sees. */
export function receiveCommands(app: App, here: Here): void {
  app.command(/.*/, async ({ ack, body }) => {
    const context = here(body);
    const command = readCommand(body, context.clock());
    if (command === null) return ack();
    const { inbound, trigger } = command;
    const { message, openForm } = await answerOrWhyNot(context, inbound, wording.sendCommandAgain);
    await ack(message === undefined ? undefined : { response_type: 'ephemeral', ...renderNote(message) });
    if (openForm === undefined) return;
    await giveAnswer(context, { user: inbound.account.userId, channel: null, trigger }, { openForm });
  });
}

/** Null for another app's command. Slack gives a command no time: the order is that of arriving. */
export function readCommand(
  body: unknown,
  now: Date,
): { readonly inbound: InboundOf<'command'>; readonly trigger: string } | null {
  const parsed = commandBodySchema.safeParse(body);
  if (!parsed.success || parsed.data.command !== commandName) return null;
  const { team_id: team, user_id: user, channel_id: channel, text, trigger_id: trigger } = parsed.data;
  const at = slackTimeFrom(now);
  const inbound: InboundOf<'command'> = {
    kind: 'command',
    account: slackAccount(team, user),
    location: isDirect(channel) ? ownChat(user) : slackLocation(channel),
    eventKey: `command:${team}:${trigger}`,
    actionKey: null,
    orderKey: at,
    sentAt: isoFromSlackTime(at),
    text: readText(text, null),
    canOpenForm: true,
    answersWithCard: false,
  };
  return { inbound, trigger };
}
