/**
 * Stores many rows of one table in one statement for each thousand.
 * @returns the rows as stored, with what the database added
 */
export async function insertRows(client, table, rows) {
  const stored = [];
  for (let start = 0; start < rows.length; start += 1000) {
    const some = rows.slice(start, start + 1000);
    const columns = Object.keys(some[0])
      .map((name) => `"${name}"`)
      .join(', ');
    const result = await client.query(
      `INSERT INTO "${table}" (${columns})
       SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1) RETURNING *`,
      [JSON.stringify(some)],
    );
    stored.push(...result.rows);
  }
  return stored;
}
