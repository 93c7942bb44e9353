import { readFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { embeddedConsent } from '../config';
import { tellCoordinators } from '../conversation/reminders/tellPeople';
import { createDatabase } from '../data/client';
import { DEFAULT_EMBEDDED_FOLDER, embeddedUrl, startEmbeddedDatabase } from '../data/embedded';
import { readTokenKeys } from '../domain/tokenKeys';
import type { ProgressBar } from './adminIo';
import { runAdmin } from './runAdmin';

/** `npm run admin -- …`: the command line over the configured database. */
async function main(): Promise<void> {
  const { DATABASE_URL, ROLLCALL_DATA, ALLOW_EMBEDDED_DATABASE, SLACK_TOKEN_KEYS } = process.env;
  const url = DATABASE_URL || undefined;
  process.exitCode = await runAdmin(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    openDatabase: () => openDatabase(url, ROLLCALL_DATA || DEFAULT_EMBEDDED_FOLDER),
    readFile: (path) => readFile(path),
    clock: () => new Date(),
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
  });
}

/** The server; else the embedded database of a running service; else the embedded one for the time of the command. */
async function openDatabase(url: string | undefined, folder: string) {
  const running = url ?? (await embeddedUrl(folder));
  const embedded = running === undefined ? await startEmbeddedDatabase({ folder }) : null;
  const database = createDatabase({ url: running ?? embedded?.url ?? '', poolSize: 2 });
  return {
    prisma: database.prisma,
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
