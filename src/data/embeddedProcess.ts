import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { releaseLock, takeLock } from './embeddedLock';
import type { EmbeddedReport } from './embeddedReport';
import { serveEmbedded } from './embeddedSocket';

/**
 * The process that has the embedded database open, started by embedded.ts with the folder as its only argument.
 * It reports once on its channel, and ends cleanly when asked on it or when the service at the other end is gone.
 */
const SOCKET_NAME = '.s.PGSQL.5432';

/** The address of a Unix socket may have 107 bytes at most, which a deep folder alone can exceed. */
const LONGEST_SOCKET_PATH = 100;

async function main(folder: string): Promise<void> {
  // Ctrl-C reaches both processes: the service decides when its database may go.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  const serviceGone = new Promise<void>((resolve) => {
    process.on('disconnect', resolve);
    process.on('message', () => resolve());
  });

  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const socketFolder = await makeSocketFolder(folder);
  const lock = await takeLock(folder, { servicePid: process.ppid, socketFolder });
  if (lock !== 'taken') {
    report({ kind: 'inUse', holder: lock });
    return;
  }

  const db = await PGlite.create({
    dataDir: join(folder, 'data'),
    extensions: { fuzzystrmatch, pg_trgm, unaccent },
  });
  const path = join(socketFolder, SOCKET_NAME);
  await rm(path, { force: true });
  const stopServing = await serveEmbedded({ db, path });
  report({ kind: 'ready', socketFolder });

  await serviceGone;
  await stopServing();
  await db.close();
  await rm(socketFolder, { recursive: true, force: true });
  await releaseLock(folder);
}

async function makeSocketFolder(folder: string): Promise<string> {
  const inside = join(folder, 'socket');
  if (Buffer.byteLength(join(inside, SOCKET_NAME)) > LONGEST_SOCKET_PATH)
    return mkdtemp(join(tmpdir(), 'rollcall-'));
  await mkdir(inside, { recursive: true, mode: 0o700 });
  await chmod(inside, 0o700);
  return inside;
}

function report(message: EmbeddedReport): void {
  process.send?.(message);
}

main(process.argv[2] ?? '.rollcall').then(
  () => process.exit(0),
  (error: unknown) => {
    report({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    process.exit(1);
  },
);
