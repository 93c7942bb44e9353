import PgBoss from 'pg-boss';
import { queues } from '../../src/data/queues';
import { withTestDatabases } from '../helpers/database';

const QUEUE = Object.values(queues)[0] ?? '';

withTestDatabases('The queues', (db) => {
  let boss: PgBoss;
  const failures: Error[] = [];

  // As the service has it: on a server with rights over rows only, so nothing may be created.
  beforeAll(async () => {
    boss = new PgBoss({ connectionString: db.appUrl ?? db.url, migrate: false });
    // Its own clock may be asking the database at the moment this one is taken away: no failure of ours.
    boss.on('error', (error) => failures.push(error));
    await boss.start();
  });
  afterAll(async () => {
    expect(failures).toEqual([]);
    await boss.stop({ graceful: false });
  });

  test('what the service puts in is delivered to it', async () => {
    await boss.createQueue(QUEUE);
    await boss.send(QUEUE, { reference: 'E-1' });
    const jobs = await boss.fetch<{ reference: string }>(QUEUE);
    expect(jobs.map((job) => job.data)).toEqual([{ reference: 'E-1' }]);
    await boss.complete(
      QUEUE,
      jobs.map((job) => job.id),
    );
  });

  test('what is sent inside a change that is rolled back was never sent', async () => {
    const change = db.prisma.$transaction(async (tx) => {
      const executeSql = async (text: string, values: unknown[]) => ({
        rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values),
      });
      await boss.send(QUEUE, { reference: 'E-2' }, { db: { executeSql } });
      throw new Error('changed my mind');
    });
    await expect(change).rejects.toThrow('changed my mind');
    expect(await boss.fetch(QUEUE)).toEqual([]);
  });

  test('a schedule can be made, and finished jobs tidied away', async () => {
    await boss.schedule(QUEUE, '0 6 * * *', {}, { tz: 'Europe/London' });
    await boss.maintain();
    expect((await boss.getSchedules()).map((schedule) => [schedule.name, schedule.cron])).toEqual([
      [QUEUE, '0 6 * * *'],
    ]);
  });
});
