import { inOneTransaction } from '../../../src/data/unitOfWork';
import type { Person } from '../../../src/domain/person';
import { type Imported, type ImportKind, importRecords } from '../../../src/usecases/imports/importRecords';
import type { TestDatabase } from '../../helpers/database';

export const now = new Date('2026-11-24T10:00:00Z');
const staffId = '00000000-0000-4000-8000-000000000001';

const administrator: Person = {
  staffId,
  name: 'Al Admin',
  roles: ['administrator'],
  agencyId: staffId,
  agencyKind: 'council',
  schoolId: null,
  onRoster: false,
};

/** An empty scheme with one administrator, and two schools whose names are near each other. */
export async function seedImporting(db: TestDatabase): Promise<void> {
  await db.truncate();
  await db.prisma.scheme.create({ data: { mode: 'practice', name: 'Test', accessContact: 'ask' } });
  const agency = await db.prisma.agency.create({
    data: { key: 'council', name: 'Council', kind: 'council' },
  });
  await db.prisma.staffMember.create({
    data: {
      id: staffId,
      email: 'al@example.org',
      givenName: 'Al',
      familyName: 'Admin',
      roles: ['administrator'],
      agencyId: agency.id,
    },
  });
  for (const name of ['Oak School', 'Ash School'])
    await db.prisma.school.create({
      data: { name, phase: 'secondary', aliases: [`${name.slice(0, 3)} Tech`] },
    });
}

/** Imports a text as the administrator. */
export function importText(
  db: TestDatabase,
  kind: ImportKind,
  lines: readonly string[],
  options: { skipBadRows?: boolean } = {},
): Promise<Imported> {
  const actor = { kind: 'command_line', staffId } as const;
  return inOneTransaction({ prisma: db.prisma, now, actor, timeoutMs: 60_000 }, (work) =>
    importRecords(work, administrator, {
      kind,
      bytes: Buffer.from(lines.join('\n')),
      skipBadRows: options.skipBadRows ?? false,
    }),
  );
}

/** The problems of an import that stored nothing, as `line column`. */
export function problemsOf(imported: Imported): readonly string[] {
  if (imported.kind !== 'bad_rows') throw new Error(`Expected bad rows, not: ${imported.kind}`);
  return imported.problems.map(({ line, column, reason }) => `${line} ${column}: ${reason}`);
}

/** How many were new, updated, unchanged. */
export function countsOf(imported: Imported): readonly number[] {
  if (imported.kind !== 'imported') throw new Error(`Expected an import, not: ${JSON.stringify(imported)}`);
  return [imported.created, imported.updated, imported.unchanged];
}
