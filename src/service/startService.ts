import type { Logger } from 'pino';
import type { Config } from '../config';
import { createConversation } from '../conversation/createConversation';
import type { PlatformName } from '../conversation/model/inbound';
import { askHandOvers } from '../conversation/reminders/askHandOvers';
import { remindDrafts } from '../conversation/reminders/tellPeople';
import { sealAudit } from '../data/auditChain';
import { createOutbox } from '../jobs/createOutbox';
import type { Pace } from '../jobs/createPace';
import { createSchedules } from '../jobs/createSchedules';
import { type Channels, connectChannels } from './connectChannels';
import { createGate, type Gate } from './createGate';
import { createMetrics, type Metrics } from './createMetrics';
import { type HttpServer, listen } from './httpServer';
import { metricsRoute } from './metricsRoute';
import { type OpenDatabase, openDatabase } from './openDatabase';
import { statusRoutes } from './statusRoutes';
import { stopInOrder } from './stopInOrder';

/** A running service. */
export interface Service {
  /** Where it listens, as `http://localhost:3978`. */
  readonly url: string;
  /** Resolves when everything that came in is handled and what it caused is sent. For tests. */
  settled(): Promise<void>;
  /**
   * Takes nothing new, finishes what was begun, and lets go of everything; what hangs is left after some seconds.
   * Resolves within nine seconds, and never rejects. Nothing is lost: what is not finished waits in the database.
   */
  stop(): Promise<void>;
}

/** What the service is made from. */
export interface ServiceInput {
  config: Config;
  clock: () => Date;
  log: Logger;
  /** Keys for tests that stand in for Microsoft's cloud. */
  teamsAuthOverrides?: Readonly<Record<string, string>>;
  paces?: Partial<Record<PlatformName, Pace>>;
  /** Whether to do what is due each minute; not where a test does it at a moment of its own. */
  everyMinute?: boolean;
  /** Whether to warm up before listening in earnest: for a service that runs long. */
  warm?: boolean;
}

/**
 * Puts the service together: one HTTP server, database, conversation, channels, outbox, schedules. It listens at once,
 * so that it can say how it is; until everything is there, platforms are asked to come again.
 * @throws ConfigError where the database is not of the configured kind
 */
export async function startService(input: ServiceInput): Promise<Service> {
  const { config, clock, log } = input;
  const gate = createGate();
  const metrics = createMetrics();
  const status = statusRoutes(gate.phase);
  const measured = metricsRoute({ metrics, token: config.metricsToken });
  const http = await listen(config);
  http.app.use(status.router, measured.router, gate.handler);
  try {
    const waiting = () => gate.becomes('unmigrated');
    const database = await openDatabase({ config, clock, log, waiting });
    status.watch(database.prisma);
    measured.watch(database.prisma);
    try {
      return await assemble({ ...input, gate, metrics, http, database });
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    void http.close();
    http.breakConnections();
    throw error;
  }
}

async function assemble(
  input: ServiceInput & { gate: Gate; metrics: Metrics; http: HttpServer; database: OpenDatabase },
): Promise<Service> {
  const { config, clock, log, gate, metrics, http, database } = input;
  const { prisma } = database;
  const { meter } = metrics;
  const channels: Channels = {};
  // What a channel stores may be sent at once; the outbox is made after the channels it sends through.
  let nudgeOutbox = () => {};
  const conversation = createConversation({
    prisma,
    clock,
    log,
    meter,
    verifiedEmailOf: async (account) => channels[account.platform]?.verifiedEmail(account) ?? null,
    outgoingStored: () => nudgeOutbox(),
    deliverAtOnce: async (platform, delivery) =>
      channels[platform]?.sender.deliver(delivery) ?? {
        kind: 'never',
        error: 'this platform is not connected',
        unreachable: false,
      },
  });
  Object.assign(channels, connectChannels({ ...input, port: conversation, listenedPort: http.port, prisma }));
  const outbox = createOutbox({
    prisma,
    senders: Object.fromEntries(Object.entries(channels).map(([name, channel]) => [name, channel.sender])),
    clock,
    log,
    meter,
    ...(input.paces && { paces: input.paces }),
  });
  nudgeOutbox = outbox.nudge;
  for (const channel of Object.values(channels)) http.app.use(channel.router);
  const schedules = await createSchedules({
    databaseUrl: database.url,
    conversation,
    log,
    sealAudit: async () => {
      await sealAudit(prisma, clock());
    },
    everyMinute: async () => {
      if (input.everyMinute === false) return;
      const due = { prisma, now: clock(), log };
      // A child on the way comes first, and neither waits for the other to go well.
      try {
        if ((await askHandOvers(due)) > 0) outbox.nudge();
      } finally {
        if ((await remindDrafts(due)) > 0) outbox.nudge();
      }
    },
  });
  for (const channel of Object.values(channels)) await channel.start?.();
  if (input.warm) await conversation.prepare();
  await conversation.recover();
  gate.becomes('open');
  log.info(
    { mode: config.mode, channels: Object.keys(channels), socketMode: config.slack?.appToken !== undefined },
    'ready',
  );
  const stopChannels = () => Promise.all(Object.values(channels).map((channel) => channel.stop()));
  return {
    url: `http://localhost:${http.port}`,
    settled: async () => {
      await conversation.idle();
      await outbox.idle();
    },
    stop: async () => {
      gate.becomes('stopping');
      log.info('stopping');
      const requests = () => Promise.all([gate.idle(), stopChannels(), schedules.stop()]);
      await stopInOrder(
        [
          { what: 'requests', byMs: 2_500, end: requests },
          { what: 'messages', byMs: 5_000, end: conversation.stop },
          // The answers to what was just handled. What is not due, or comes later, is sent after the next start.
          { what: 'answers', byMs: 6_000, end: outbox.idle },
          { what: 'outbox', byMs: 6_250, end: outbox.stop },
          { what: 'seal', byMs: 6_750, end: () => sealAudit(prisma, clock()) },
          { what: 'connections', byMs: 7_000, end: http.close },
          { what: 'hanging connections', byMs: 7_000, end: async () => http.breakConnections() },
          { what: 'database', byMs: 8_500, end: database.close },
        ],
        log,
      );
      log.info('stopped');
    },
  };
}
