// npm run bench: how fast the whole save is against the same rows written by hand; how fast a Slack message and a Teams
// activity get their 200 against a bare Bolt app and a bare express handler; how long the service takes to start and how
// much memory it has, on a PostgreSQL server of the bench's own.
//   --only NAMES  some of it: save, slack, teams, service (with commas between)
//   --quick       a smoke run of under a minute, whose figures say little
//   --json        JSON only (npm run --silent bench -- --json)
//   --statements  also the SQL of one save, statement by statement
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startChild } from './children.mjs';
import { measureMessages } from './measureMessages.mjs';
import { measureSaves } from './measureSaves.mjs';
import { measureService } from './measureService.mjs';
import { slackChannel, teamsChannel } from './messageChannels.mjs';
import { makeTemplate } from './openDatabase.mjs';
import { reportTable } from './reportTable.mjs';
import { settings } from './startPostgres.mjs';

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    quick: { type: 'boolean' },
    statements: { type: 'boolean' },
  },
});
const chosen = flags.only?.split(',') ?? ['save', 'slack', 'teams', 'service'];
const sizes = flags.quick
  ? {
      rounds: 2,
      savesInRound: 80,
      seconds: 1,
      drainSeconds: 0.5,
      starts: 1,
      restSeconds: 0.5,
      hourParts: 1 / 60,
    }
  : { rounds: 5, savesInRound: 1000, seconds: 10, drainSeconds: 90, starts: 5, restSeconds: 5, hourParts: 1 };
const rates = [50, 200, 500];
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
  const common = { serverUrl, say, ...sizes };
  const measured = {};
  if (chosen.includes('save')) {
    const { statements, ...save } = await measureSaves(common);
    measured.save = { ...save, statementsInSave: statements.length, ...(flags.statements && { statements }) };
  }
  if (chosen.includes('slack'))
    measured.slack = await measureMessages({ ...common, rates, makeChannel: slackChannel });
  if (chosen.includes('teams'))
    measured.teams = await measureMessages({ ...common, rates, makeChannel: teamsChannel });
  if (chosen.includes('service')) measured.service = await measureService(common);
  const result = {
    quick: flags.quick === true,
    node: process.version,
    machine: { ...machine, syncMs, loadAfter: loadavg()[0] },
    postgres: settings,
    ...measured,
  };
  process.stdout.write(flags.json ? `${JSON.stringify(result, null, 2)}\n` : reportTable(result));
} finally {
  await server.stop();
}
// The database client's timers would keep this process for another ten seconds.
process.stdout.write('', () => process.exit(0));
