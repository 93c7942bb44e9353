import type { Logger } from 'pino';
import { preparePracticeRoom } from '../channels/practice/preparePracticeRoom';
import { type Config, ConfigError } from '../config';
import { createDatabase } from '../data/client';
import { startEmbeddedDatabase } from '../data/embedded';
import type { PrismaClient } from '../data/generated/client';
import { migrate } from '../data/migrate';
import { roleOfAddress } from '../data/roles';

export interface OpenDatabase {
  readonly prisma: PrismaClient;
  readonly url: string;
  close(): Promise<void>;
}

const connections = 16;

/**
 * Opens the configured database, embedded or on a server, and makes sure that it is of the configured kind: real
 * records and the practice room never share one.
 */
export async function openDatabase(input: {
  config: Config;
  clock: () => Date;
  log: Logger;
}): Promise<OpenDatabase> {
  const { config, clock, log } = input;
  const embedded = config.databaseUrl === null ? await openEmbedded(config, (line) => log.info(line)) : null;
  if (config.migrateDatabaseUrl !== null && embedded === null)
    await migrate({
      url: config.migrateDatabaseUrl,
      log: (line) => log.info(line),
      roles: { application: roleOfAddress(config.databaseUrl ?? '') },
    });
  const url = embedded?.url ?? config.databaseUrl ?? '';
  const database = createDatabase({ url, poolSize: connections });
  const close = async () => {
    await database.close();
    await embedded?.close();
  };
  try {
    await checkKind(database.prisma, config);
    if (config.mode === 'practice') await preparePracticeRoom({ prisma: database.prisma, now: clock() });
  } catch (error) {
    await close();
    throw error;
  }
  return { prisma: database.prisma, url, close };
}

/** A folder in use, or from another version, is said in a sentence: nothing is wrong with the program. */
async function openEmbedded(config: Config, log: (line: string) => void) {
  try {
    return await startEmbeddedDatabase({ folder: config.dataFolder, log });
  } catch (error) {
    const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown error';
    const help =
      config.mode === 'practice' && !words.includes('in use by process')
        ? ` If the data in ${config.dataFolder} is from another version, remove that folder: everything in it is made up.`
        : '';
    throw new ConfigError([`${words}${help}`]);
  }
}

async function checkKind(prisma: PrismaClient, config: Config): Promise<void> {
  const scheme = await prisma.scheme.findUnique({ where: { id: 1 } });
  if (scheme === null && config.mode === 'live')
    throw new ConfigError([
      'This database has no scheme yet. Create it first: npm run admin -- scheme create --live … (see the README).',
    ]);
  if (scheme !== null && scheme.mode !== config.mode)
    throw new ConfigError([
      scheme.mode === 'live'
        ? 'This database holds real records. The practice room does not open on it: name another database, or set the platform’s credentials.'
        : 'This database belongs to the practice room. Real platforms do not use it: name another database.',
    ]);
}
