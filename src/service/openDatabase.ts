import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { preparePracticeRoom } from '../channels/practice/preparePracticeRoom';
import { type Config, ConfigError } from '../config';
import { createDatabase } from '../data/client';
import { startEmbeddedDatabase } from '../data/embedded';
import type { PrismaClient } from '../data/generated/client';
import { migrate } from '../data/migrate';
import { missingMigrations, noMigrationRuns } from '../data/missingMigrations';
import { roleOfAddress } from '../data/roles';

export interface OpenDatabase {
  readonly prisma: PrismaClient;
  readonly url: string;
  close(): Promise<void>;
}

const connections = 16;
/** Missing migrations are looked for this often. */
const lookEveryMs = 1_000;

/**
 * Opens the configured database, embedded or on a server, and makes sure that it is of the configured kind: real
 * records and the practice room never share one.
 */
export async function openDatabase(input: {
  config: Config;
  clock: () => Date;
  log: Logger;
  /** Told when migrations are missing: then it waits until they are there. */
  waiting?: () => void;
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
    await migrationsInPlace({ prisma: database.prisma, log, waiting: input.waiting });
    await checkKind(database.prisma, config);
    if (config.mode === 'practice') await preparePracticeRoom({ prisma: database.prisma, now: clock() });
  } catch (error) {
    await close();
    throw error;
  }
  return { prisma: database.prisma, url, close };
}

/** Whoever migrates may do it after the service was started: it goes on by itself then. */
async function migrationsInPlace(input: {
  prisma: PrismaClient;
  log: Logger;
  waiting: (() => void) | undefined;
}): Promise<void> {
  const { prisma, log } = input;
  let missing = await missingMigrations(prisma);
  if (missing.length === 0) return;
  log.warn({ missing }, 'the database lacks migrations: run npm run migrate; the service waits for them');
  input.waiting?.();
  while (missing.length > 0) {
    await pause(lookEveryMs);
    missing = await missingMigrations(prisma);
  }
  await noMigrationRuns(prisma);
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
