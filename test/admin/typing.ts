import type { AdminIo } from '../../src/admin/adminIo';
import { runAdmin } from '../../src/admin/runAdmin';
import { tellCoordinators } from '../../src/conversation/reminders/tellPeople';
import { readTokenKeys } from '../../src/domain/tokenKeys';
import type { TestDatabase } from '../helpers/database';

export const now = new Date('2026-11-23T10:00:00Z');
export const administrator = 'owen.blythe@example.org';

/** What came of a command: its exit code and every line that was shown. */
export interface Typed {
  readonly code: number;
  readonly lines: readonly string[];
  readonly bars: readonly number[];
}

/** Types a command, with files that are only there for it. */
export async function type(
  db: TestDatabase,
  argv: readonly string[],
  files: Readonly<Record<string, Uint8Array>> = {},
  tokenKeys = '',
): Promise<Typed> {
  const lines: string[] = [];
  const bars: number[] = [];
  const code = await runAdmin(argv, {
    ...typingIo(db, (line) => lines.push(line)),
    readFile: async (path) => {
      const bytes = files[path];
      if (bytes === undefined) throw new Error('no such file');
      return bytes;
    },
    progressBar: () => ({ update: (done) => bars.push(done), stop: () => undefined }),
    tokenKeys: () => readTokenKeys(tokenKeys),
  });
  return { code, lines, bars };
}

/** What the command line gets from outside: this database, a fixed clock, no files, no platforms. */
export function typingIo(db: TestDatabase, say: (line: string) => void): AdminIo {
  return {
    out: say,
    err: say,
    openDatabase: async () => ({ prisma: db.prisma, url: db.url, close: async () => undefined }),
    readFile: async () => {
      throw new Error('no such file');
    },
    clock: () => now,
    progressBar: () => null,
    tellCoordinators,
    tokenKeys: () => readTokenKeys(''),
    liveRefusal: null,
    doctor: {
      settings: [],
      mode: 'practice',
      database: { kind: db.kind, place: 'of the test' },
      askPlatforms: async () => [],
      timeoutMs: 10_000,
    },
  };
}

/** A scheme with a coordinator, an administrator and an officer, who are S-1, S-2 and S-3. */
export async function seedAdmin(db: TestDatabase): Promise<void> {
  await db.truncate();
  await db.prisma.scheme.create({ data: { mode: 'practice', name: 'Test', accessContact: 'ask' } });
  const council = await db.prisma.agency.create({
    data: { key: 'council', name: 'Hampshire County Council', kind: 'council' },
  });
  const police = await db.prisma.agency.create({
    data: { key: 'police', name: 'Hampshire Constabulary', kind: 'police' },
  });
  const staff = [
    { email: 'dana.whitlock@example.org', givenName: 'Dana', familyName: 'Whitlock', role: 'coordinator' },
    { email: administrator, givenName: 'Owen', familyName: 'Blythe', role: 'administrator' },
    { email: 'ama.osei@example.org', givenName: 'Ama', familyName: 'Osei', role: 'constable' },
  ] as const;
  for (const { role, ...person } of staff)
    await db.prisma.staffMember.create({
      data: { ...person, roles: [role], agencyId: role === 'constable' ? police.id : council.id },
    });
}
