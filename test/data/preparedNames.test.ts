import { createDatabase, type Database } from '../../src/data/client';
import { lockDraft } from '../../src/data/drafts';
import { lockEncounter } from '../../src/data/encounters';
import { createPreparedNames } from '../../src/data/preparedNames';
import { inOneTransaction } from '../../src/data/unitOfWork';
import { withTestServer } from '../helpers/database';

describe('the name of a statement', () => {
  test('is its own, and always the same', () => {
    const nameOf = createPreparedNames();
    const [one, two] = [nameOf({ sql: 'SELECT 1' }), nameOf({ sql: 'SELECT 2' })];
    expect(one).not.toBe('');
    expect(two).not.toBe(one);
    expect(nameOf({ sql: 'SELECT 1' })).toBe(one);
  });

  test('is none where the statement changes with its table, or where there are too many', () => {
    const nameOf = createPreparedNames();
    expect(nameOf({ sql: 'SELECT * FROM "Draft"' })).toBe('');
    expect(nameOf({ sql: 'SELECT d.* FROM "Draft" d' })).toBe('');
    for (let index = 0; index < 500; index += 1) nameOf({ sql: `SELECT ${index}` });
    expect(nameOf({ sql: 'SELECT 501' })).toBe('');
    expect(nameOf({ sql: 'SELECT 7' })).not.toBe('');
  });
});

withTestServer('a connection that has prepared its statements', (db) => {
  let database: Database;
  beforeEach(() => {
    database = createDatabase({ url: db.url, poolSize: 1 });
  });
  afterEach(() => database.close());

  const look = () =>
    inOneTransaction(
      { prisma: database.prisma, now: new Date(), actor: { kind: 'service' } },
      async (work) => {
        await lockDraft(work.tx, '00000000-0000-4000-8000-000000000000');
        await lockEncounter(work.tx, { number: 1 });
        return work.tx.draft.count();
      },
    );
  const prepared = async () =>
    (
      await database.prisma.$queryRaw<{ count: number }[]>`
      SELECT count(name)::int AS count FROM pg_prepared_statements`
    )[0]?.count;

  test('plans each once', async () => {
    await look();
    const once = await prepared();
    expect(once).toBeGreaterThan(2);
    await look();
    expect(await prepared()).toBe(once);
  });

  test('plans nothing ahead where its address says that many share a session', async () => {
    await database.close();
    database = createDatabase({
      url: `${db.url}${db.url.includes('?') ? '&' : '?'}pgbouncer=true`,
      poolSize: 1,
    });
    await look();
    expect(await prepared()).toBe(0);
  });

  test('goes on when a newer version has added a column while it was open', async () => {
    await look();
    await db.pg('ALTER TABLE "Draft" ADD COLUMN later text');
    await db.pg('ALTER TABLE "Encounter" ADD COLUMN later text');
    try {
      expect(await look()).toBe(0);
    } finally {
      await db.pg('ALTER TABLE "Draft" DROP COLUMN later');
      await db.pg('ALTER TABLE "Encounter" DROP COLUMN later');
    }
  });
});
