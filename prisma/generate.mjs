// Generates the Prisma client from prisma/schema.prisma, without a network and silently.
// Prisma would first fetch a native schema engine, which generating does not use: naming any file
// that exists as that engine keeps it from looking for one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const prismaCli = createRequire(import.meta.url).resolve('prisma/build/index.js');

// With --if-changed nothing is done where the client was made from this very schema: every start and build asks.
const schema = readFileSync(`${root}prisma/schema.prisma`, 'utf8');
const madeFrom = `${root}src/data/generated/.schema.prisma`;
const isMade = existsSync(madeFrom) && readFileSync(madeFrom, 'utf8') === schema;
if (process.argv.includes('--if-changed') && isMade) process.exit(0);

const run = spawnSync(process.execPath, [prismaCli, 'generate', '--no-hints'], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'pipe'],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});

if (run.status !== 0) {
  process.stderr.write(`${run.stdout}${run.stderr}`);
  process.exitCode = run.status ?? 1;
} else {
  writeFileSync(madeFrom, schema);
}
