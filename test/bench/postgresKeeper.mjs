// Keeps the bench's PostgreSQL server in a process of its own and ends it, and removes its folder, when the pipe to the
// bench closes: after the run, and also if the bench is killed. Says the server's address in one line.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './startPostgres.mjs';
import { syncTime } from './syncTime.mjs';

// Ctrl-C ends the bench, and the bench's end ends this.
process.on('SIGINT', () => undefined);

const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-'));
const remove = () => rm(folder, { recursive: true, force: true });
try {
  const syncMs = syncTime(folder);
  const server = await startPostgres(join(folder, 'server'));
  process.stdin.resume();
  process.stdin.once('close', async () => {
    await server.stop();
    await remove();
    process.exit(0);
  });
  process.stdout.write(`${JSON.stringify({ url: server.url, syncMs })}\n`);
} catch (error) {
  await remove();
  throw error;
}
