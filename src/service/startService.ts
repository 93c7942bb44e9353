import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Logger } from 'pino';
import { createPracticeChannel } from '../channels/practice/createPracticeChannel';
import { createPracticeStore } from '../channels/practice/createPracticeStore';
import { createSlackChannel } from '../channels/slack/createSlackChannel';
import { renderCard as renderForSlack } from '../channels/slack/render/renderCard';
import { createTeamsChannel } from '../channels/teams/createTeamsChannel';
import type { Config } from '../config';
import { createConversation } from '../conversation/createConversation';
import type { ConversationPort } from '../conversation/model/conversationPort';
import type { Sender } from '../conversation/model/delivery';
import type { PlatformName } from '../conversation/model/inbound';
import { remindDrafts } from '../conversation/reminders/tellPeople';
import { sealAudit } from '../data/auditChain';
import { createOutbox } from '../jobs/createOutbox';
import type { Pace } from '../jobs/createPace';
import { createSchedules } from '../jobs/createSchedules';
import { openDatabase } from './openDatabase';

/** A running service. */
export interface Service {
  /** Where it listens, as `http://localhost:3978`. */
  readonly url: string;
  /** Resolves when everything that came in is handled and what it caused is sent. For tests and a graceful end. */
  settled(): Promise<void>;
  /** Takes nothing new, finishes what was begun, and lets go of everything. */
  stop(): Promise<void>;
}

interface Channel {
  readonly router: express.Router;
  readonly sender: Sender;
  readonly verifiedEmail: (account: {
    platform: PlatformName;
    tenant: string;
    userId: string;
  }) => Promise<string | null>;
  start?(): Promise<void>;
  stop(): Promise<void> | void;
}

/**
 * Puts the service together: database, conversation, channels, outbox, schedules, one HTTP server.
 * @throws ConfigError where the database is not of the configured kind
 */
export async function startService(input: {
  config: Config;
  clock: () => Date;
  log: Logger;
  /** Keys for tests that stand in for Microsoft's cloud. */
  teamsAuthOverrides?: Readonly<Record<string, string>>;
  paces?: Partial<Record<PlatformName, Pace>>;
  /** Whether to warm up before listening in earnest: for a service that runs long. */
  warm?: boolean;
}): Promise<Service> {
  const { config, clock, log } = input;
  const database = await openDatabase({ config, clock, log });
  const { prisma } = database;
  const channels: Partial<Record<PlatformName, Channel>> = {};
  // What a channel stores may be sent at once; the outbox is made after the channels it sends through.
  let nudgeOutbox = () => {};
  const conversation = createConversation({
    prisma,
    clock,
    log,
    verifiedEmailOf: async (account) => channels[account.platform]?.verifiedEmail(account) ?? null,
    outgoingStored: () => nudgeOutbox(),
    deliverAtOnce: async (platform, delivery) =>
      channels[platform]?.sender.deliver(delivery) ?? {
        kind: 'never',
        error: 'this platform is not connected',
        unreachable: false,
      },
  });
  const app = express();
  app.disable('x-powered-by');
  const server = createServer(app);
  let open = false;
  // The port is needed to make the channels; until they are there, a platform is asked to come again.
  app.use((_request, response, next) => {
    if (open) next();
    else response.status(503).end();
  });
  const port = await listen(server, config);
  Object.assign(channels, connect({ ...input, port: conversation, listenedPort: port, prisma }));
  const outbox = createOutbox({
    prisma,
    senders: Object.fromEntries(Object.entries(channels).map(([name, channel]) => [name, channel.sender])),
    clock,
    log,
    ...(input.paces && { paces: input.paces }),
  });
  nudgeOutbox = outbox.nudge;
  app.get('/health', (_request, response) => void response.json({ status: 'alive' }));
  app.get('/ready', async (_request, response) => {
    const ready = await prisma.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'the database does not answer' });
  });
  for (const channel of Object.values(channels)) app.use(channel.router);
  const schedules = await createSchedules({
    databaseUrl: database.url,
    conversation,
    log,
    sealAudit: async () => {
      await sealAudit(prisma, clock());
    },
    remindDrafts: async () => {
      if ((await remindDrafts({ prisma, now: clock(), log })) > 0) outbox.nudge();
    },
  });
  for (const channel of Object.values(channels)) await channel.start?.();
  if (input.warm) await conversation.prepare();
  await conversation.recover();
  open = true;
  log.info(
    { mode: config.mode, channels: Object.keys(channels), socketMode: config.slack?.appToken !== undefined },
    'ready',
  );
  return {
    url: `http://localhost:${port}`,
    settled: async () => {
      await conversation.idle();
      await outbox.idle();
    },
    stop: async () => {
      for (const channel of Object.values(channels)) await channel.stop();
      await close(server);
      await schedules.stop();
      await conversation.stop();
      await outbox.stop();
      await database.close();
    },
  };
}

function connect(input: {
  config: Config;
  clock: () => Date;
  log: Logger;
  port: ConversationPort;
  listenedPort: number;
  prisma: Parameters<typeof createPracticeStore>[0]['prisma'];
  teamsAuthOverrides?: Readonly<Record<string, string>>;
}): Partial<Record<PlatformName, Channel>> {
  const { config, clock, log, port } = input;
  return {
    ...(config.mode === 'practice' && {
      practice: createPracticeChannel({
        port,
        store: createPracticeStore({ prisma: input.prisma }),
        renderForSlack,
        log,
        clock,
        host: { port: input.listenedPort },
      }),
    }),
    ...(config.slack && { slack: createSlackChannel({ port, settings: config.slack, log, clock }) }),
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

function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
