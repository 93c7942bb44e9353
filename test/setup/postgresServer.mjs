// Starts a PostgreSQL server with settings of the caller's, from the first programs on this machine that run.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresPrograms } from './postgresPrograms.mjs';

/**
 * Starts a new, empty server in `folder`.
 * @param settings of postgresql.conf, by name
 * @param signal that ends it: SIGINT in order, SIGQUIT at once and without a last checkpoint
 * @returns how to stop it
 * @throws with what the programs said, if none of them starts
 */
export async function startPostgresServer({ folder, settings, signal = 'SIGINT', isSynced = true }) {
  const owner = serverUser();
  await mkdir(folder, { recursive: true });
  await chmod(join(folder, '..'), 0o711);
  if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid);
  const failures = [];
  for (const programs of await postgresPrograms(folder)) {
    const data = join(folder, `data-${failures.length}`);
    const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale'];
    try {
      await run(programs.initdb, isSynced ? init : [...init, '-N'], owner);
      return await serve({ postgres: programs.postgres, data, folder, owner, settings, signal });
    } catch (error) {
      failures.push(`${programs.postgres}: ${error.message}`);
    }
  }
  throw new Error(`No PostgreSQL server could be started.\n${failures.join('\n')}`);
}

async function serve({ postgres, data, folder, owner, settings, signal }) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(postgres, ['-D', data, ...flags], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Ctrl-C reaches the run alone, which then ends the server in order.
    detached: true,
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await new Promise((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (text) => {
      said = `${said}${text}`.slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(said)));
  });
  return async () => {
    server.kill(signal);
    await ended;
  };
}

function run(program, args, owner) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...owner, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text;
      });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}

/** PostgreSQL refuses to run as root: then it runs as the first of these users that the system knows. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const users = new Map(lines.map((line) => [line.split(':')[0], line.split(':')]));
  const user = users.get('postgres') ?? users.get('nobody') ?? users.get('daemon');
  if (user === undefined)
    throw new Error('Root may not run PostgreSQL, and there is no user postgres or nobody to run it.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}
