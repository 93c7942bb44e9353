import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Who has an embedded database open. PGlite itself lets two processes open one folder, and ruins it. */
export interface LockHolder {
  /** The process that has the data open. */
  readonly pid: number;
  /** When that process began, in the system's own count: a process id alone may have passed to another. */
  readonly started: string;
  /** The service it works for. */
  readonly servicePid: number;
  /** The folder of its Unix socket. */
  readonly socketFolder: string;
}

const holderSchema = z.object({
  pid: z.number(),
  started: z.string(),
  servicePid: z.number(),
  socketFolder: z.string(),
});

/**
 * Takes the lock of `folder` for this process. A lock left by a process that is gone is taken over.
 * @returns 'taken', or the living process that has it
 */
export async function takeLock(
  folder: string,
  mine: Omit<LockHolder, 'pid' | 'started'>,
): Promise<'taken' | LockHolder> {
  const holder: LockHolder = { pid: process.pid, started: startOf(process.pid), ...mine };
  const lock = lockFile(folder);
  const draft = `${lock}.${process.pid}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    for (;;) {
      // A link is made complete or not at all: nobody ever reads half a lock.
      const made = await link(draft, lock).then(() => true, isExisting);
      if (made) return 'taken';
      const other = await readLock(folder);
      if (other !== undefined && isAlive(other)) return other;
      await removeStale(lock, other);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** The living process that has `folder` open, if there is one. */
export async function lockHolder(folder: string): Promise<LockHolder | undefined> {
  const holder = await readLock(folder);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

export async function releaseLock(folder: string): Promise<void> {
  await rm(lockFile(folder), { force: true });
}

function lockFile(folder: string): string {
  return join(folder, 'lock');
}

async function readLock(folder: string): Promise<LockHolder | undefined> {
  const text = await readFile(lockFile(folder), 'utf8').catch(() => '{}');
  const read = holderSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : undefined;
}

/** Of two that find the same stale lock, the slower must not throw away the quicker one's new lock. */
async function removeStale(lock: string, stale: LockHolder | undefined): Promise<void> {
  const aside = `${lock}.stale.${process.pid}`;
  await rename(lock, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => undefined);
  if (moved !== undefined && stale !== undefined && moved !== JSON.stringify(stale)) {
    await link(aside, lock).catch(() => undefined);
  }
  await rm(aside, { force: true });
}

function isAlive({ pid, started }: LockHolder): boolean {
  return isRunning(pid) && startOf(pid) === started;
}

/** Whether a process runs. One that has ended does not, even where its parent never asks how (a container's first). */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, as another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) !== 'ended';
}

/** Linux tells when a process began (field 22 of its stat); elsewhere the process id has to do. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

function isExisting(error: unknown): false {
  if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
  throw error;
}
