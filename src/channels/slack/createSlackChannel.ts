import { App, type Receiver } from '@slack/bolt';
import express, { type Router } from 'express';
import type { Logger } from 'pino';
import type { ConversationPort, VerifiedEmailOf } from '../../conversation/model/conversationPort';
import type { Sender } from '../../conversation/model/delivery';
import { boltLogger } from './boltLogger';
import { httpReceiver } from './httpReceiver';
import { installRouter } from './install/installRouter';
import type { InstallSettings } from './install/installSettings';
import { receiveCommands } from './receive/receiveCommands';
import { receiveEvents } from './receive/receiveEvents';
import { receivePresses } from './receive/receivePresses';
import { receiveRevocations } from './receive/receiveRevocations';
import { receiveShortcuts } from './receive/receiveShortcuts';
import { receiveSubmits } from './receive/receiveSubmits';
import { receiveSuggestions } from './receive/receiveSuggestions';
import { answerTimeout, clientOptions } from './slackClient';
import { socketReceiver } from './socketReceiver';
import { createDesk } from './workspaces/desk';
import { sendThrough, verifiedEmailThrough } from './workspaces/sendThrough';
import { createOnlyWorkspace } from './workspaces/workspace';
import { installedWorkspaces, onlyWorkspace, type Workspaces } from './workspaces/workspaces';

/**
 * Slack's credentials: the bot's token in one workspace, or what lets several install the app. With an app token
 * everything comes through Socket Mode, else over HTTP.
 */
export type SlackSettings = {
  readonly signingSecret?: string | undefined;
  readonly appToken?: string | undefined;
  /** Another address of the Web API, as `https://slack.com/api/` is. */
  readonly apiUrl?: string | undefined;
} & ({ readonly botToken: string } | { readonly install: InstallSettings });

export interface SlackChannel {
  /**
   * Serves `POST /slack/events` (not in Socket Mode), and the pages of an installation where several workspaces may
   * install. Mount at the root, before anything that reads bodies.
   */
  readonly router: Router;
  readonly sender: Sender;
  readonly verifiedEmail: VerifiedEmailOf;
  /** Connects (Socket Mode), or does nothing: over HTTP the router is ready at once. */
  start(): Promise<void>;
  /** Takes nothing new (Socket Mode) and waits for what is being answered. */
  stop(): Promise<void>;
}

interface Input {
  readonly port: ConversationPort;
  readonly settings: SlackSettings;
  readonly log: Logger;
  readonly clock: () => Date;
}

/**
 * Rollcall on Slack: receives through Bolt, answers through the port, sends what the outbox gives.
 * @throws where there is neither a signing secret nor an app token.
 */
export function createSlackChannel(input: Input): SlackChannel {
  const { settings, log, clock } = input;
  const workspaces = createWorkspaces(input);
  const desk = createDesk({ workspaces, log, clock });
  const { receiver, router } = createReceiver(input);
  const app = new App({
    receiver,
    authorize: desk.authorize,
    logger: boltLogger(log),
    clientOptions: clientOptions(settings.apiUrl, answerTimeout),
    // Every listener leaves the bot's own messages out itself, and keeps nothing between events.
    ignoreSelf: false,
    convoStore: false,
  });
  app.error(async (error) => {
    throw error;
  });
  desk.guard(app);
  for (const receive of [
    receiveEvents,
    receivePresses,
    receiveSubmits,
    receiveCommands,
    receiveShortcuts,
    receiveSuggestions,
  ]) {
    receive(app, desk.here);
  }
  if ('install' in settings) {
    receiveRevocations(app, { prisma: settings.install.prisma, clock, log });
    router.use(installRouter({ ...settings.install, apiUrl: settings.apiUrl, log, clock }));
  }
  return {
    router,
    sender: sendThrough(workspaces),
    verifiedEmail: verifiedEmailThrough(workspaces),
    start: async () => {
      await app.start();
    },
    stop: async () => {
      await app.stop();
      desk.close();
    },
  };
}

function createWorkspaces({ port, settings, log, clock }: Input): Workspaces {
  const parts = { port, log, clock, apiUrl: settings.apiUrl };
  return 'botToken' in settings
    ? onlyWorkspace(createOnlyWorkspace({ ...parts, botToken: settings.botToken }))
    : installedWorkspaces({ ...parts, ...settings.install });
}

function createReceiver(input: Pick<Input, 'settings' | 'log' | 'clock'>): {
  receiver: Receiver;
  router: Router;
} {
  const { settings, log, clock } = input;
  const { appToken, apiUrl, signingSecret } = settings;
  if (appToken) {
    return {
      receiver: socketReceiver({ appToken, apiUrl, logger: boltLogger(log) }),
      router: express.Router(),
    };
  }
  if (!signingSecret) throw new Error('Slack needs SLACK_SIGNING_SECRET, or SLACK_APP_TOKEN for Socket Mode');
  const receiver = httpReceiver({ signingSecret, clock, log });
  return { receiver, router: receiver.router };
}
