// What a save writes, as the database counts it: rows inserted and updated, by table.

/** The rows that one piece of work writes: `{ 'Draft': { inserted: 0, updated: 1 }, … }`, tables in a fixed order. */
export async function rowsWrittenBy({ client, flush, work }) {
  // This connection's own writes are not the work's.
  await client.query(flushStatement);
  await flush();
  const before = await countWrites(client);
  await work();
  await flush();
  const after = await countWrites(client);
  const written = Object.entries(after).map(([table, count]) => [
    table,
    {
      inserted: count.inserted - (before[table]?.inserted ?? 0),
      updated: count.updated - (before[table]?.updated ?? 0),
    },
  ]);
  return Object.fromEntries(written.filter(([, { inserted, updated }]) => inserted + updated > 0));
}

/** Has the connection that worked hand in its counts now; PostgreSQL collects them otherwise once a second at most. */
export const flushStatement = 'SELECT pg_stat_force_next_flush()';

async function countWrites(client) {
  const { rows } = await client.query(
    'SELECT relname, n_tup_ins::int AS inserted, n_tup_upd::int AS updated FROM pg_stat_user_tables ORDER BY relname',
  );
  return Object.fromEntries(rows.map(({ relname, ...count }) => [relname, count]));
}

/** The rows as one save left them, by table: those that its transaction was the last to write. */
export async function rowsOfSave(client, { draftId, tables }) {
  const rows = {};
  for (const table of tables) {
    const result = await client.query(
      `SELECT to_jsonb(t) AS row FROM "${table}" t
       WHERE t.xmin = (SELECT e.xmin FROM "Encounter" e WHERE e."draftId" = $1)`,
      [draftId],
    );
    rows[table] = result.rows.map(({ row }) => row);
  }
  return rows;
}
