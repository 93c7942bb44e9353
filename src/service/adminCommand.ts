import { readFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import type { OpenedDatabase, ProgressBar } from '../admin/adminIo';
import { runAdmin } from '../admin/runAdmin';
import { embeddedConsent } from '../config';
import { tellCoordinators } from '../conversation/reminders/tellPeople';
import { createDatabase } from '../data/client';
import { DEFAULT_EMBEDDED_FOLDER, embeddedUrl, startEmbeddedDatabase } from '../data/embedded';
import { readTokenKeys } from '../domain/tokenKeys';
import { createDoctorIo } from './createDoctorIo';

/**
 * `npm run admin -- …`: the command line over the configured database. It starts here and not in src/admin, which may
 * not know the platforms: its doctor asks them through what is put together here.
 */
async function main(): Promise<void> {
  const { DATABASE_URL, ROLLCALL_DATA, ALLOW_EMBEDDED_DATABASE, SLACK_TOKEN_KEYS } = process.env;
  const url = DATABASE_URL || undefined;
  const folder = ROLLCALL_DATA || DEFAULT_EMBEDDED_FOLDER;
  const clock = () => new Date();
  process.exitCode = await runAdmin(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    openDatabase: () => openDatabase(url, folder),
    readFile: (path) => readFile(path),
    clock,
    progressBar: (total) => (process.stderr.isTTY ? startBar(total) : null),
    tellCoordinators,
    tokenKeys: () =>
      SLACK_TOKEN_KEYS
        ? readTokenKeys(SLACK_TOKEN_KEYS)
        : { kind: 'wrong', sentence: 'It is not set. Give this command the same keys as the service.' },
    liveRefusal:
      url !== undefined || ALLOW_EMBEDDED_DATABASE === embeddedConsent
        ? null
        : 'Set DATABASE_URL first: real records belong on a PostgreSQL server. The embedded database is for the practice room.',
    doctor: createDoctorIo({ environment: process.env, dataFolder: folder, clock }),
  });
}

/** The server; else the embedded database of a running service; else the embedded one for the time of the command. */
async function openDatabase(url: string | undefined, folder: string): Promise<OpenedDatabase> {
  const running = url ?? (await embeddedUrl(folder));
  const embedded = running === undefined ? await startEmbeddedDatabase({ folder }) : null;
  const address = running ?? embedded?.url ?? '';
  const database = createDatabase({ url: address, poolSize: 2 });
  return {
    prisma: database.prisma,
    url: address,
    close: async () => {
      await database.close();
      await embedded?.close();
    },
  };
}

function startBar(total: number): ProgressBar {
  const bar = new SingleBar({
    format: '{bar} {value} of {total} rows, {eta_formatted} left',
    stream: process.stderr,
  });
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}

main().catch((error: unknown) => {
  process.stderr.write(
    `Rollcall could not do this. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
