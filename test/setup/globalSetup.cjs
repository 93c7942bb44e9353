const { spawn } = require('node:child_process');
const { existsSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { spawnSync } = require('node:child_process');
const { root, typescriptHook } = require('./paths.cjs');

/**
 * Starts the broker of databases, which costs nothing until a test asks for one. It ends, and everything it started
 * with it, when the pipe to this process closes: after the run, and also if the run is killed.
 */
module.exports = async function globalSetup() {
  if (!existsSync(join(root, 'src', 'data', 'generated'))) {
    spawnSync(process.execPath, [join(root, 'prisma', 'generate.mjs')], { stdio: 'inherit' });
  }
  // Child processes of tests run the sources too.
  process.env.NODE_OPTIONS =
    `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(typescriptHook)}`.trim();
  process.env.TZ = 'UTC';

  const folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'));
  const broker = spawn(process.execPath, [join(__dirname, 'broker.mjs'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  await new Promise((resolve, reject) => {
    broker.stdout.once('data', resolve);
    broker.once('exit', () => reject(new Error('The broker of test databases did not start.')));
  });
  process.env.ROLLCALL_TEST_BROKER = join(folder, 'broker');
  globalThis.rollcallTestBroker = broker;
};
