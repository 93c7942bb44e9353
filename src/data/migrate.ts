import { Client } from 'pg';
import PgBoss from 'pg-boss';
import { queues } from './queues';
import { migrationsFolder } from './readMigrations';
import { type DatabaseRoles, grantRoles } from './roles';
import { applyMigrations } from './schemaEngine';

export interface MigrateOptions {
  /** The database, as the role that owns its tables. */
  readonly url: string;
  /** Told in one line each what was done. */
  readonly log: (line: string) => void;
  /** Roles to let in; none on the embedded database, where everyone is one role. */
  readonly roles?: DatabaseRoles;
}

/** Any number, as long as it is always this one: who holds it is migrating. */
export const MIGRATION_LOCK = 7_204_116;

/**
 * Brings a database, new or older, to what this version needs: tables, queues, and the rights of roles.
 * Repeating it changes nothing. On a server, processes starting at once wait for each other; on the embedded
 * database, whose connections are one session, the folder's lock already sees to it.
 * @throws when the database can't be reached, a migration fails, or a named role does not exist
 */
export async function migrate({ url, log, roles = {} }: MigrateOptions): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    for (const name of await applyMigrations({ url, folder: migrationsFolder }))
      log(`Applied migration ${name}`);
    await setUpQueues(url);
    for (const role of await grantRoles(client, roles)) log(`Granted rights to ${role}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await client.end();
  }
}

/** The name pg-boss gives its own queue, for schedules; made here for the same reason as ours. */
const SCHEDULE_QUEUE = '__pgboss__send-it';

/** Every queue that must be there before the service starts. */
export const neededQueues: readonly string[] = [SCHEDULE_QUEUE, ...Object.values(queues)];

async function setUpQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, schedule: false, supervise: false });
  await boss.start();
  try {
    for (const name of neededQueues) await boss.createQueue(name);
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
}
