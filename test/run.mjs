// npm test: types, lint, then every test (imports between rooms among them). Ends with one line,
// "N passed, N failed", counting types and lint as one test each; exit code 1 if anything failed.
// ROLLCALL_BROWSER=required counts a missing browser as a failure, for where page tests must run.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { root } = require('./setup/paths.cjs');

/** Runs one of the project's tools; its words go where ours go. Resolves to its exit code. */
function run(tool, args) {
  const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** One tool as one test. */
async function check(name, tool, args) {
  const code = await run(tool, args);
  say(`${name}: ${code === 0 ? 'passed' : 'FAILED'}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function jest({ withPages }) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-results-'));
  const file = join(folder, 'results.json');
  const pages = withPages ? [] : ['--testPathIgnorePatterns', '<rootDir>/test/pages/'];
  try {
    const code = await run('jest', [
      '--ci',
      '--coverage=false',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${file}`,
      ...pages,
    ]);
    return countResults(file, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countResults(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const results = JSON.parse(readFileSync(file, 'utf8'));
  const left = results.numPendingTests + results.numTodoTests;
  if (left > 0) say(`${left} tests were left out.`);
  // A file that could not be run has no tests to count: it is one failure itself.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  // Jest may also fail as a whole, for instance when it can't end what it started.
  return { passed: results.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function lookForBrowser() {
  require('./setup/typescriptHook.cjs');
  const browser = require('./helpers/browser.ts').findBrowser();
  say(
    browser === null
      ? 'Page tests: no browser was found, so they are left out.'
      : `Page tests: with ${browser}.`,
  );
  const missing = browser === null && process.env.ROLLCALL_BROWSER === 'required';
  return { withPages: browser !== null, result: { passed: 0, failed: missing ? 1 : 0 } };
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

if (!existsSync(join(root, 'src', 'data', 'generated', 'client.ts'))) await import('../prisma/generate.mjs');

const browser = lookForBrowser();
const results = [
  browser.result,
  await check('Types', 'tsc', ['--noEmit']),
  await check('Lint', 'biome', ['check', '.']),
  await jest(browser),
];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
say(`\n${passed} passed, ${failed} failed`);
