// A PostgreSQL server of the bench's own on 127.0.0.1, with the settings that records are kept with: every commit is
// on the disk before it is acknowledged. (The tests' server, in test/setup, is forgetful for speed.)
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { postgresPrograms } from '../setup/postgresPrograms.mjs';

export const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  max_connections: '100',
  max_wal_size: '2GB',
};

/**
 * Starts a new, empty server in `folder`.
 * @returns its address, as a user who may do everything, and how to stop it
 * @throws with what the programs said, if none of them starts
 */
export async function startPostgres(folder) {
  const owner = serverUser();
  mkdirSync(folder, { recursive: true });
  chmodSync(join(folder, '..'), 0o711);
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const [programs] = await postgresPrograms(folder);
  if (programs === undefined)
    throw new Error('There is no PostgreSQL server on this machine to measure with.');
  const data = join(folder, 'data');
  await run(
    programs.initdb,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale'],
    owner,
  );
  const port = await freePort();
  const stop = await serve({ postgres: programs.postgres, data, folder, owner, port });
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop };
}

async function serve({ postgres, data, folder, owner, port }) {
  const flags = Object.entries({
    ...settings,
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(postgres, ['-D', data, ...flags], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Ctrl-C reaches the bench alone, which then ends the server in order.
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
    // Ends at once, without a last checkpoint: nothing of it is kept.
    server.kill('SIGQUIT');
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

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root: then it runs as the first of these users that the system knows. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const users = new Map(lines.map((line) => [line.split(':')[0], line.split(':')]));
  const user = users.get('postgres') ?? users.get('nobody');
  if (user === undefined)
    throw new Error('Root may not run PostgreSQL, and there is no user postgres or nobody to run it.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}
