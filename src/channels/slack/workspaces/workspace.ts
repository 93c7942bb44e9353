import type { Logger } from 'pino';
import type { ConversationPort, VerifiedEmailOf } from '../../../conversation/model/conversationPort';
import type { Sender } from '../../../conversation/model/delivery';
import { botUserFinder } from '../botUser';
import type { SlackContext } from '../receive/slackContext';
import { createSender } from '../send/createSender';
import { createPictures } from '../send/pictures';
import { answerTimeout, deliveryTimeout, slackClient } from '../slackClient';
import { verifiedEmailOf } from '../verifiedEmail';
import { servedBy } from './servedBy';

/** A workspace the bot serves: what its listeners need, and its way out. */
export interface Workspace {
  readonly botToken: string;
  readonly context: SlackContext;
  readonly sender: Sender;
  readonly verifiedEmail: VerifiedEmailOf;
}

/** What every workspace is made with. */
export interface WorkspaceParts {
  readonly port: ConversationPort;
  readonly apiUrl: string | undefined;
  readonly log: Logger;
  readonly clock: () => Date;
}

/** The workspace that a bot token belongs to, where that is the only one. Slack is asked which it is, when needed. */
export function createOnlyWorkspace(input: WorkspaceParts & { readonly botToken: string }): Workspace {
  const { port, log, clock, botToken } = input;
  const client = slackClient(input, answerTimeout);
  const self = botUserFinder(client);
  return {
    botToken,
    context: { port, log, clock, client, botUserOf: self.botUserOf },
    sender: createSender({
      client: slackClient(input, deliveryTimeout),
      pictures: createPictures({ client, log, clock }),
      log,
      clock,
    }),
    verifiedEmail: verifiedEmailOf({ client, log, ownTeam: self.ownTeam }),
  };
}

/** One of several workspaces, which its installation has told of. */
export function createWorkspace(
  input: WorkspaceParts & { readonly botToken: string; readonly team: string; readonly botUserId: string },
): Workspace {
  const { log, clock, botToken, team, botUserId } = input;
  const client = slackClient(input, answerTimeout);
  return {
    botToken,
    context: { port: servedBy(input.port, team), log, clock, client, botUserOf: async () => botUserId },
    sender: createSender({
      client: slackClient(input, deliveryTimeout),
      pictures: createPictures({ client, log, clock }),
      log,
      clock,
    }),
    verifiedEmail: verifiedEmailOf({ client, log, ownTeam: async () => team }),
  };
}
