import { type ChildProcess, fork } from 'node:child_process';
import { connect } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isRunning, type LockHolder, lockHolder } from './embeddedLock';
import type { EmbeddedReport } from './embeddedReport';
import { migrate } from './migrate';

export interface EmbeddedDatabase {
  /** A PostgreSQL address, for this process and for others of the same user. */
  readonly url: string;
  /** Lets what is stored settle on disk, and ends the database's process. */
  close(): Promise<void>;
  /** Settles if the database's process ends though nobody closed it. */
  readonly lost: Promise<Error>;
}

export interface EmbeddedOptions {
  /** Where it keeps its data; made when missing, for its owner only. */
  readonly folder?: string;
  readonly log?: (line: string) => void;
}

export const DEFAULT_EMBEDDED_FOLDER = '.rollcall';

/**
 * Starts the embedded database (PostgreSQL as WebAssembly) in `folder` and brings it to this version.
 *
 * It runs in a process of its own: its start keeps a processor busy for seconds and every query for its duration,
 * which in the service's process would hold up each answer. It may fail without taking the service along, and when
 * the service is killed, it notices and closes its files. It makes no promise about a power cut.
 * @throws when another living process has the folder open; the sentence names it
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const database = await openEmbeddedDatabase(options);
  try {
    await migrate({ url: database.url, log: options.log ?? (() => undefined) });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** As startEmbeddedDatabase, but leaves the tables as they are. */
export async function openEmbeddedDatabase(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const folder = resolve(options.folder ?? DEFAULT_EMBEDDED_FOLDER);
  const { child, socketFolder } = await startProcess(folder);
  let closing = false;
  const lost = new Promise<Error>((settle) => {
    child.once('exit', (code, signal) => {
      if (!closing)
        settle(new Error(`The embedded database ended unexpectedly (${signal ?? `code ${code}`}).`));
    });
  });
  const close = () => {
    closing = true;
    return endProcess(child);
  };
  return { url: addressOf(socketFolder), close, lost };
}

/** The address of the embedded database that another process has open in `folder`; undefined when none answers. */
export async function embeddedUrl(folder: string = DEFAULT_EMBEDDED_FOLDER): Promise<string | undefined> {
  const holder = await lockHolder(resolve(folder));
  if (holder === undefined) return undefined;
  const answers = await new Promise<boolean>((settle) => {
    const socket = connect(join(holder.socketFolder, '.s.PGSQL.5432'));
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
    socket.once('connect', () => socket.end());
  });
  return answers ? addressOf(holder.socketFolder) : undefined;
}

function addressOf(socketFolder: string): string {
  // All its connections share one session: see keepsPrepared in client.ts.
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketFolder)}&pgbouncer=true`;
}

interface StartedProcess {
  readonly child: ChildProcess;
  readonly socketFolder: string;
}

/** A predecessor whose service was killed is closing its files: it is given this long. */
const PREDECESSOR_MS = 15_000;

async function startProcess(folder: string): Promise<StartedProcess> {
  const deadline = Date.now() + PREDECESSOR_MS;
  for (;;) {
    const child = forkProcess(folder);
    const report = await firstReport(child);
    if (report.kind === 'ready') return { child, socketFolder: report.socketFolder };
    await endProcess(child);
    if (report.kind === 'failed') throw new Error(`The embedded database did not start: ${report.reason}`);
    const isClosing = !isRunning(report.holder.servicePid);
    if (!isClosing || Date.now() > deadline) throw new Error(inUseSentence(folder, report.holder));
    await delay(100);
  }
}

/** Beside this file stands its process: compiled, or as a source where the tests run sources. */
function forkProcess(folder: string): ChildProcess {
  const file = join(__dirname, `embeddedProcess${extname(__filename)}`);
  return fork(file, [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

function firstReport(child: ChildProcess): Promise<EmbeddedReport> {
  return new Promise((settle) => {
    child.once('message', (message) => settle(message as EmbeddedReport));
    child.once('error', (error) => settle({ kind: 'failed', reason: error.message }));
    child.once('exit', (code, signal) =>
      settle({ kind: 'failed', reason: `it ended (${signal ?? `code ${code}`})` }),
    );
  });
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((settle) => {
    child.once('exit', () => settle());
  });
  if (child.connected) child.send('close', () => undefined);
  await ended;
}

function inUseSentence(folder: string, holder: LockHolder): string {
  return `The embedded database in ${folder} is in use by process ${holder.servicePid}. Stop that one first, or name another folder.`;
}
