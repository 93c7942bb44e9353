import { neededQueues } from '../../data/migrate';
import { migrationNames, migrationsFolder } from '../../data/readMigrations';
import type { Transaction } from '../../data/unitOfWork';
import { type Finding, failed, ok } from './finding';
import { sayFew } from './sayFew';

const migrateToDo = 'Run npm run migrate with MIGRATE_DATABASE_URL, then start the service again.';

/** Whether the tables are those of this version: every migration applied, none that this version does not know. */
export async function checkMigrations(tx: Transaction): Promise<readonly Finding[]> {
  const [table] = await tx.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there`;
  if (table?.there !== true) return [failed('The database is empty: nothing was migrated yet.', migrateToDo)];
  const rows = await tx.$queryRaw<{ name: string; applied: boolean }[]>`
    SELECT migration_name AS name, finished_at IS NOT NULL AS applied FROM "_prisma_migrations"
    WHERE rolled_back_at IS NULL ORDER BY migration_name`;
  const known = await migrationNames(migrationsFolder);
  const applied = new Set(rows.filter((row) => row.applied).map(({ name }) => name));
  const halfDone = rows.filter((row) => !row.applied).map(({ name }) => name);
  const missing = known.filter((name) => !applied.has(name) && !halfDone.includes(name));
  const unknown = [...applied].filter((name) => !known.includes(name));
  const findings = [
    ...(halfDone.length > 0
      ? [
          failed(
            `A migration was begun and not finished: ${sayFew(halfDone)}.`,
            'Restore the backup from before it, then run npm run migrate again. If there is none, keep the database as it is and ask whoever maintains Rollcall.',
          ),
        ]
      : []),
    ...(missing.length > 0 ? [failed(`Migrations are missing: ${sayFew(missing)}.`, migrateToDo)] : []),
    ...(unknown.length > 0
      ? [
          failed(
            `The database has migrations that this version does not know: ${sayFew(unknown)}.`,
            'A newer version of Rollcall has used this database: install that version here too.',
          ),
        ]
      : []),
    ...(await missingQueues(tx)),
  ];
  return findings.length > 0 ? findings : [ok(`All ${known.length} migrations are applied.`)];
}

async function missingQueues(tx: Transaction): Promise<readonly Finding[]> {
  const [table] = await tx.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('pgboss.queue') IS NOT NULL AS there`;
  const rows =
    table?.there === true ? await tx.$queryRaw<{ name: string }[]>`SELECT name FROM pgboss.queue` : [];
  const missing = neededQueues.filter((name) => !rows.some((row) => row.name === name));
  return missing.length > 0
    ? [failed(`Queues of the service are missing: ${sayFew(missing)}. It does not start.`, migrateToDo)]
    : [];
}
