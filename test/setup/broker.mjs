// Hands out the two databases of the tests, each started when it is first asked for, once for the whole run.
// A test sends one line, 'server' or 'embedded', and gets one line of JSON back.
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { embeddedTemplate } from './embeddedTemplate.mjs';
import { migratedServer } from './migratedServer.mjs';

const folder = process.argv[2];
const ends = [];
const started = new Map();
const starters = {
  server: () => migratedServer({ folder, onEnd: (end) => ends.push(end) }),
  embedded: async () => ({ folder, template: await embeddedTemplate() }),
};

function start(kind) {
  if (!started.has(kind)) started.set(kind, starters[kind]());
  return started.get(kind);
}

const broker = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.once('data', async (data) => {
    const answer = await start(String(data).trim()).catch((error) => ({
      error: String(error?.message ?? error),
    }));
    socket.end(`${JSON.stringify(answer)}\n`);
  });
});
broker.listen(join(folder, 'broker'), () => process.stdout.write('ready\n'));

// Ctrl-C ends the run, and the run's end ends this.
process.on('SIGINT', () => undefined);
process.stdin.resume();
process.stdin.once('close', async () => {
  broker.close();
  await Promise.allSettled(started.values());
  await Promise.allSettled(ends.map((end) => end()));
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
});
