import { sealAudit, verifyAudit } from '../../src/data/auditChain';
import { inOneTransaction } from '../../src/data/unitOfWork';
import { type TestDatabase, withTestDatabases } from '../helpers/database';

const now = new Date('2026-11-24T10:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

/** Writes audit rows as the service does, one change each. */
async function write(db: TestDatabase, count: number, at = now): Promise<void> {
  for (let i = 0; i < count; i += 1)
    await inOneTransaction({ prisma: db.prisma, now: at, actor: { kind: 'service' } }, async (work) => {
      work.audit({ action: 'draft.begun', subjectType: 'Draft', subjectId: `D-${i}`, fields: ['children'] });
    });
}

/** Something done by whoever owns the database, past every guard. */
const past = (db: TestDatabase, sql: string) =>
  db.pg(`DO $$ BEGIN SET LOCAL session_replication_role = replica; ${sql}; END $$`);

const sealedThrough = async (db: TestDatabase, count: number) => {
  await write(db, count);
  await sealAudit(db.prisma, minutes(1));
};

withTestDatabases('The audit chain', (db) => {
  afterEach(() => db.truncate());

  test('is whole where nothing but the service wrote, sealed in one go or in many', async () => {
    await sealedThrough(db, 3);
    await write(db, 2, minutes(2));
    expect(await sealAudit(db.prisma, minutes(2))).toBe(2);
    expect(await sealAudit(db.prisma, minutes(2))).toBe(0);
    await write(db, 1, minutes(3));
    expect(await verifyAudit(db.prisma)).toMatchObject({ sealed: 5, unsealed: 1, broken: null });
  });

  test('names the row that was changed', async () => {
    await sealedThrough(db, 4);
    await past(db, `UPDATE "AuditEvent" SET action = 'draft.thrown_away' WHERE id = 3`);
    expect((await verifyAudit(db.prisma)).broken).toEqual({ eventId: 3n, what: 'changed' });
  });

  test('names the row that was changed together with its own hash', async () => {
    await sealedThrough(db, 4);
    await past(
      db,
      `UPDATE "AuditEvent" SET action = o.action, "subjectId" = o."subjectId", "contentHash" = o."contentHash" FROM "AuditEvent" o WHERE "AuditEvent".id = 3 AND o.id = 2`,
    );
    expect((await verifyAudit(db.prisma)).broken).toEqual({ eventId: 3n, what: 'seal changed' });
  });

  test('names the row that was removed, and a seal removed with it', async () => {
    await sealedThrough(db, 4);
    await past(db, 'DELETE FROM "AuditEvent" WHERE id = 2');
    expect((await verifyAudit(db.prisma)).broken).toEqual({ eventId: 2n, what: 'removed' });
    await past(db, 'DELETE FROM "AuditSeal" WHERE "eventId" = 2');
    expect((await verifyAudit(db.prisma)).broken).toEqual({ eventId: 3n, what: 'seal changed' });
  });

  test('names a row that was put in later with a time long past, sealed or not', async () => {
    await sealedThrough(db, 3);
    await write(db, 1, minutes(-60));
    expect((await verifyAudit(db.prisma)).broken).toEqual({ eventId: 4n, what: 'inserted' });
    await sealAudit(db.prisma, minutes(2));
    expect((await verifyAudit(db.prisma)).broken).toEqual({ eventId: 4n, what: 'inserted' });
  });

  test('rows written while no service ran wait for their seal, and are not called inserted', async () => {
    await sealedThrough(db, 2);
    await write(db, 1, minutes(60));
    expect(await verifyAudit(db.prisma)).toMatchObject({ sealed: 2, unsealed: 1, broken: null });
    await sealAudit(db.prisma, minutes(600));
    expect(await verifyAudit(db.prisma)).toMatchObject({ sealed: 3, broken: null });
  });

  test('rows that wait behind a thousand others for their seal are not called inserted', async () => {
    await inOneTransaction({ prisma: db.prisma, now, actor: { kind: 'service' } }, async (work) => {
      for (let i = 0; i < 1_010; i += 1)
        work.audit({ action: 'draft.begun', subjectType: 'Draft', subjectId: `D-${i}`, fields: [] });
    });
    expect(await sealAudit(db.prisma, minutes(10))).toBe(1_000);
    expect(await verifyAudit(db.prisma)).toMatchObject({ sealed: 1_000, unsealed: 10, broken: null });
    await sealAudit(db.prisma, minutes(10));
    expect(await verifyAudit(db.prisma)).toMatchObject({ sealed: 1_010, unsealed: 0, broken: null });
  });

  test('two instances sealing at once make one chain', async () => {
    await write(db, 5);
    const counts = await Promise.all([sealAudit(db.prisma, now), sealAudit(db.prisma, now)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(await verifyAudit(db.prisma)).toMatchObject({ sealed: 5, broken: null });
  });

  test('its seals cannot be changed or removed either', async () => {
    await sealedThrough(db, 1);
    for (const sql of [
      `UPDATE "AuditSeal" SET hash = 'x'`,
      'DELETE FROM "AuditSeal"',
      'TRUNCATE "AuditSeal"',
    ])
      await expect(db.pg(sql)).rejects.toThrow(/Audit seals cannot be changed or removed/);
  });
});
