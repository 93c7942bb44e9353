import type { PrismaClient } from './generated/client';
import { MIGRATION_LOCK } from './migrate';
import { migrationNames, migrationsFolder } from './readMigrations';

/**
 * The migrations that this version needs and the database has not, oldest first. Also those that failed half-way.
 * @throws when the database does not answer
 */
export async function missingMigrations(prisma: PrismaClient): Promise<readonly string[]> {
  const needed = await migrationNames(migrationsFolder);
  // Before the first migration there is no such table, and before the last step of it no right to read it.
  const [table] = await prisma.$queryRaw<{ readable: boolean }[]>`
    SELECT coalesce(has_table_privilege(to_regclass('"_prisma_migrations"'), 'SELECT'), false) AS readable`;
  if (table?.readable !== true) return needed;
  const applied = await prisma.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM "_prisma_migrations"
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map(({ name }) => name));
  return needed.filter((name) => !names.has(name));
}

/** Resolves when nobody is migrating: tables come first, queues and rights a moment later. */
export async function noMigrationRuns(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`SELECT pg_advisory_xact_lock_shared(${MIGRATION_LOCK})`;
}
