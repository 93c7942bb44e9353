// Mutation testing of what must not be wrong: who may do what, buttons that only their owner presses, each message
// once. `npm run mutate` does all of it, `npm run mutate -- authorise takeTurn` these. Ends with exit code 1 where a
// mutant lives, or was killed by anything but a failed expectation or its own error (a database that was not there
// kills them all).
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { root, work } = require('../setup/paths.cjs');
const targets = require('./targets.cjs');

// Fetched when it is asked for, with its 168 packages: no dependency. 9.6.1 is the last for Node 20.
const packages = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/jest-runner@9.6.1'];
const stryker = process.env.STRYKER
  ? [process.env.STRYKER]
  : ['npx', '--yes', '--ignore-scripts', ...packages.flatMap((name) => ['-p', name]), 'stryker'];

/** Mutates one target; the lines of what is wrong. */
function mutate(name) {
  const [program, ...args] = [...stryker, 'run', 'test/mutation/stryker.config.cjs'];
  const env = { ...process.env, ROLLCALL_MUTATE: name };
  const { status } = spawnSync(program, args, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) return [`${name}: Stryker ended with ${status}`];
  const { files } = JSON.parse(readFileSync(join(work, `mutants-${name}.json`), 'utf8'));
  const reasons = Object.values(files).flatMap(({ mutants }) => mutants.map((one) => one.statusReason ?? ''));
  const faults = reasons.filter((reason) => /ENOENT|ECONNREFUSED|open only inside hooks/.test(reason));
  return faults.length > 0 ? [`${name}: ${faults.length} mutants met no database (${faults[0]})`] : [];
}

const asked = process.argv.slice(2);
const names = Object.keys(targets).filter((name) => asked.length === 0 || asked.includes(name));
const wrong = names.flatMap(mutate);
process.stdout.write(`\n${names.length} mutated, ${wrong.length} wrong\n${wrong.join('\n')}\n`);
process.exitCode = names.length > 0 && wrong.length === 0 ? 0 : 1;
