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
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
    openDatabase: async () => ({ prisma: db.prisma, close: async () => undefined }),
    readFile: async (path) => {
      const bytes = files[path];
      if (bytes === undefined) throw new Error('no such file');
      return bytes;
    },
    clock: () => now,
    progressBar: () => ({ update: (done) => bars.push(done), stop: () => undefined }),
    tellCoordinators,
    tokenKeys: () => readTokenKeys(tokenKeys),
    liveRefusal: null,
  });
  return { code, lines, bars };
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
