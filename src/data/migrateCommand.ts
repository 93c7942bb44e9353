import { migrate } from './migrate';
import { roleOfAddress } from './roles';

/**
 * `npm run migrate`: brings the database at MIGRATE_DATABASE_URL (or DATABASE_URL, where one role does everything) to
 * this version, and lets in the role of DATABASE_URL and the one that RETENTION_DATABASE_ROLE names.
 */
async function main(): Promise<void> {
  const { DATABASE_URL, MIGRATE_DATABASE_URL, RETENTION_DATABASE_ROLE } = process.env;
  const url = MIGRATE_DATABASE_URL ?? DATABASE_URL;
  if (url === undefined) {
    throw new Error('Set MIGRATE_DATABASE_URL to the database and the role that owns its tables.');
  }
  const application = DATABASE_URL === undefined ? undefined : roleOfAddress(DATABASE_URL);
  await migrate({ url, log: print, roles: { application, retention: RETENTION_DATABASE_ROLE } });
  print('The database is up to date.');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The database was not migrated. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
