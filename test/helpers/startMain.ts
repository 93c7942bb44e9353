import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { waitFor } from './waitFor';

/** The service in a process of its own, as `node dist/main.js` would run it. */
export interface RunningMain {
  readonly url: string;
  /** Everything it has written so far. */
  output(): string;
  signal(name: 'SIGTERM' | 'SIGINT'): void;
  /** How it ended: its code (null: a signal ended it). Waits for it. */
  ended: Promise<number | null>;
  /** What `/ready`, `/health` or another address answers; null where nothing listens. */
  ask(path: string, init?: RequestInit): Promise<{ status: number; body: string } | null>;
  /** Waits until it takes requests in. */
  ready(): Promise<void>;
  /** Ends it without asking, where a test has not. */
  kill(): Promise<void>;
}

const root = join(__dirname, '..', '..');

/**
 * Starts `src/main.ts` on a free port of this machine. `inShell`: through a shell, as `npm start` does; signals then go
 * to the shell, and `ended` is when the service itself has ended.
 */
export async function startMain(
  environment: Readonly<Record<string, string>>,
  { inShell = false } = {},
): Promise<RunningMain> {
  const port = await freePort();
  const main = [process.execPath, join(root, 'src', 'main.ts')] as const;
  const [command, ...args] = inShell ? (['sh', '-c', '"$0" "$1" && true', ...main] as const) : main;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what a shell has started can be ended with it.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += data;
    });
  }
  let isOver = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      isOver = true;
      resolve(code);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  const ask = async (path: string, init?: RequestInit) => {
    try {
      const response = await fetch(url + path, init);
      return { status: response.status, body: await response.text() };
    } catch {
      return null;
    }
  };
  return {
    url,
    output: () => output,
    signal: (name) => void child.kill(name),
    ended,
    ask,
    ready: async () => {
      // One after the other: a busy machine takes its time to start a process.
      for (const path of ['/health', '/ready'])
        await waitFor(async () => {
          if (isOver) throw new Error(`It ended before it was ready:\n${output}`);
          return (await ask(path))?.status === 200;
        });
    },
    kill: async () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // All of it has ended already.
      }
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
