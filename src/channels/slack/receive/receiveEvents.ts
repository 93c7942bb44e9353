import type { App } from '@slack/bolt';
import { readDeleted } from './readDeleted';
import { readEdited } from './readEdited';
import { readHomeOpened } from './readHomeOpened';
import { readMessage, readOverheard } from './readMessage';
import type { Here } from './slackContext';

/**
 * What Slack reports by itself: messages, mentions, edits, deletions, Home opened. Each is stored before the answer
 * leaves; where that fails the error goes up, the answer is 503, and Slack sends the event again. Repeated deliveries
 * are passed on like any other: the inbox knows them by their key.
 */
export function receiveEvents(app: App, here: Here): void {
  const receiveWritten = async ({ body }: { body: object }) => {
    const context = here(body);
    const botUserId = await context.botUserOf(body);
    const inbound =
      readMessage(body, botUserId) ??
      readOverheard(body, botUserId) ??
      readEdited(body, botUserId) ??
      readDeleted(body, botUserId);
    if (inbound !== null) await context.port.receive(inbound);
  };
  app.event('message', receiveWritten);
  app.event('app_mention', receiveWritten);
  app.event('app_home_opened', async ({ body }: { body: object }) => {
    const inbound = readHomeOpened(body);
    if (inbound !== null) await here(body).port.receive(inbound);
  });
}

/** The events subscribed to in the manifest; `message` comes as one kind for each sort of conversation. */
export const subscribedEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.channels',
  'message.groups',
  'message.im',
  'tokens_revoked',
] as const;
