// A PostgreSQL server with a migrated database to copy and the two roles that are let in: the one that
// TEST_DATABASE_URL names (as a role that may create databases and roles), otherwise one of our own.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runSource } from './runSource.mjs';
import { startPostgres } from './startPostgres.mjs';

const { root } = createRequire(import.meta.url)('./paths.cjs');
const { Client } = createRequire(import.meta.url)('pg');

const APPLICATION_ROLE = 'rollcall_test_application';
const RETENTION_ROLE = 'rollcall_test_retention';
const PASSWORD = 'only-for-tests';

export async function migratedServer({ folder, onEnd }) {
  const url =
    process.env.TEST_DATABASE_URL ?? (await startPostgres({ folder: join(folder, 'server'), onEnd }));
  const template = `rollcall_template_${process.pid}`;
  await runSql(url, [
    createRole(APPLICATION_ROLE),
    createRole(RETENTION_ROLE),
    `CREATE DATABASE ${template}`,
  ]);
  if (process.env.TEST_DATABASE_URL) onEnd(() => runSql(url, [`DROP DATABASE IF EXISTS ${template}`]));
  await runSource({
    file: join(root, 'src', 'data', 'migrateCommand.ts'),
    env: {
      MIGRATE_DATABASE_URL: withDatabase(url, template),
      DATABASE_URL: withUser(url, APPLICATION_ROLE),
      RETENTION_DATABASE_ROLE: RETENTION_ROLE,
    },
  });
  return {
    url,
    template,
    application: withUser(url, APPLICATION_ROLE),
    retention: withUser(url, RETENTION_ROLE),
  };
}

/** Roles belong to the server, not to a database: another run may have made them, or be making them now. */
function createRole(name) {
  return `DO $$ BEGIN CREATE ROLE ${name} LOGIN PASSWORD '${PASSWORD}';
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`;
}

async function runSql(url, statements) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

function withUser(url, user) {
  const changed = new URL(url);
  changed.username = user;
  changed.password = PASSWORD;
  return changed.href;
}
