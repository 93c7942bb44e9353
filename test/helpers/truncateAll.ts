import type { Client } from 'pg';

/**
 * Empties every table and starts its numbers again, the audit too: triggers and references rest for this transaction,
 * which only the server's administrator may ask for. Deleting what little a test stored is quicker than TRUNCATE,
 * which makes new files for every table. What the migration itself stored (queues, migrations) stays.
 */
export async function truncateAll(client: Client): Promise<void> {
  await client.query(`
    DO $$
    DECLARE
      found record;
    BEGIN
      SET LOCAL session_replication_role = replica;
      FOR found IN
        SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations')
           OR (schemaname = 'pgboss' AND tablename IN ('job', 'archive', 'schedule', 'subscription'))
      LOOP
        EXECUTE 'DELETE FROM ' || found.name;
      END LOOP;
      FOR found IN SELECT * FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL LOOP
        PERFORM setval(format('%I.%I', found.schemaname, found.sequencename), found.start_value, false);
      END LOOP;
    END
    $$`);
}
