import type { Router } from 'express';
import type { Logger } from 'pino';
import { createPracticeChannel } from '../channels/practice/createPracticeChannel';
import { createPracticeStore } from '../channels/practice/createPracticeStore';
import { createSlackChannel, type SlackSettings } from '../channels/slack/createSlackChannel';
import { inlinePictures } from '../channels/slack/render/picture';
import { renderCard as renderForSlack } from '../channels/slack/render/renderCard';
import { createTeamsChannel } from '../channels/teams/createTeamsChannel';
import type { Config, SlackConfig } from '../config';
import type { ConversationPort, VerifiedEmailOf } from '../conversation/model/conversationPort';
import type { Sender } from '../conversation/model/delivery';
import type { PlatformName } from '../conversation/model/inbound';
import type { PrismaClient } from '../data/generated/client';

/** A platform, as the service sees it. */
export interface Channel {
  readonly router: Router;
  readonly sender: Sender;
  readonly verifiedEmail: VerifiedEmailOf;
  start?(): Promise<void>;
  /** Takes nothing new, and resolves when what came in is answered. */
  stop(): Promise<void> | void;
}

export type Channels = Partial<Record<PlatformName, Channel>>;

/** The configured channels. */
export function connectChannels(input: {
  config: Config;
  clock: () => Date;
  log: Logger;
  port: ConversationPort;
  listenedPort: number;
  prisma: PrismaClient;
  teamsAuthOverrides?: Readonly<Record<string, string>>;
}): Channels {
  const { config, clock, log, port } = input;
  return {
    ...(config.mode === 'practice' && {
      practice: createPracticeChannel({
        port,
        store: createPracticeStore({ prisma: input.prisma }),
        renderForSlack: (card) => renderForSlack(card, inlinePictures),
        log,
        clock,
        host: { port: input.listenedPort },
      }),
    }),
    ...(config.slack && {
      slack: createSlackChannel({ port, settings: slackSettings(config.slack, input.prisma), log, clock }),
    }),
    ...(config.teams && {
      teams: createTeamsChannel({
        port,
        settings: {
          ...config.teams,
          ...(input.teamsAuthOverrides && { authOverrides: input.teamsAuthOverrides }),
        },
        log,
        clock,
      }),
    }),
  };
}

/** Where workspaces install the app themselves, their installations are kept in the database. */
function slackSettings(slack: SlackConfig, prisma: PrismaClient): SlackSettings {
  return 'install' in slack ? { ...slack, install: { ...slack.install, prisma } } : slack;
}
