import { Client, type QueryResultRow } from 'pg';
import { createDatabase, type Database } from '../../src/data/client';
import type { PrismaClient } from '../../src/data/generated/client';
import type { OpenedDatabase } from './openedDatabase';
import { openTestEmbedded } from './openTestEmbedded';
import { openTestServer } from './openTestServer';
import { truncateAll } from './truncateAll';

/** A migrated, empty database for one describe block. Use it inside hooks and tests only. */
export interface TestDatabase {
  readonly kind: 'embedded' | 'server';
  /** As the owner of the tables. */
  readonly url: string;
  /** As the application's restricted role; undefined on the embedded database. */
  readonly appUrl: string | undefined;
  /** As the retention job's role; undefined on the embedded database. */
  readonly retentionUrl: string | undefined;
  /** Prisma's client, as the owner of the tables. */
  readonly prisma: PrismaClient;
  /** Plain SQL, past everything of ours; for looking at what was really stored. */
  pg<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    params?: readonly unknown[],
  ): Promise<readonly Row[]>;
  /** Empties every table. */
  truncate(): Promise<void>;
}

const openers = { 'embedded database': openTestEmbedded, 'PostgreSQL server': openTestServer };

/** Describes the same promises once over the embedded database and once over a PostgreSQL server, each fresh. */
export function withTestDatabases(name: string, describeTests: (db: TestDatabase) => void): void {
  describe.each(Object.entries(openers))(`${name}, on the %s`, (_kind, open) => provide(open, describeTests));
}

/** The same on the PostgreSQL server alone: for roles, and for what happens at once in several sessions. */
export function withTestServer(name: string, describeTests: (db: TestDatabase) => void): void {
  describe(`${name}, on the PostgreSQL server`, () => provide(openTestServer, describeTests));
}

interface Opened {
  readonly database: OpenedDatabase;
  readonly client: Database;
  readonly plain: Client;
}

function provide(open: () => Promise<OpenedDatabase>, describeTests: (db: TestDatabase) => void): void {
  let opened: Opened | undefined;

  beforeAll(async () => {
    const database = await open();
    const plain = new Client({ connectionString: database.url });
    opened = { database, client: createDatabase({ url: database.url }), plain };
    await plain.connect();
  }, 60_000);

  function current(): Opened {
    if (opened === undefined) throw new Error('The test database is open only inside hooks and tests.');
    return opened;
  }

  describeTests({
    get kind() {
      return current().database.kind;
    },
    get url() {
      return current().database.url;
    },
    get appUrl() {
      return current().database.appUrl;
    },
    get retentionUrl() {
      return current().database.retentionUrl;
    },
    get prisma() {
      return current().client.prisma;
    },
    async pg<Row extends QueryResultRow>(sql: string, params: readonly unknown[] = []) {
      const result = await current().plain.query<Row>(sql, [...params]);
      return result.rows;
    },
    truncate: () => truncateAll(current().plain),
  });

  // Last, since jest runs these in the order they are written: what the tests opened is closed by then.
  afterAll(async () => {
    if (opened === undefined) return;
    try {
      await opened.client.close();
      await opened.plain.end();
    } finally {
      await opened.database.close();
    }
  }, 60_000);
}
