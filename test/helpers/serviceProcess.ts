import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The service in a process of its own, as `npm start` runs it, to be killed. */
export interface ServiceProcess {
  readonly url: string;
  /** Ends it as a power cut or the system's memory killer would: nothing of it runs any more when this resolves. */
  kill(): Promise<void>;
}

const root = join(__dirname, '..', '..');
const listening = /Rollcall listens at (http:\/\/\S+)/;

/** Starts it on a free port and waits until it takes requests. @throws with what it said where it ends instead */
export async function startServiceProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [join(root, 'src', 'main.ts')], {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  let errors = '';
  child.stderr.on('data', (data) => {
    errors = `${errors}${data}`.slice(-4000);
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      said += data;
      const found = listening.exec(said)?.[1];
      if (found !== undefined) resolve(found.replace('localhost', '127.0.0.1'));
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The service ended before it was ready:\n${errors}`)));
  });
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
