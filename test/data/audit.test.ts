import { Client } from 'pg';
import { withTestDatabases, withTestServer } from '../helpers/database';

const INSERT_EVENT = `INSERT INTO "AuditEvent" (at, "actorKind", action, "subjectType", "subjectId", fields, "contentHash")
  VALUES (now(), 'system', 'saveEncounter', 'Encounter', 'E-1', '{}', 'hash')`;

const changes: readonly [string, string][] = [
  ['changed', `UPDATE "AuditEvent" SET action = 'other'`],
  ['removed', 'DELETE FROM "AuditEvent"'],
  ['emptied', 'TRUNCATE "AuditEvent"'],
];

withTestDatabases('The audit', (db) => {
  beforeAll(() => db.pg(INSERT_EVENT));

  test.each(changes)('cannot be %s, even by the owner of its table', async (_what, sql) => {
    await expect(db.pg(sql)).rejects.toThrow(/Audit events cannot be changed or removed/);
    expect(await db.pg('SELECT action FROM "AuditEvent"')).toEqual([{ action: 'saveEncounter' }]);
  });

  test('is guarded again after a test has emptied the tables', async () => {
    await db.truncate();
    expect(await db.pg('SELECT 1 FROM "AuditEvent"')).toEqual([]);
    await db.pg(INSERT_EVENT);
    await expect(db.pg('DELETE FROM "AuditEvent"')).rejects.toThrow(/cannot be changed/);
  });
});

withTestServer('The roles', (db) => {
  beforeAll(() => db.pg(INSERT_EVENT));

  async function as(url: string | undefined, sql: string): Promise<number | null> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rowCount;
    } finally {
      await client.end();
    }
  }

  test.each(changes)(
    'neither the service nor the retention job is allowed to try an audit event %s',
    async (_what, sql) => {
      await expect(as(db.appUrl, sql)).rejects.toThrow('permission denied for table AuditEvent');
      await expect(as(db.retentionUrl, sql)).rejects.toThrow('permission denied for table AuditEvent');
    },
  );

  test('the service adds audit events, and reads and writes other rows', async () => {
    expect(await as(db.appUrl, INSERT_EVENT)).toBe(1);
    expect(
      await as(db.appUrl, `INSERT INTO "Child" (id, "givenName") VALUES (gen_random_uuid(), 'Robin')`),
    ).toBe(1);
    expect(await as(db.appUrl, `UPDATE "Child" SET "givenName" = 'Rowan'`)).toBe(1);
    expect(await as(db.appUrl, 'DELETE FROM "Child"')).toBe(1);
  });

  test.each([
    ['make a table', 'CREATE TABLE mine (id int)'],
    ['lay the audit guard aside', 'ALTER TABLE "AuditEvent" DISABLE TRIGGER USER'],
    ['act as a replica, past triggers', 'SET session_replication_role = replica'],
    ['rewrite which migrations were applied', 'DELETE FROM "_prisma_migrations"'],
  ])('the service cannot %s', async (_what, sql) => {
    await expect(as(db.appUrl, sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});
