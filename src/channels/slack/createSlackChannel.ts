import { App, type Receiver } from '@slack/bolt';
import express, { type Router } from 'express';
import type { Logger } from 'pino';
import type { ConversationPort, VerifiedEmailOf } from '../../conversation/model/conversationPort';
import type { Sender } from '../../conversation/model/delivery';
import { boltLogger } from './boltLogger';
import { botUserFinder } from './botUser';
import { httpReceiver } from './httpReceiver';
import { receiveCommands } from './receive/receiveCommands';
import { receiveEvents } from './receive/receiveEvents';
import { receivePresses } from './receive/receivePresses';
import { receiveShortcuts } from './receive/receiveShortcuts';
import { receiveSubmits } from './receive/receiveSubmits';
import { receiveSuggestions } from './receive/receiveSuggestions';
import type { SlackContext } from './receive/slackContext';
import { createSender } from './send/createSender';
import { createPictures } from './send/pictures';
import { answerTimeout, clientOptions, deliveryTimeout, slackClient } from './slackClient';
import { socketReceiver } from './socketReceiver';
import { verifiedEmailOf } from './verifiedEmail';

/** Slack's credentials. With an app token everything comes through Socket Mode, else over HTTP. */
export interface SlackSettings {
  readonly botToken: string;
  readonly signingSecret?: string | undefined;
  readonly appToken?: string | undefined;
  /** Another address of the Web API, as `https://slack.com/api/` is. */
  readonly apiUrl?: string | undefined;
}

export interface SlackChannel {
  /** Serves `POST /slack/events`; empty in Socket Mode. Mount at the root, before anything that reads bodies. */
  readonly router: Router;
  readonly sender: Sender;
  readonly verifiedEmail: VerifiedEmailOf;
  /** Connects (Socket Mode), or does nothing: over HTTP the router is ready at once. */
  start(): Promise<void>;
  /** Takes nothing new (Socket Mode) and waits for what is being answered. */
  stop(): Promise<void>;
}

/**
 * Rollcall on Slack: receives through Bolt, answers through the port, sends what the outbox gives.
 * @throws where there is neither a signing secret nor an app token.
 */
export function createSlackChannel(input: {
  readonly port: ConversationPort;
  readonly settings: SlackSettings;
  readonly log: Logger;
  readonly clock: () => Date;
}): SlackChannel {
  const { port, settings, log, clock } = input;
  const client = slackClient(settings, deliveryTimeout);
  const answering = slackClient(settings, answerTimeout);
  const { receiver, router } = createReceiver(input);
  const app = new App({
    receiver,
    authorize: async ({ teamId }) => ({ botToken: settings.botToken, ...(teamId ? { teamId } : {}) }),
    logger: boltLogger(log),
    clientOptions: clientOptions(settings.apiUrl, answerTimeout),
    // Every listener leaves the bot's own messages out itself, and keeps nothing between events.
    ignoreSelf: false,
    convoStore: false,
  });
  app.error(async (error) => {
    throw error;
  });
  const context: SlackContext = { port, log, clock, client: answering, botUserOf: botUserFinder(answering) };
  for (const receive of [
    receiveEvents,
    receivePresses,
    receiveSubmits,
    receiveCommands,
    receiveShortcuts,
    receiveSuggestions,
  ]) {
    receive(app, context);
  }
  return {
    router,
    sender: createSender({
      client,
      pictures: createPictures({ client: answering, log, clock }),
      log,
      clock,
    }),
    verifiedEmail: verifiedEmailOf(answering, log),
    start: async () => {
      await app.start();
    },
    stop: async () => {
      await app.stop();
    },
  };
}

function createReceiver(input: {
  readonly settings: SlackSettings;
  readonly log: Logger;
  readonly clock: () => Date;
}): { receiver: Receiver; router: Router } {
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
