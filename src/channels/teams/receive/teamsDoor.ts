import type { Logger } from 'pino';
import type { ConversationPort } from '../../../conversation/model/conversationPort';
import type { BotFramework } from '../botFramework';
import type { People } from '../people';
import type { Connector } from '../send/connector';
import type { TeamsSettings } from '../settings';

/** What the endpoint stands on. */
export interface TeamsDoor {
  readonly port: ConversationPort;
  readonly settings: TeamsSettings;
  readonly bot: BotFramework;
  readonly connector: Connector;
  readonly people: People;
  readonly log: Logger;
  readonly clock: () => Date;
}
