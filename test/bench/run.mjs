// npm run bench: how fast the whole save is against the same rows written by hand, and how fast a Slack message gets
// its 200 against a bare Bolt app, on a PostgreSQL server of its own.
//   --quick       a smoke run of under 20 seconds, whose figures say little
//   --json        JSON only (npm run --silent bench -- --json)
//   --statements  also the SQL of one save, statement by statement
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startChild } from './children.mjs';
import { measureSaves } from './measureSaves.mjs';
import { measureSlack } from './measureSlack.mjs';
import { makeTemplate } from './openDatabase.mjs';
import { reportTable } from './reportTable.mjs';
import { settings } from './startPostgres.mjs';

const { values: flags } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, statements: { type: 'boolean' } },
});
const sizes = flags.quick
  ? { rounds: 2, savesInRound: 80, seconds: 1, drainSeconds: 0.5 }
  : { rounds: 5, savesInRound: 1000, seconds: 10, drainSeconds: 90 };
const say = (line) =>
  process.stderr.write(`${(performance.now() / 1000).toFixed(1).padStart(5)} s  ${line}\n`);

// Children end when their pipe to this process closes, so ending at once leaves nothing behind.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const machine = { processors: cpus().length, model: cpus()[0]?.model ?? 'unknown', loadBefore: loadavg()[0] };
const server = await startChild({
  file: fileURLToPath(new URL('./postgresKeeper.mjs', import.meta.url)),
  guarded: false,
});
try {
  const { url: serverUrl, syncMs } = JSON.parse(server.firstLine);
  await makeTemplate(serverUrl);
  const { statements, ...save } = await measureSaves({ serverUrl, say, ...sizes });
  const messages = await measureSlack({ serverUrl, say, rates: [50, 200], ...sizes });
  const result = {
    quick: flags.quick === true,
    node: process.version,
    machine: { ...machine, syncMs, loadAfter: loadavg()[0] },
    postgres: settings,
    save: { ...save, statementsInSave: statements.length, ...(flags.statements && { statements }) },
    messages,
  };
  process.stdout.write(flags.json ? `${JSON.stringify(result, null, 2)}\n` : reportTable(result));
} finally {
  await server.stop();
}
// The database client's timers would keep this process for another ten seconds.
process.stdout.write('', () => process.exit(0));
