import { constants } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDatabase } from '../../src/data/client';
import { embeddedUrl, openEmbeddedDatabase } from '../../src/data/embedded';
import { lockHolder } from '../../src/data/embeddedLock';
import { askBroker } from '../helpers/askBroker';
import { openTestServer } from '../helpers/openTestServer';
import { withSeed } from '../helpers/seededRandom';
import { seedScheme } from '../helpers/seedScheme';
import { type ServiceProcess, startServiceProcess } from '../helpers/serviceProcess';
import { type SlackServer, startSlackServer } from '../helpers/slackServer';
import { slackUserOf } from '../helpers/slackService';
import { waitFor } from '../helpers/waitFor';
import { everythingDone, expectNothingLost } from './nothingLost';
import { type OfficersAtWork, officersAtWork, signingSecret, team } from './officersAtWork';

/** On each database. */
const kills = 20;

let slack: SlackServer;
const living = new Set<ServiceProcess>();
beforeEach(async () => {
  slack = await startSlackServer({ team });
});
afterEach(async () => {
  for (const service of living) await service.kill();
  living.clear();
  await slack.stop();
});

/** The environment of a real service on Slack, and the database it is given. */
async function start(database: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const service = await startServiceProcess({
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    ...database,
  });
  living.add(service);
  return service;
}

async function kill(service: ServiceProcess): Promise<void> {
  living.delete(service);
  await service.kill();
}

async function seed(url: string): Promise<void> {
  const database = createDatabase({ url });
  await seedScheme(database.prisma, {
    mode: 'live',
    platform: 'slack',
    tenant: team,
    userIdOf: slackUserOf,
    now: new Date(),
  });
  await database.close();
}

/** Waits until so many more requests were answered or calls made to Slack: any moment of the work. */
function soMuchMore(officers: OfficersAtWork, count: number): Promise<void> {
  const happened = () => officers.answered() + slack.calls.length;
  const from = happened();
  return slack.until(() => happened() >= from + count, 120_000);
}

/**
 * Services started and killed one after another while officers work; then one that lives, and puts things right. On a
 * server the next one comes up while the one before still works; the embedded database has one service at a time.
 */
async function killAgainAndAgain(input: {
  environment: Readonly<Record<string, string>>;
  overlapping: boolean;
  connect: () => Promise<Client>;
  killed?: () => Promise<void>;
}): Promise<void> {
  await withSeed(async (random) => {
    let current: ServiceProcess | null = null;
    const officers = officersAtWork({ slack, service: () => current?.url ?? null });
    try {
      let next = start(input.environment);
      for (let round = 0; ; round += 1) {
        const service = await next;
        if (input.overlapping && round < kills) next = start(input.environment);
        next.catch(() => undefined);
        const database = await input.connect();
        // What a killed service was sending is looked after when its lease ends: as if that time had passed.
        await database.query(`UPDATE "Outgoing" SET "nextAttemptAt" = now() WHERE state = 'sending'`);
        current = service;
        await soMuchMore(officers, random.between(3, 30));
        if (round === kills) {
          await officers.stop();
          await everythingDone(database);
          await expectNothingLost({ database, slack, acknowledged: officers.acknowledged });
          await database.end();
          expect(officers.acknowledged.length).toBeGreaterThan(kills);
          return;
        }
        await database.end();
        current = null;
        await kill(service);
        if (random.between(0, 1) === 1) await input.killed?.();
        if (!input.overlapping) next = start(input.environment);
      }
    } finally {
      await officers.stop().catch(() => undefined);
    }
  });
}

async function connectTo(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

test('on the PostgreSQL server: killed at any moment of the work, nothing acknowledged is lost and nothing is there twice', async () => {
  const database = await openTestServer();
  await seed(database.url);
  await killAgainAndAgain({
    environment: { DATABASE_URL: database.appUrl ?? '' },
    overlapping: true,
    connect: () => connectTo(database.url),
  });
  for (const service of living) await kill(service);
  await database.close();
}, 300_000);

test('on the embedded database: the same, also where its own process is killed with the service', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'rollcall-killed-'));
  const folder = join(parent, 'database');
  const { template } = await askBroker('embedded');
  await cp(template, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const opened = await openEmbeddedDatabase({ folder });
  await seed(opened.url);
  await opened.close();
  await killAgainAndAgain({
    environment: { ROLLCALL_DATA: folder, ALLOW_EMBEDDED_DATABASE: 'yes-records-may-be-lost' },
    overlapping: false,
    connect: async () => connectTo((await embeddedUrl(folder)) ?? ''),
    killed: async () => {
      const holder = await lockHolder(folder);
      if (holder !== undefined) process.kill(holder.pid, 'SIGKILL');
    },
  });
  for (const service of living) await kill(service);
  await waitFor(async () => (await lockHolder(folder)) === undefined);
  await rm(parent, { recursive: true, force: true });
}, 300_000);

test('of two instances on one server one is killed: the other answers what was acknowledged, and carries on', async () => {
  const database = await openTestServer();
  await seed(database.url);
  await withSeed(async (random) => {
    const environment = { DATABASE_URL: database.appUrl ?? '' };
    const [one, other] = await Promise.all([start(environment), start(environment)]);
    let turn = 0;
    let oneLives = true;
    const service = () => {
      turn += 1;
      return oneLives && turn % 2 === 0 ? one.url : other.url;
    };
    const officers = officersAtWork({ slack, service });
    try {
      await soMuchMore(officers, random.between(10, 40));
      oneLives = false;
      await kill(one);
      const before = [...officers.acknowledged];
      const isAnswered = ({ user, child }: (typeof before)[number]) =>
        slack.messagesOf(user).some(({ words }) => words.includes(child));
      await slack.until(() => before.every(isAnswered), 30_000);
      await soMuchMore(officers, 20);
    } finally {
      await officers.stop();
    }
    const client = await connectTo(database.url);
    await everythingDone(client);
    await expectNothingLost({ database: client, slack, acknowledged: officers.acknowledged });
    await client.end();
  });
  for (const service of living) await kill(service);
  await database.close();
}, 300_000);
