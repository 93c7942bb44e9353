import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const { root, typescriptHook } = createRequire(import.meta.url)('./paths.cjs');

/** Runs a TypeScript source in a Node process of its own and waits for it; what it wrote is in the error if it failed. */
export async function runSource({ file, args = [], env = {} }) {
  const child = spawn(process.execPath, ['--require', typescriptHook, file, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${file} failed:\n${output}`);
}
