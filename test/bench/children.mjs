import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const endWithParent = fileURLToPath(new URL('./endWithParent.mjs', import.meta.url));

/**
 * A Node process that ends with this one, however this one ends. What it writes on standard error is shown.
 * `guarded: false` is for a program that itself looks after what it started when its pipe closes.
 * @returns the process, its first line on standard output, and how to end it and wait for its end
 */
export async function startChild({ file, args = [], env = {}, flags = [], guarded = true }) {
  const guard = guarded ? ['--import', endWithParent] : [];
  const child = spawn(process.execPath, [...flags, ...guard, file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const firstLine = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes('\n')) resolve(said.slice(0, said.indexOf('\n')));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready.`)));
  });
  return {
    firstLine,
    pid: child.pid,
    /** Closes its pipe, which asks it to end, and waits; a guarded one is ended after a second. */
    stop: async () => {
      child.stdin.end();
      const timer = guarded ? setTimeout(() => child.kill('SIGKILL'), 1000) : undefined;
      await ended;
      clearTimeout(timer);
    },
  };
}
