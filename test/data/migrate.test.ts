import { spawnSync } from 'node:child_process';
import { queues } from '../../src/data/queues';
import { withTestDatabases, withTestServer } from '../helpers/database';
import { runSource } from '../helpers/runSource';

withTestDatabases('Migrating', (db) => {
  const tables = () =>
    db.pg(`SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns
           WHERE table_schema IN ('public', 'pgboss') ORDER BY 1, 2, 3`);

  test('a second time changes nothing', async () => {
    const applied = await db.pg('SELECT * FROM "_prisma_migrations" ORDER BY id');
    const before = await tables();
    const run = await runSource('data/migrateCommand.ts', { MIGRATE_DATABASE_URL: db.url });
    expect(run).toEqual({ code: 0, output: 'The database is up to date.\n' });
    expect(await tables()).toEqual(before);
    expect(await db.pg('SELECT * FROM "_prisma_migrations" ORDER BY id')).toEqual(applied);
    expect(applied.length).toBeGreaterThan(0);
  });

  test('makes names searchable without regard to accents and case', async () => {
    const [row] = await db.pg(`SELECT rollcall_fold('Zoë BRÖWN') AS folded`);
    expect(row).toEqual({ folded: 'zoe brown' });
  });

  test('makes the queues that the service fills', async () => {
    const made = await db.pg<{ name: string }>('SELECT name FROM pgboss.queue');
    expect(made.map((queue) => queue.name)).toEqual(expect.arrayContaining(Object.values(queues)));
  });
});

withTestServer('Migrating', (db) => {
  test('two instances starting at once both succeed, and each migration is applied once', async () => {
    await db.pg('DROP SCHEMA public, pgboss CASCADE');
    await db.pg('CREATE SCHEMA public');
    const env = { MIGRATE_DATABASE_URL: db.url };
    const runs = await Promise.all([
      runSource('data/migrateCommand.ts', env),
      runSource('data/migrateCommand.ts', env),
      runSource('data/migrateCommand.ts', env),
    ]);
    expect(runs.map((run) => run.code)).toEqual([0, 0, 0]);
    const applied = await db.pg(
      `SELECT migration_name, count(*)::int AS times FROM "_prisma_migrations"
       WHERE finished_at IS NOT NULL GROUP BY 1 HAVING count(*) > 1`,
    );
    expect(applied).toEqual([]);
  });

  test('a role that does not exist is named, with what to do', async () => {
    const run = await runSource('data/migrateCommand.ts', {
      MIGRATE_DATABASE_URL: db.url,
      RETENTION_DATABASE_ROLE: 'nobody_made_me',
    });
    expect(run.code).toBe(1);
    expect(run.output).toContain('There is no role nobody_made_me on this server. Create it first');
  });
});

test('the migrations lead to the schema that the code is written against', () => {
  const check = spawnSync(process.execPath, ['prisma/newMigration.mjs', '--check'], { encoding: 'utf8' });
  expect(check.stdout + check.stderr).toBe('');
});
