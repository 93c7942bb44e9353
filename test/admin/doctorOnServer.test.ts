import { type AddressInfo, createServer, type Socket } from 'node:net';
import { runAdmin } from '../../src/admin/runAdmin';
import { failed } from '../../src/usecases/doctor/finding';
import { withTestServer } from '../helpers/database';
import { doctor, seedInOrder, wrong } from './doctoring';
import { typingIo } from './typing';

/** An address of this machine where nobody listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

withTestServer('doctor', (db) => {
  beforeEach(() => seedInOrder(db));

  test('a right that was taken from the service’s role is named, with how it comes back', async () => {
    await db.pg('REVOKE INSERT, UPDATE ON "Encounter" FROM rollcall_test_application');
    await db.pg('REVOKE USAGE ON SEQUENCE "Draft_number_seq" FROM rollcall_test_application');
    const seen = await doctor(db, { url: db.appUrl ?? '' });
    await db.pg('GRANT INSERT, UPDATE ON "Encounter" TO rollcall_test_application');
    await db.pg('GRANT USAGE ON SEQUENCE "Draft_number_seq" TO rollcall_test_application');
    expect(seen.code).toBe(1);
    expect(wrong(seen)).toEqual([
      [
        'FAILED   The role of DATABASE_URL lacks rights on Encounter (insert, update), numbers of Draft_number_seq.',
        expect.stringContaining('Run npm run migrate'),
      ],
    ]);
  });

  test.each(['UPDATE', 'DELETE', 'TRUNCATE', 'UPDATE ("contentHash")'])(
    'a service that may %s the audit is a failure',
    async (right) => {
      await db.pg(`GRANT ${right} ON "AuditEvent" TO rollcall_test_application`);
      const seen = await doctor(db, { url: db.appUrl ?? '' });
      await db.pg(`REVOKE ${right} ON "AuditEvent" FROM rollcall_test_application`);
      expect(seen.code).toBe(1);
      expect(wrong(seen).map(([line]) => line)).toEqual([
        'FAILED   The role of DATABASE_URL may change or remove rows of AuditEvent.',
      ]);
    },
  );

  test('a service that works as the owner or as a superuser is a warning in the practice room, a failure with real records', async () => {
    expect(wrong(await doctor(db)).map(([line]) => line)).toEqual([
      'warning  The role of DATABASE_URL is a superuser: nothing keeps it from changing the audit.',
    ]);
    await db.prisma.scheme.update({ where: { id: 1 }, data: { mode: 'live' } });
    expect((await doctor(db, { mode: 'live' })).lines).toContainEqual(
      expect.stringMatching(/^FAILED {3}The role of DATABASE_URL is a superuser/),
    );
    await db.pg('ALTER TABLE "Encounter" OWNER TO rollcall_test_application');
    const seen = await doctor(db, { url: db.appUrl ?? '', mode: 'live' });
    await db.pg('ALTER TABLE "Encounter" OWNER TO postgres');
    await db.pg('GRANT SELECT, INSERT, UPDATE, DELETE ON "Encounter" TO rollcall_test_application');
    await db.pg('GRANT USAGE, SELECT ON SEQUENCE "Encounter_number_seq" TO rollcall_test_application');
    expect(wrong(seen).map(([line]) => line)).toEqual([
      'FAILED   The role of DATABASE_URL owns the tables: it could take the audit’s protection away.',
    ]);
  });

  test('a right to the staff that is gone does not keep it from saying so', async () => {
    await db.pg('REVOKE SELECT ON "StaffMember" FROM rollcall_test_application');
    const seen = await doctor(db, { url: db.appUrl ?? '', as: null });
    await db.pg('GRANT SELECT ON "StaffMember" TO rollcall_test_application');
    expect(seen.code).toBe(1);
    expect(seen.lines).toContain('FAILED   The role of DATABASE_URL lacks rights on StaffMember (read).');
    expect(seen.lines).toContainEqual(
      expect.stringMatching(/^FAILED {3}Accounts of staff could not be checked \(P\d+/),
    );
    expect(seen.lines).toContain('ok       No message is stuck.');
  });

  test('a database that is away is said in plain words, without a password, and the platforms are asked all the same', async () => {
    const lines: string[] = [];
    const io = typingIo(db, (line) => lines.push(line));
    const url = `postgresql://someone:secret@127.0.0.1:${await closedPort()}/nowhere`;
    const code = await runAdmin(['doctor'], {
      ...io,
      openDatabase: async () => ({ prisma: db.prisma, url, close: async () => undefined }),
      doctor: { ...io.doctor, askPlatforms: async () => [failed('Slack is away.', 'Wait.')] },
    });
    expect(code).toBe(1);
    expect(lines).toEqual([
      'FAILED   The database (of the test) can’t be reached: nothing accepts connections there.',
      expect.stringContaining('Check address and port'),
      'FAILED   Slack is away.',
      '         Wait.',
    ]);
    expect(lines.join()).not.toContain('secret');
  });

  test('a server that takes the connection and says nothing is given up, and said', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const { lines } = await doctor(db, { url: `postgresql://r:p@127.0.0.1:${port}/x`, timeoutMs: 300 });
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
    expect(lines[0]).toMatch(/^FAILED .* can’t be reached: it does not answer in time\.$/);
  });

  test('what a driver says of an address that it can’t open is not shown; the embedded database’s sentence is', async () => {
    const saidOf = async (kind: 'server' | 'embedded') => {
      const lines: string[] = [];
      const io = typingIo(db, (line) => lines.push(line));
      await runAdmin(['doctor'], {
        ...io,
        openDatabase: async () => {
          throw new Error('in use by process 7: secret');
        },
        doctor: { ...io.doctor, database: { kind, place: 'of the test' } },
      });
      return lines.join('\n');
    };
    expect(await saidOf('server')).toMatch(/^FAILED .* can’t be opened\.\n/);
    expect(await saidOf('server')).not.toContain('secret');
    expect(await saidOf('embedded')).toMatch(/^FAILED .* can’t be opened\. in use by process 7/);
  });

  test('a wrong name, a missing database, a missing role and missing encryption are told apart', async () => {
    const firstLine = async (change: (url: URL) => void) => {
      const url = new URL(db.url);
      change(url);
      const { code, lines } = await doctor(db, { url: url.href, as: null });
      expect(code).toBe(1);
      return lines[0];
    };
    const unknownHost = await firstLine((url) => {
      url.search = '';
      url.hostname = 'no-such-host.invalid';
    });
    expect(unknownHost).toMatch(/^FAILED .* its name can’t be looked up \(DNS\)\.$/);
    const unknownDatabase = await firstLine((url) => {
      url.pathname = '/no_such';
    });
    expect(unknownDatabase).toMatch(/^FAILED .* has no database of this name\.$/);
    const unknownRole = await firstLine((url) => {
      url.username = 'no_such';
    });
    expect(unknownRole).toMatch(/^FAILED .* does not let this role in: it does not exist/);
    const encrypted = await firstLine((url) => url.searchParams.set('sslmode', 'verify-full'));
    expect(encrypted).toMatch(/^FAILED .* speaks without encryption/);
  });

  test('a server that nothing was migrated on says how to begin', async () => {
    await db.pg('DROP SCHEMA public, pgboss CASCADE');
    await db.pg('CREATE SCHEMA public');
    const { code, lines } = await doctor(db, { as: null });
    expect(code).toBe(1);
    expect(lines).toContain('FAILED   The database is empty: nothing was migrated yet.');
  });
});
