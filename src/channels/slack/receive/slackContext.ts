import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ConversationPort } from '../../../conversation/model/conversationPort';

/** What a listener needs to answer a body: that of the workspace it came from. */
export type Here = (body: object) => SlackContext;

/** What every listener needs, for one workspace. */
export interface SlackContext {
  readonly port: ConversationPort;
  readonly log: Logger;
  readonly clock: () => Date;
  /** For what answers a press or command; gives up within three seconds, as the trigger does. */
  readonly client: WebClient;
  /** The bot's own user in the workspace a body came from; null where Slack could not be asked. */
  readonly botUserOf: (body: unknown) => Promise<string | null>;
}
