import { Client } from 'pg';
import { type TestDatabase, withTestServer } from '../helpers/database';
import { seedScheme } from '../helpers/seedScheme';
import { slackRequests } from '../helpers/slackRequests';
import { type SlackServer, startSlackServer } from '../helpers/slackServer';
import { slackUserOf } from '../helpers/slackService';
import { type RunningMain, startMain } from '../helpers/startMain';
import { waitFor } from '../helpers/waitFor';

const team = 'T0ROLLCALL';
const signingSecret = 'a signing secret for tests';
export const osei = slackUserOf('osei');

/** A live scheme on Slack, with the service in processes of their own against a stand-in for Slack's API. */
export interface SlackDistrict {
  readonly slack: SlackServer;
  /** Starts the service; `ready()` waits until it takes something in. */
  start(
    environment?: Readonly<Record<string, string>>,
    options?: { inShell?: boolean },
  ): Promise<RunningMain>;
  /** Starts it and waits until it takes something in. */
  startReady: SlackDistrict['start'];
  /** Ama Osei writes to the bot; Slack is answered this status. */
  writes(main: RunningMain, text: string): Promise<number>;
  /** Nobody can read or write this table until the returned function is called. */
  hold(table: 'Draft' | 'Scheme' | '_prisma_migrations'): Promise<() => Promise<void>>;
  /** Waits until the service waits for the drafts: it is in the middle of handling a message. */
  someoneWaits(): Promise<void>;
  /** Breaks every connection of the service, and lets none in until the returned function is called. */
  databaseAway(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

/** Milliseconds for a test, some of which start a process twice on a busy machine. */
export const longest = 120_000;

/** Tests over a PostgreSQL server, each with a district of its own: `district()` is the running test's. */
export function withSlackDistrict(
  name: string,
  describeTests: (db: TestDatabase, district: () => SlackDistrict) => void,
): void {
  withTestServer(name, (db) => {
    let opened: SlackDistrict;
    beforeEach(async () => {
      opened = await openSlackDistrict(db);
    });
    afterEach(async () => {
      await opened.stop();
      await db.truncate();
    });
    describeTests(db, () => opened);
  });
}

/** Seeds an empty database and starts the stand-in. */
async function openSlackDistrict(db: TestDatabase): Promise<SlackDistrict> {
  const slack = await startSlackServer({ team });
  await seedScheme(db.prisma, {
    mode: 'live',
    platform: 'slack',
    tenant: team,
    userIdOf: slackUserOf,
    now: new Date(),
  });
  const started: RunningMain[] = [];
  const holders: Client[] = [];
  let count = 0;
  const start: SlackDistrict['start'] = async (environment = {}, options = {}) => {
    const own = {
      DATABASE_URL: db.appUrl ?? db.url,
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
    };
    const main = await startMain({ ...own, ...environment }, options);
    started.push(main);
    return main;
  };
  return {
    slack,
    start,
    startReady: async (environment, options) => {
      const main = await start(environment, options);
      await main.ready();
      return main;
    },
    writes: async (main, text) => {
      count += 1;
      const ts = `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, '0')}`;
      const requests = slackRequests({ signingSecret, team, baseUrl: main.url });
      return (await requests.message({ user: osei, text, ts }).send()).status;
    },
    hold: async (table) => {
      const holder = new Client({ connectionString: db.url });
      await holder.connect();
      holders.push(holder);
      await holder.query(`BEGIN; LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
      return async () => {
        await holder.query('COMMIT');
      };
    },
    someoneWaits: () =>
      waitFor(async () => {
        const [row] = await db.pg<{ waiting: boolean }>(
          `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Draft"'::regclass) AS waiting`,
        );
        return row?.waiting === true;
      }),
    databaseAway: async () => {
      const role = new URL(db.appUrl ?? '').username;
      const [name] = await db.pg<{ name: string }>('SELECT current_database() AS name');
      // Refused by name: other tests' databases on this server stay open to the same role.
      await db.pg(`ALTER DATABASE "${name?.name}" CONNECTION LIMIT 0`);
      await db.pg(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = $1',
        [role],
      );
      return async () => {
        await db.pg(`ALTER DATABASE "${name?.name}" CONNECTION LIMIT -1`);
      };
    },
    stop: async () => {
      for (const main of started) await main.kill();
      for (const holder of holders) await holder.end();
      await slack.stop();
    },
  };
}
