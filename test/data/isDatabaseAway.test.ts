import { createDatabase, type Database } from '../../src/data/client';
import { isDatabaseAway } from '../../src/data/isDatabaseAway';
import { inOneTransaction } from '../../src/data/unitOfWork';
import { type TestDatabase, withTestDatabases, withTestServer } from '../helpers/database';
import { type DatabaseLine, startDatabaseLine } from '../helpers/databaseLine';
import { waitFor } from '../helpers/waitFor';

/** A client over a line that can be cut; both are closed after the test. */
function clientOverLine(db: TestDatabase) {
  let line: DatabaseLine;
  let database: Database;
  beforeEach(async () => {
    line = await startDatabaseLine(db.url);
    database = createDatabase({ url: line.url, poolSize: 2 });
  });
  afterEach(async () => {
    await database.close();
    await line.close();
  });
  return {
    cut: () => line.cut(),
    mend: () => line.mend(),
    prisma: () => database.prisma,
    transaction: (midway: () => Promise<unknown>) =>
      inOneTransaction(
        { prisma: database.prisma, now: new Date(), actor: { kind: 'service' } },
        async ({ tx }) => {
          await tx.account.count();
          await midway();
          await tx.account.count();
        },
      ),
  };
}

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => error,
  );

withTestDatabases('a database that went away is known as such', (db) => {
  const { cut, mend, prisma, transaction } = clientOverLine(db);

  test('in the middle of a transaction, and when asked afterwards, however it is asked', async () => {
    expect(isDatabaseAway(await errorOf(transaction(cut)))).toBe(true);
    expect(isDatabaseAway(await errorOf(prisma().$queryRaw`SELECT 1`))).toBe(true);
    expect(isDatabaseAway(await errorOf(prisma().account.count()))).toBe(true);
    expect(isDatabaseAway(await errorOf(transaction(async () => {})))).toBe(true);
    await mend();
    expect(await prisma().account.count()).toBe(0);
  });

  test('and is told from a question that is wrong', async () => {
    expect(isDatabaseAway(await errorOf(prisma().$queryRaw`SELECT nothing`))).toBe(false);
    expect(isDatabaseAway(await errorOf(prisma().account.findUniqueOrThrow({ where: { id: 'x' } })))).toBe(
      false,
    );
    expect(isDatabaseAway(new Error('connection'))).toBe(false);
    expect(isDatabaseAway('ECONNREFUSED')).toBe(false);
  });
});

withTestServer('a server that is shutting down', (db) => {
  const { prisma, transaction } = clientOverLine(db);
  const shutDown = () =>
    db.pg(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE pid <> pg_backend_pid() AND datname = current_database()`);

  test('counts as away too', async () => {
    expect(isDatabaseAway(await errorOf(transaction(shutDown)))).toBe(true);
    const asking = errorOf(prisma().$queryRaw`SELECT pg_sleep(20)`);
    const asked = async () =>
      (await db.pg(`SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(20)'`)).length > 0;
    await waitFor(asked);
    await shutDown();
    expect(isDatabaseAway(await asking)).toBe(true);
  });
});
