import { probeDatabase } from '../data/probeDatabase';
import { checkServer } from '../usecases/doctor/checkServer';
import { examineDatabase } from '../usecases/doctor/examineDatabase';
import { type Finding, failed } from '../usecases/doctor/finding';
import { linksOfPlatforms } from '../usecases/doctor/linksOfPlatforms';
import { mayExamine } from '../usecases/doctor/mayExamine';
import type { Refused } from '../usecases/refusal';
import type { AdminIo, OpenedDatabase } from './adminIo';
import { type AdminRun, nobodyNamed } from './session';

export type Examined = { readonly kind: 'examined'; readonly findings: readonly Finding[] } | Refused;

/**
 * Looks over the environment, the database and the platforms. A database that is away is one of the findings; nothing
 * is shown to somebody whom a database that answers does not allow it.
 * @throws UsageError where staff can be read and nobody is named
 */
export async function examine(run: AdminRun): Promise<Examined> {
  const { io } = run;
  const opened = await open(io);
  if ('level' in opened) return withoutDatabase(io, opened);
  try {
    const probed = await probeDatabase({ url: opened.url, timeoutMs: io.doctor.timeoutMs });
    const now = io.clock();
    const server = checkServer({ place: io.doctor.database.place, probed });
    if (probed.kind === 'away') return withoutDatabase(io, server);
    const may = await mayExamine(opened.prisma, { named: run.named(), now });
    if (may.kind === 'refused') return may;
    if (may.kind === 'unnamed') throw nobodyNamed();
    const { mode, database, settings } = io.doctor;
    const records = await examineDatabase(opened.prisma, { probed, kind: database.kind, mode, now });
    const platforms = await io.doctor.askPlatforms(await linksOfPlatforms(opened.prisma));
    return { kind: 'examined', findings: [...settings, server, ...records, ...platforms] };
  } finally {
    await opened.close();
  }
}

/**
 * The embedded database may not start, or not be of this version; that is said by it in a sentence. What a driver says
 * of a server's address may hold the password.
 */
async function open(io: AdminIo): Promise<OpenedDatabase | Finding> {
  try {
    return await io.openDatabase();
  } catch (error) {
    const { kind, place } = io.doctor.database;
    if (kind === 'server')
      return failed(`The database (${place}) can’t be opened.`, 'Check DATABASE_URL, then run doctor again.');
    const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown error';
    return failed(
      `The database (${place}) can’t be opened. ${words}`,
      'Put right what it says, then run doctor again.',
    );
  }
}

async function withoutDatabase(io: AdminIo, finding: Finding): Promise<Examined> {
  const platforms = await io.doctor.askPlatforms([]);
  return { kind: 'examined', findings: [...io.doctor.settings, finding, ...platforms] };
}
