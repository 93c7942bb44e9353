// A PostgreSQL server of our own for one test run, on a Unix socket, forgetful (fsync off) for speed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresPrograms } from './postgresPrograms.mjs';

const FLAGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  listen_addresses: '',
  max_connections: '200',
  shared_buffers: '64MB',
};

/** @returns the server's address, as a user who may do everything */
export async function startPostgres({ folder, onEnd }) {
  const owner = serverUser();
  await mkdir(folder, { recursive: true });
  await chmod(join(folder, '..'), 0o711);
  if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid);
  const failures = [];
  for (const programs of await postgresPrograms(folder)) {
    const data = join(folder, `data-${failures.length}`);
    try {
      await run(
        programs.initdb,
        ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'],
        owner,
      );
      onEnd(await serve({ postgres: programs.postgres, data, folder, owner }));
      return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
    } catch (error) {
      failures.push(`${programs.postgres}: ${error.message}`);
    }
  }
  throw new Error(
    `No PostgreSQL server could be started for the tests. Name one in TEST_DATABASE_URL.\n${failures.join('\n')}`,
  );
}

async function serve({ postgres, data, folder, owner }) {
  const flags = Object.entries({ ...FLAGS, unix_socket_directories: folder }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = spawn(postgres, ['-D', data, ...flags], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
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
    server.kill('SIGINT');
    await ended;
  };
}

function run(program, args, owner) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...owner, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}

/** PostgreSQL refuses to run as root: then it runs as the first of these users that the system knows. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => [line.split(':')[0], line.split(':')]),
  );
  const user = users.get('postgres') ?? users.get('nobody') ?? users.get('daemon');
  if (user === undefined)
    throw new Error('Root may not run PostgreSQL, and there is no user postgres or nobody to run it.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}
