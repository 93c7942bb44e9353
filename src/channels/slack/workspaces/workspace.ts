import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ConversationPort, VerifiedEmailOf } from '../../../conversation/model/conversationPort';
import type { Sender } from '../../../conversation/model/delivery';
import { type BotUserFinder, botUserFinder } from '../botUser';
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
  const client = slackClient(input, answerTimeout);
  return workspaceOf(input, client, botUserFinder(client));
}

/** One of several workspaces, which its installation has told of. */
export function createWorkspace(
  input: WorkspaceParts & { readonly botToken: string; readonly team: string; readonly botUserId: string },
): Workspace {
  const { team, botUserId } = input;
  const self = { botUserOf: async () => botUserId, ownTeam: async () => team };
  return workspaceOf({ ...input, port: servedBy(input.port, team) }, slackClient(input, answerTimeout), self);
}

function workspaceOf(
  input: WorkspaceParts & { readonly botToken: string },
  client: WebClient,
  self: BotUserFinder,
): Workspace {
  const { port, log, clock, botToken } = input;
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
