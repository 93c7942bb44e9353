// The real service as `npm start` runs it, but for the one thing that has no variable: where Microsoft's servers are.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const pino = require('pino');
const { readConfig } = require('../../dist/config');
const { startService } = require('../../dist/service/startService');

const config = readConfig(process.env);
const service = await startService({
  config,
  clock: () => new Date(),
  log: pino({ level: config.logLevel }, pino.destination(2)),
  teamsAuthOverrides: JSON.parse(process.env.BENCH_TEAMS_AUTH),
  warm: true,
});
process.stdout.write(`Rollcall listens at ${service.url}\n`);
process.once('SIGTERM', async () => {
  await service.stop();
  process.exit(0);
});
