import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { embeddedUrl, openEmbeddedDatabase } from '../../src/data/embedded';
import { isRunning, lockHolder } from '../../src/data/embeddedLock';
import { askBroker } from '../helpers/askBroker';
import { waitFor } from '../helpers/waitFor';

let parent: string;
let folder: string;
const writers: ChildProcess[] = [];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'rollcall-embedded-'));
  folder = join(parent, 'database');
  const { template } = await askBroker('embedded');
  await cp(template, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
});

afterEach(async () => {
  for (const writer of writers.splice(0)) writer.kill('SIGKILL');
  await waitFor(async () => (await lockHolder(folder)) === undefined);
  await rm(parent, { recursive: true, force: true });
});

/** Starts a service that writes, and says what was acknowledged so far. */
function startWriter(first: number): { readonly writer: ChildProcess; readonly acknowledged: () => number } {
  const file = join(__dirname, '..', 'helpers', 'embeddedWriter.ts');
  const writer = spawn(process.execPath, [file, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  writers.push(writer);
  let said = '';
  writer.stdout.on('data', (data) => {
    said += data;
  });
  return {
    writer,
    acknowledged: () => Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1) || first - 1),
  };
}

const exited = (process: ChildProcess) =>
  waitFor(async () => process.exitCode !== null || process.signalCode !== null);

test('killed five times while writing, every row it had acknowledged is there', async () => {
  let last = 0;
  for (let round = 1; round <= 5; round += 1) {
    const { writer, acknowledged } = startWriter(last + 1000);
    const enough = last + 1000 + 150;
    await waitFor(async () => acknowledged() >= enough);
    const holder = await lockHolder(folder);
    process.kill(holder?.pid ?? Number.NaN, 'SIGKILL');
    writer.kill('SIGKILL');
    await exited(writer);
    const first = last + 1000;
    last = acknowledged();

    const database = await openEmbeddedDatabase({ folder });
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      'SELECT count(*)::int AS count FROM stored WHERE number BETWEEN $1 AND $2',
      [first, last],
    );
    await client.end();
    await database.close();
    expect(rows).toEqual([{ count: last - first + 1 }]);
  }
}, 120_000);

test('a service that is killed leaves its database closed, and the next one starts', async () => {
  const { writer, acknowledged } = startWriter(1);
  await waitFor(async () => acknowledged() >= 10);
  writer.kill('SIGKILL');
  const database = await openEmbeddedDatabase({ folder });
  expect(await embeddedUrl(folder)).toBe(database.url);
  await database.close();
  expect(await lockHolder(folder)).toBeUndefined();
}, 60_000);

test('a second service is told who has the database; another process may use it while it runs', async () => {
  const { writer, acknowledged } = startWriter(1);
  await waitFor(async () => acknowledged() >= 10);
  await expect(openEmbeddedDatabase({ folder })).rejects.toThrow(
    `The embedded database in ${folder} is in use by process ${writer.pid}. Stop that one first`,
  );
  const client = new Client({ connectionString: await embeddedUrl(folder) });
  await client.connect();
  const { rows } = await client.query('SELECT count(*) >= 10 AS stored FROM stored');
  await client.end();
  expect(rows).toEqual([{ stored: true }]);
}, 60_000);

test('its folder is closed to other users of the machine', async () => {
  const database = await openEmbeddedDatabase({ folder });
  const modes = await Promise.all(
    [folder, join(folder, 'socket')].map((path) => stat(path).catch(() => undefined)),
  );
  await database.close();
  expect(modes.filter((mode) => mode !== undefined).map((mode) => mode.mode & 0o777)).not.toContain(0o755);
  expect((modes[0]?.mode ?? 0) & 0o777).toBe(0o700);
});

test('nobody has it open: there is no address', async () => {
  expect(await embeddedUrl(folder)).toBeUndefined();
});

test('twenty connections asking at once each get their own answers', async () => {
  const database = await openEmbeddedDatabase({ folder });
  const pool = new Pool({ connectionString: database.url, max: 20 });
  const asked = Array.from({ length: 400 }, (_, index) => index);
  const answers = await Promise.all(
    asked.map(async (index) => {
      const sql = index % 2 === 0 ? 'SELECT $1::int AS index' : "SELECT $1::int AS index, 'odd' AS kind";
      const { rows } = await pool.query<{ index: number }>(sql, [index]);
      return rows[0]?.index;
    }),
  );
  await pool.end();
  await database.close();
  expect(answers).toEqual(asked);
});

test('a statement that fails leaves its connection as good as it was', async () => {
  const failures: string[] = [];
  const database = await openEmbeddedDatabase({ folder });
  const clients = Array.from({ length: 4 }, () => new Client({ connectionString: database.url }));
  await Promise.all(
    clients.map(async (client) => {
      client.on('error', (error) => failures.push(error.message));
      await client.connect();
      for (let index = 0; index < 150; index += 1) {
        await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
        expect((await client.query('SELECT $1::int AS n', [index])).rows).toEqual([{ n: index }]);
      }
      await client.end();
    }),
  );
  await database.close();
  expect(failures).toEqual([]);
});

test('a connection lost in the middle of a transaction takes its changes back and holds nobody up', async () => {
  const database = await openEmbeddedDatabase({ folder });
  const lost = new Client({ connectionString: database.url });
  lost.on('error', () => undefined);
  await lost.connect();
  await lost.query('CREATE TABLE kept (word text)');
  await lost.query('BEGIN');
  await lost.query(`INSERT INTO kept VALUES ('half')`);
  const other = new Client({ connectionString: database.url });
  const connected = other.connect();
  (lost as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  await connected;
  const { rows } = await other.query('SELECT * FROM kept');
  await other.end();
  await database.close();
  expect(rows).toEqual([]);
});

test('closing in the middle of a transaction takes its changes back, and ends', async () => {
  const database = await openEmbeddedDatabase({ folder });
  const clients = Array.from({ length: 4 }, () => new Client({ connectionString: database.url }));
  for (const client of clients) {
    client.on('error', () => undefined);
    await client.connect();
  }
  const [busy, ...waiting] = clients;
  await busy?.query('CREATE TABLE kept (word text)');
  await busy?.query('BEGIN');
  await busy?.query(`INSERT INTO kept VALUES ('half')`);
  const asked = waiting.map((client) => client.query('SELECT 1').catch(() => 'lost'));
  await database.close();
  expect(await Promise.all(asked)).toEqual(['lost', 'lost', 'lost']);
  const again = await openEmbeddedDatabase({ folder });
  const reader = new Client({ connectionString: again.url });
  await reader.connect();
  const { rows } = await reader.query('SELECT * FROM kept');
  await reader.end();
  await again.close();
  expect(rows).toEqual([]);
}, 20_000);

test('a service that has ended counts as ended, also where nobody asks how it ended', async () => {
  // The shell becomes a program that never looks after its children.
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 30'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  writers.push(parent);
  let said = '';
  parent.stdout.on('data', (data) => {
    said += data;
  });
  await waitFor(async () => said.includes('\n'));
  await waitFor(async () => !isRunning(Number(said)));
  expect(isRunning(process.pid)).toBe(true);
});
