import { waitFor } from '../helpers/waitFor';
import { longest, withSlackDistrict } from './slackProcess';

withSlackDistrict('whoever runs the service asks how it is', (db, district) => {
  test(
    'while it starts it is alive, not ready, and asks Slack to come again; then it is ready',
    async () => {
      const letGo = await district().hold('Scheme');
      const main = await district().start();
      await waitFor(async () => (await main.ask('/health'))?.status === 200);
      expect(await main.ask('/ready')).toEqual({ status: 503, body: '{"status":"starting"}' });
      expect(await district().writes(main, 'help')).toBe(503);
      await letGo();
      await main.ready();
      expect(await district().writes(main, 'help')).toBe(200);
    },
    longest,
  );

  test(
    'while the database is away it is alive and not ready, and ready again when that is back',
    async () => {
      const main = await district().startReady();
      const comeBack = await district().databaseAway();
      const away = { status: 503, body: '{"status":"the database does not answer"}' };
      try {
        expect(await main.ask('/ready')).toEqual(away);
        expect(await main.ask('/health')).toMatchObject({ status: 200 });
        const { body } = (await main.ask('/metrics')) ?? { body: '' };
        expect(body).toContain('\nrollcall_database_up 0\n');
        expect(body).not.toMatch(/^rollcall_(inbox_waiting|outgoing\{|audit_unsealed)/m);
      } finally {
        await comeBack();
      }
      await main.ready();
    },
    longest,
  );

  test(
    'a database that hangs is said within seconds, however often it is asked',
    async () => {
      const main = await district().startReady();
      const letGo = await district().hold('_prisma_migrations');
      const answers = await Promise.all(Array.from({ length: 40 }, () => main.ask('/ready')));
      expect(new Set(answers.map((answer) => answer?.status))).toEqual(new Set([503]));
      // None of those who asked took the connection of somebody who writes.
      expect(await district().writes(main, 'help')).toBe(200);
      await letGo();
      await main.ready();
    },
    longest,
  );

  test(
    'it waits for migrations that are missing, says so, and goes on when they are there',
    async () => {
      const rename = (from: string, to: string) =>
        db.pg(`UPDATE "_prisma_migrations" SET migration_name = '${to}' WHERE migration_name = '${from}'`);
      const newest = (
        await db.pg<{ name: string }>(`SELECT max(migration_name) AS name FROM "_prisma_migrations"`)
      )[0]?.name;
      const lacking = { status: 503, body: expect.stringContaining('lacks migrations: run npm run migrate') };
      await rename(newest ?? '', 'unknown');
      const main = await district().start();
      await waitFor(async () => main.output().includes('run npm run migrate'));
      expect(main.output()).toContain(newest);
      expect(await main.ask('/ready')).toEqual(lacking);
      expect(await main.ask('/health')).toMatchObject({ status: 200 });
      await rename('unknown', newest ?? '');
      await main.ready();
      await rename(newest ?? '', 'unknown');
      expect(await main.ask('/ready')).toEqual(lacking);
      await rename('unknown', newest ?? '');
      expect(await main.ask('/ready')).toMatchObject({ status: 200 });
    },
    longest,
  );

  test(
    'a port that is taken is said in a sentence',
    async () => {
      const main = await district().startReady();
      const second = await district().start({ PORT: new URL(main.url).port });
      expect(await second.ended).toBe(1);
      expect(second.output()).toContain('Stop that one, or set PORT to another number.');
    },
    longest,
  );
});
