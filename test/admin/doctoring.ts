import { runAdmin } from '../../src/admin/runAdmin';
import { createDatabase } from '../../src/data/client';
import type { TestDatabase } from '../helpers/database';
import { seedAdmin, type Typed, typingIo } from './typing';

interface Circumstances {
  /** Another address than the owner's. */
  readonly url?: string;
  readonly as?: string | null;
  /** How far this machine's clock is off, in milliseconds. */
  readonly clockOff?: number;
  readonly mode?: 'practice' | 'live';
  readonly timeoutMs?: number;
}

/** Types `doctor` with a clock that runs, as S-2, the administrator. */
export async function doctor(
  db: TestDatabase,
  given: Circumstances = {},
): Promise<Pick<Typed, 'code' | 'lines'>> {
  const { url, as = 'S-2', clockOff = 0, mode = 'practice', timeoutMs = 5_000 } = given;
  const lines: string[] = [];
  const io = typingIo(db, (line) => lines.push(line));
  const own = url === undefined ? null : createDatabase({ url });
  const code = await runAdmin([...(as === null ? [] : ['--as', as]), 'doctor'], {
    ...io,
    clock: () => new Date(Date.now() + clockOff),
    doctor: { ...io.doctor, mode, timeoutMs },
    ...(own !== null &&
      url !== undefined && { openDatabase: async () => ({ prisma: own.prisma, url, close: own.close }) }),
  });
  return { code, lines };
}

/** The lines that are not in order, each with what to do. */
export const wrong = ({ lines }: Pick<Typed, 'lines'>) =>
  lines.flatMap((line, at) => (line.startsWith('ok') || line.startsWith(' ') ? [] : [[line, lines[at + 1]]]));

/** A scheme in which the doctor finds nothing to say: everybody has an account, every agency a channel. */
export async function seedInOrder(db: TestDatabase): Promise<void> {
  await seedAdmin(db);
  for (const { id, number } of await db.prisma.staffMember.findMany())
    await db.prisma.account.create({
      data: { platform: 'practice', tenant: 'T1', userId: `U${number}`, staffId: id },
    });
  const agencies = await db.prisma.agency.findMany();
  for (const agency of [...agencies, null])
    await db.prisma.agencyChannel.create({
      data: {
        platform: 'practice',
        tenant: 'T1',
        channelId: `C-${agency?.key ?? 'shared'}`,
        agencyId: agency?.id ?? null,
        shared: agency === null,
      },
    });
}
