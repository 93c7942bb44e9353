import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Client } = require('pg');
const { migrate } = require('../../dist/data/migrate');

/** The role the service works as: it reads and writes rows and owns nothing. */
const applicationRole = 'rollcall_bench';

/**
 * Makes a new database on the bench's server and migrates it.
 * @returns its address as the application's role, and as its owner
 */
export async function openDatabase(serverUrl, name) {
  await runAlone(serverUrl, [
    `DO $$ BEGIN CREATE ROLE ${applicationRole} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    `CREATE DATABASE ${name}`,
  ]);
  const ownerUrl = addressOf(serverUrl, { database: name });
  await migrate({ url: ownerUrl, log: () => undefined, roles: { application: applicationRole } });
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
