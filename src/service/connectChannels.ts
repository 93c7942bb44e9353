import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Config, SlackConfig, TeamsConfig } from '../config';
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

interface Connecting {
  readonly config: Config;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly port: ConversationPort;
  readonly listenedPort: number;
  readonly prisma: PrismaClient;
  readonly teamsAuthOverrides?: Readonly<Record<string, string>>;
}

/**
 * The configured channels. Only their code is loaded: a platform's libraries are a third of the start and the memory.
 */
export function connectChannels(input: Connecting): Channels {
  const { config } = input;
  return {
    ...(config.mode === 'practice' && { practice: practice(input) }),
    ...(config.slack && { slack: slack(input, config.slack) }),
    ...(config.teams && { teams: teams(input, config.teams) }),
  };
}

function practice({ clock, log, port, listenedPort, prisma }: Connecting): Channel {
  const {
    createPracticeChannel,
  }: typeof import('../channels/practice/createPracticeChannel') = require('../channels/practice/createPracticeChannel');
  const {
    createPracticeStore,
  }: typeof import('../channels/practice/createPracticeStore') = require('../channels/practice/createPracticeStore');
  const {
    renderCard,
  }: typeof import('../channels/slack/render/renderCard') = require('../channels/slack/render/renderCard');
  const {
    inlinePictures,
  }: typeof import('../channels/slack/render/picture') = require('../channels/slack/render/picture');
  return createPracticeChannel({
    port,
    store: createPracticeStore({ prisma }),
    renderForSlack: (card) => renderCard(card, inlinePictures),
    log,
    clock,
    host: { port: listenedPort },
  });
}

/** Where workspaces install the app themselves, their installations are kept in the database. */
function slack({ clock, log, port, prisma }: Connecting, config: SlackConfig): Channel {
  const {
    createSlackChannel,
  }: typeof import('../channels/slack/createSlackChannel') = require('../channels/slack/createSlackChannel');
  const settings = 'install' in config ? { ...config, install: { ...config.install, prisma } } : config;
  return createSlackChannel({ port, settings, log, clock });
}

function teams({ clock, log, port, teamsAuthOverrides }: Connecting, config: TeamsConfig): Channel {
  const {
    createTeamsChannel,
  }: typeof import('../channels/teams/createTeamsChannel') = require('../channels/teams/createTeamsChannel');
  const settings = { ...config, ...(teamsAuthOverrides && { authOverrides: teamsAuthOverrides }) };
  return createTeamsChannel({ port, settings, log, clock });
}
