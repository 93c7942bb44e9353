import { startEmbeddedDatabase } from '../../src/data/embedded';

/** Makes a migrated embedded database in the folder named as the only argument. */
async function main(): Promise<void> {
  const database = await startEmbeddedDatabase({ folder: process.argv[2] ?? '' });
  await database.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
