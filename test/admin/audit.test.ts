import { sealAudit } from '../../src/data/auditChain';
import { withTestDatabases } from '../helpers/database';
import { now, seedAdmin, type } from './typing';

withTestDatabases('audit verify', (db) => {
  beforeEach(() => seedAdmin(db));

  test('says that the audit is whole, and is itself on record', async () => {
    await type(db, ['--as', 'S-2', 'scheme', 'set', '--undo-minutes', '20']);
    await sealAudit(db.prisma, now);
    const { code, lines } = await type(db, ['--as', 'S-2', 'audit', 'verify']);
    expect(code).toBe(0);
    expect(lines[0]).toBe('The audit is whole: 1 rows sealed, 0 waiting for their seal.');
    expect(lines[1]).toMatch(/^Its head is [0-9a-f]{64}\./);
    expect(await db.pg('SELECT action FROM "AuditEvent" ORDER BY id')).toEqual([
      { action: 'scheme.changed' },
      { action: 'audit.verified' },
    ]);
  });

  test('names the first row that was changed, with exit code 1', async () => {
    await type(db, ['--as', 'S-2', 'scheme', 'set', '--undo-minutes', '20']);
    await sealAudit(db.prisma, now);
    await db.pg(
      `DO $$ BEGIN SET LOCAL session_replication_role = replica; UPDATE "AuditEvent" SET fields = '{}'; END $$`,
    );
    const { code, lines } = await type(db, ['--as', 'S-2', 'audit', 'verify']);
    expect(code).toBe(1);
    expect(lines[0]).toContain('The first row that is wrong is 1: it does not say any more what it said');
  });

  test('is for information governance and administrators', async () => {
    expect(await type(db, ['--as', 'S-3', 'audit', 'verify'])).toMatchObject({
      code: 1,
      lines: ['Your role does not allow this. Ask your coordinator if you think it should.'],
    });
  });
});
