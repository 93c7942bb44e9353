import { runAdmin } from '../../src/admin/runAdmin';
import { sealAudit } from '../../src/data/auditChain';
import { failed } from '../../src/usecases/doctor/finding';
import { withTestDatabases } from '../helpers/database';
import { doctor, seedInOrder, wrong } from './doctoring';
import { typingIo } from './typing';

withTestDatabases('doctor', (db) => {
  beforeEach(() => seedInOrder(db));
  const asService = () => (db.appUrl === undefined ? {} : { url: db.appUrl });

  test('finds everything in order, each in one line, and ends with 0', async () => {
    const { code, lines } = await doctor(db, asService());
    expect(lines.filter((line) => !line.startsWith('ok       '))).toEqual([]);
    expect(lines[0]).toMatch(/^ok {7}The database answers: PostgreSQL \d+\.\d+.*, as role \w+\.$/);
    expect(lines).toHaveLength(11);
    expect(code).toBe(0);
  });

  test('a migration of a newer version is named, with what to do, and ends with 1', async () => {
    await db.pg(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at)
      VALUES ('x', 'x', '20990101000000_from_later', now())`);
    const seen = await doctor(db, asService());
    await db.pg(`DELETE FROM "_prisma_migrations" WHERE id = 'x'`);
    expect(seen.code).toBe(1);
    expect(wrong(seen)).toEqual([
      [
        'FAILED   The database has migrations that this version does not know: 20990101000000_from_later.',
        '         A newer version of Rollcall has used this database: install that version here too.',
      ],
    ]);
  });

  test('migrations that are missing or half done are named', async () => {
    const names = (await db.pg<{ id: string }>('SELECT id FROM "_prisma_migrations" ORDER BY 1')).length;
    await db.pg(`CREATE TABLE kept AS SELECT * FROM "_prisma_migrations"`);
    await db.pg(`DELETE FROM "_prisma_migrations" WHERE migration_name LIKE '%_safe_encounters'`);
    await db.pg(`UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name LIKE '%_initial'`);
    const seen = await doctor(db);
    await db.pg(`DELETE FROM "_prisma_migrations"`);
    await db.pg(`INSERT INTO "_prisma_migrations" SELECT * FROM kept`);
    await db.pg('DROP TABLE kept');
    expect(names).toBeGreaterThan(1);
    expect(seen.lines).toContainEqual(
      expect.stringMatching(/^FAILED {3}A migration was begun and not finished: \d+_initial\.$/),
    );
    expect(seen.lines).toContainEqual(
      expect.stringMatching(/^FAILED {3}Migrations are missing: \d+_safe_encounters\.$/),
    );
    expect(seen.lines).toContainEqual(
      expect.stringContaining('Run npm run migrate with MIGRATE_DATABASE_URL'),
    );
  });

  test('a queue that is missing is named: the service would not start', async () => {
    await db.pg(`UPDATE pgboss.queue SET name = 'renamed' WHERE name = 'every-minute'`);
    const seen = await doctor(db);
    await db.pg(`UPDATE pgboss.queue SET name = 'every-minute' WHERE name = 'renamed'`);
    expect(seen.lines).toContain(
      'FAILED   Queues of the service are missing: every-minute. It does not start.',
    );
  });

  test.each([
    [7_000, 'warning', 0, '7 seconds ahead of the database server'],
    [-90_000, 'FAILED ', 1, '90 seconds behind the database server'],
  ])('a clock that is %i ms off is a %s', async (clockOff, level, code, words) => {
    const seen = await doctor(db, { ...asService(), clockOff });
    expect(seen.lines).toContain(`${level}  This machine’s clock is ${words}.`);
    expect(seen.code).toBe(code);
  });

  test('people are named by number only: those without an account, and those who can’t be reached', async () => {
    // S-2 is the administrator, whose work is done at the command line.
    await db.pg(
      `DELETE FROM "Account" WHERE "staffId" IN (SELECT id FROM "StaffMember" WHERE number IN (1, 2))`,
    );
    await db.pg(`UPDATE "Account" SET "unreachableSince" = now() WHERE "userId" = 'U3'`);
    const seen = await doctor(db, asService());
    expect(seen.code).toBe(0);
    expect(wrong(seen)).toEqual([
      [
        'warning  1 person has no account on Slack or Teams: S-1. Rollcall does not know them.',
        expect.stringContaining('Import the staff file'),
      ],
      [
        'warning  1 person has an account that can’t be written to: S-3.',
        expect.stringContaining('Ask them to write to Rollcall once'),
      ],
    ]);
    expect(seen.lines.join()).not.toMatch(/Dana|Whitlock|Blythe|Osei|example\.org/);
  });

  test('of many people the first 20 are named', async () => {
    const council = await db.prisma.agency.findUniqueOrThrow({ where: { key: 'council' } });
    await db.prisma.staffMember.createMany({
      data: Array.from({ length: 25 }, (_, at) => ({
        email: `officer${at}@example.org`,
        givenName: 'Made',
        familyName: 'Up',
        roles: ['pcso' as const],
        agencyId: council.id,
      })),
    });
    const { lines } = await doctor(db);
    const line = lines.find((one) => one.includes('no account')) ?? '';
    expect(line).toMatch(/^warning {2}25 people have no account .*: S-4, .*S-23 and 5 more\./);
  });

  test('an agency without a channel, and a missing shared channel, are named', async () => {
    await db.prisma.agencyChannel.deleteMany({ where: { channelId: { in: ['C-police', 'C-shared'] } } });
    expect(wrong(await doctor(db, asService())).map(([line]) => line)).toEqual([
      'warning  No shared channel is linked: what concerns all agencies is posted nowhere.',
      'warning  1 agency has no channel: police. What concerns only them is posted nowhere.',
    ]);
  });

  test('messages that did not arrive are counted, without a word of them', async () => {
    for (const state of ['uncertain', 'undeliverable', 'undeliverable', 'sent'] as const)
      await db.prisma.outgoing.create({
        data: {
          platform: 'slack',
          tenant: 'T1',
          conversation: 'person:U1',
          operation: 'post',
          content: { card: { title: 'Kai Brown' } },
          state,
        },
      });
    const seen = await doctor(db, asService());
    expect(wrong(seen)).toEqual([
      [
        'warning  2 of the bot’s messages could not be delivered, 1 may have arrived or not.',
        expect.stringContaining('outgoing list'),
      ],
    ]);
    expect(seen.lines.join()).not.toMatch(/Kai|U1/);
  });

  test('an audit that nobody seals is noticed after a minute, and is well once sealed', async () => {
    await db.prisma.auditEvent.create({
      data: {
        at: new Date(Date.now() - 120_000),
        actorKind: 'service',
        action: 'x',
        subjectType: 'X',
        subjectId: '1',
        fields: [],
        contentHash: 'x',
      },
    });
    expect(wrong(await doctor(db, asService()))).toEqual([
      ['warning  1 row of the audit waits for a seal for more than a minute.', expect.any(String)],
    ]);
    await sealAudit(db.prisma, new Date());
    expect(wrong(await doctor(db, asService()))).toEqual([]);
  });

  test('the trigger that guards the audit is missed when it is off', async () => {
    await db.pg('ALTER TABLE "AuditSeal" DISABLE TRIGGER "AuditSeal_is_append_only"');
    const seen = await doctor(db, asService());
    await db.pg('ALTER TABLE "AuditSeal" ENABLE TRIGGER "AuditSeal_is_append_only"');
    expect(seen.code).toBe(1);
    expect(wrong(seen)).toEqual([
      [
        'FAILED   The trigger that refuses every change of AuditSeal is off or gone.',
        expect.stringContaining('ALTER TABLE "AuditSeal" ENABLE TRIGGER'),
      ],
    ]);
  });

  test('a practice database under real platforms is refused in words', async () => {
    const seen = await doctor(db, { ...asService(), mode: 'live' });
    expect(seen.code).toBe(1);
    expect(wrong(seen).map(([line]) => line)).toEqual([
      'FAILED   The database is for the practice room, but the environment is for real platforms. The service does not start.',
    ]);
  });

  test('an empty setting of the scheme is named with the option that fills it', async () => {
    await db.prisma.scheme.update({ where: { id: 1 }, data: { accessContact: ' ' } });
    expect(wrong(await doctor(db, asService()))).toEqual([
      [
        expect.stringContaining('A setting of the scheme is empty (--access-contact)'),
        expect.stringContaining('scheme set --access-contact'),
      ],
    ]);
  });

  test('is for coordinators and administrators, and asks who wants to know', async () => {
    expect((await doctor(db, { as: 'S-1' })).lines.length).toBeGreaterThan(1);
    expect(await doctor(db, { as: 'S-3' })).toEqual({
      code: 1,
      lines: ['Your role does not allow this. Ask your coordinator if you think it should.'],
    });
    expect(await doctor(db, { as: 'S-99' })).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('not an active member of staff')],
    });
    expect(await doctor(db, { as: null })).toMatchObject({
      code: 2,
      lines: [expect.stringContaining('--as')],
    });
  });

  test('works in nobody’s name where there is no scheme yet, and says how to make one', async () => {
    await db.truncate();
    const seen = await doctor(db, { ...asService(), as: null, mode: 'live' });
    expect(seen.code).toBe(1);
    expect(seen.lines).toContain('FAILED   There is no scheme yet.');
    expect(seen.lines).toContainEqual(expect.stringContaining('scheme create --live'));
  });

  test('what the platforms and the settings say stands in the same list, and decides the exit code', async () => {
    const lines: string[] = [];
    const io = typingIo(db, (line) => lines.push(line));
    const code = await runAdmin(['--as', 'S-2', 'doctor'], {
      ...io,
      clock: () => new Date(),
      doctor: {
        ...io.doctor,
        settings: [failed('PORT is wrong.', 'Mend it.')],
        askPlatforms: async (links) => [failed(`${links.length} links were asked about.`, 'Nothing.')],
      },
    });
    expect(code).toBe(1);
    expect(lines[0]).toBe('FAILED   PORT is wrong.');
    expect(lines.at(-2)).toBe('FAILED   3 links were asked about.');
  });
});
