import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { withTestServer } from '../helpers/database';
import { databaseName } from '../helpers/databaseName';
import { runSource } from '../helpers/runSource';

withTestServer('the roles that compose/createRoles.sql makes', (db) => {
  const name = databaseName();
  const owner = `${name}_owner`;
  const app = `${name}_app`;

  /** The script as psql runs it, under names of this test's own. */
  function statements(): readonly string[] {
    return readFileSync('compose/createRoles.sql', 'utf8')
      .replace(/^(--|\\).*$/gm, '')
      .replaceAll(":'owner_password'", "'made-up-one'")
      .replaceAll(":'app_password'", "'made-up-two'")
      .replaceAll('rollcall_owner', owner)
      .replaceAll('rollcall_app', app)
      .replace(/DATABASE rollcall\b/g, `DATABASE ${name}`)
      .split(';')
      .filter((statement) => statement.trim() !== '');
  }

  function addressAs(user: string): string {
    const address = new URL(db.url);
    address.username = user;
    address.password = user === owner ? 'made-up-one' : 'made-up-two';
    address.pathname = `/${name}`;
    return address.href;
  }

  async function asApp(sql: string) {
    const client = new Client({ connectionString: addressAs(app) });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  beforeAll(async () => {
    for (const statement of statements()) await db.pg(statement);
  });

  afterAll(async () => {
    await db.pg(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    for (const role of [owner, app]) await db.pg(`DROP ROLE IF EXISTS ${role}`);
  });

  test('are enough to migrate, and to work', async () => {
    const run = await runSource('data/migrateCommand.ts', {
      MIGRATE_DATABASE_URL: addressAs(owner),
      DATABASE_URL: addressAs(app),
    });
    expect(run).toEqual({ code: 0, output: expect.stringContaining('The database is up to date.') });
    expect(await asApp('SELECT count(*)::int AS pupils FROM "Child"')).toEqual([{ pupils: 0 }]);
  });

  test('give the service no way to make a table, an extension or a role', async () => {
    await expect(asApp('CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
    await expect(asApp('CREATE EXTENSION citext')).rejects.toThrow('permission denied');
    await expect(asApp('CREATE ROLE other')).rejects.toThrow('permission denied');
  });

  test('have passwords of their own, kept as SCRAM hashes only', async () => {
    const kept = await db.pg<{ password: string }>(
      'SELECT rolpassword AS password FROM pg_authid WHERE rolname = ANY($1)',
      [[owner, app]],
    );
    expect(kept.map(({ password }) => password.split('$')[0])).toEqual(['SCRAM-SHA-256', 'SCRAM-SHA-256']);
    expect(new Set(kept.map(({ password }) => password)).size).toBe(2);
  });

  test('are the only ones let into the database', async () => {
    const [row] = await db.pg(
      `SELECT has_database_privilege($1, $2, 'CONNECT') AS app,
              has_database_privilege('pg_read_all_data', $2, 'CONNECT') AS others`,
      [app, name],
    );
    expect(row).toEqual({ app: true, others: false });
  });
});
