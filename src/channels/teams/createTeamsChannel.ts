import type { Router } from 'express';
import type { Logger } from 'pino';
import type { ConversationPort, VerifiedEmailOf } from '../../conversation/model/conversationPort';
import type { Sender } from '../../conversation/model/delivery';
import { createBotFramework } from './botFramework';
import { createPeople } from './people';
import { teamsRouter } from './receive/router';
import { createConnector } from './send/connector';
import { createSender } from './send/createSender';
import type { TeamsSettings } from './settings';
import { createVerifiedEmail } from './verifiedEmail';

/** Microsoft Teams: a way in, a way out, and what its directory knows of an account. */
export interface TeamsChannel {
  /** `POST /api/messages`. It reads its own bodies: mount it before any other body parser. */
  readonly router: Router;
  readonly sender: Sender;
  readonly verifiedEmail: VerifiedEmailOf;
  /** Nothing is kept open between requests; here so that every channel stops alike. */
  stop(): Promise<void>;
}

/**
 * The Teams channel. Throws where it could not tell who is asking: no app id, and not `anonymous`.
 *
 * @param input.clock the time now; used where an activity carries none.
 */
export function createTeamsChannel(input: {
  port: ConversationPort;
  settings: TeamsSettings;
  log: Logger;
  clock: () => Date;
}): TeamsChannel {
  const { port, settings, log, clock } = input;
  if (!settings.anonymous && settings.appId === '') {
    throw new Error('MicrosoftAppId is missing: without it anybody could write to Rollcall as anybody.');
  }
  if (settings.anonymous && settings.appId !== '') {
    throw new Error('TEAMS_ANONYMOUS=local is for practising only: take it away, or MicrosoftAppId.');
  }
  const bot = createBotFramework(settings);
  const connector = createConnector({ bot, anonymous: settings.anonymous });
  const people = createPeople();
  return {
    router: teamsRouter({ port, settings, bot, connector, people, log, clock }),
    sender: createSender({ connector, people, settings }),
    verifiedEmail: createVerifiedEmail({ connector, people }),
    stop: async () => {},
  };
}
