import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startChild } from './children.mjs';
import { slackChannel } from './messageChannels.mjs';
import { officersMessages } from './officersMessages.mjs';
import { openDatabase, runAlone } from './openDatabase.mjs';
import { openLoop } from './openLoop.mjs';
import { seedDistrict } from './seedDistrict.mjs';
import { serviceFlags } from './serviceFlags.mjs';
import { median } from './statistics.mjs';
import { watchInbox } from './watchInbox.mjs';

const { Client } = createRequire(import.meta.url)('pg');
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** An hour of a district: 300 officers with 12 messages each, sent faster than in an hour. */
const hour = { officers: 300, messagesEach: 12, perSecond: 40 };

/**
 * From `node dist/main.js` to the first 200 of /ready, on a migrated database; then the memory of the last one started:
 * at rest, and after an hour's worth of Slack messages, each read, drafted and answered with a card.
 */
export async function measureService({ serverUrl, starts, restSeconds, hourParts, drainSeconds, say }) {
  const channel = await slackChannel();
  const { url, ownerUrl } = await openDatabase(serverUrl, 'bench_service');
  const client = new Client({ connectionString: url });
  await client.connect();
  let service = null;
  try {
    const district = await seedDistrict({ url, client, now: new Date() });
    await runAlone(ownerUrl, ['VACUUM ANALYZE']);
    const own = { DATABASE_URL: url, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' };
    const env = { NODE_ENV: 'production', ...channel.env, ...own };
    const times = [];
    for (let turn = 1; turn <= starts; turn += 1) {
      say(`service: start ${turn} of ${starts}`);
      await service?.stop();
      const begun = performance.now();
      service = await startChild({ file: main, env, flags: serviceFlags });
      await untilReady(service);
      times.push(performance.now() - begun);
    }
    await wait(restSeconds * 1000);
    const atRest = memoryOf(service.pid);
    const messages = officersMessages(district).slice(0, hour.officers);
    const send = openLoop({ channel, messages });
    const inbox = watchInbox({ client, drainSeconds });
    const seconds = Math.round((hour.officers * hour.messagesEach * hourParts) / hour.perSecond);
    say(`service: ${hour.perSecond * seconds} messages at ${hour.perSecond} a second`);
    let highest = atRest;
    const watching = setInterval(() => {
      highest = Math.max(highest, memoryOf(service.pid));
    }, 500);
    const sent = await send(service, { perSecond: hour.perSecond, seconds });
    const drained = await inbox.drain();
    clearInterval(watching);
    await wait(restSeconds * 1000);
    return {
      startMs: { median: median(times), slowest: Math.max(...times), starts },
      memoryMb: { atRest, highest, afterwards: memoryOf(service.pid) },
      hour: { ...hour, messages: sent.sent, errors: sent.errors, leftAfterDrain: drained.leftAfterDrain },
    };
  } finally {
    await service?.stop();
    await channel.stop();
    await client.end();
  }
}

async function untilReady(service) {
  const { port } = new URL(/http:\S+/.exec(service.firstLine)[0]);
  while ((await fetch(`http://127.0.0.1:${port}/ready`)).status !== 200) await wait(20);
}

/** Resident memory of a process in megabytes, as `ps` says it. */
function memoryOf(pid) {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
