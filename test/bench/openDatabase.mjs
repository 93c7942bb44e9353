import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Client } = require('pg');
const { migrate } = require('../../dist/data/migrate');

/** The role the service works as: it reads and writes rows and owns nothing. */
const applicationRole = 'rollcall_bench';
const template = 'bench_template';

/** Makes the migrated database that the others are copies of. */
export async function makeTemplate(serverUrl) {
  await runAlone(serverUrl, [`CREATE ROLE ${applicationRole} LOGIN`, `CREATE DATABASE ${template}`]);
  const url = addressOf(serverUrl, { database: template });
  await migrate({ url, log: () => undefined, roles: { application: applicationRole } });
}

/**
 * A new, empty, migrated database.
 * @returns its address as the application's role, and as its owner
 */
export async function openDatabase(serverUrl, name) {
  await runAlone(serverUrl, [`CREATE DATABASE ${name} TEMPLATE ${template}`]);
  const ownerUrl = addressOf(serverUrl, { database: name });
  return { ownerUrl, url: addressOf(ownerUrl, { user: applicationRole }) };
}

/** Runs statements one after another over a connection of their own. */
export async function runAlone(url, statements) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function addressOf(url, { database, user }) {
  const changed = new URL(url);
  if (database !== undefined) changed.pathname = `/${database}`;
  if (user !== undefined) changed.username = user;
  return changed.href;
}
