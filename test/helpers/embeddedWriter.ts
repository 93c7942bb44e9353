import { Client } from 'pg';
import { startEmbeddedDatabase } from '../../src/data/embedded';

/**
 * A service to be killed: stores one number after another in the embedded database of the folder it is given, from
 * the number it is given on, and says each once the database has acknowledged it.
 */
async function main(folder: string, first: number): Promise<void> {
  const database = await startEmbeddedDatabase({ folder });
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS stored (number int PRIMARY KEY)');
  for (let number = first; ; number += 1) {
    await client.query('INSERT INTO stored VALUES ($1)', [number]);
    process.stdout.write(`${number}\n`);
  }
}

main(process.argv[2] ?? '', Number(process.argv[3])).catch(() => process.exit(1));
