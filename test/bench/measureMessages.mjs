import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { startChild } from './children.mjs';
import { officersMessages } from './officersMessages.mjs';
import { openDatabase, runAlone } from './openDatabase.mjs';
import { openLoop } from './openLoop.mjs';
import { seedDistrict } from './seedDistrict.mjs';
import { serviceFlags } from './serviceFlags.mjs';
import { watchInbox } from './watchInbox.mjs';

const { Client } = createRequire(import.meta.url)('pg');
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * A signed message to its 200, open loop: the real service (a process of its own, with a stand-in for the platform's
 * servers) and a bare handler that only acknowledges, in turns at each rate. Each message is an encounter by one of 400
 * officers, so the service is reading, storing and answering them meanwhile.
 * @param makeChannel what is measured: slackChannel or teamsChannel
 * @throws where the service acknowledged a message that is not in its inbox
 */
export async function measureMessages({ serverUrl, makeChannel, rates, seconds, drainSeconds, say }) {
  const channel = await makeChannel();
  const { platform } = channel.accounts;
  const { url, ownerUrl } = await openDatabase(serverUrl, `bench_${platform}`);
  const client = new Client({ connectionString: url });
  await client.connect();
  const ends = [];
  try {
    say(`${platform}: filling the database`);
    const district = await seedDistrict({ url, client, now: new Date(), accounts: channel.accounts });
    await runAlone(ownerUrl, ['VACUUM ANALYZE']);
    const start = async (file, { flags = [], ...more } = {}) => {
      const env = { NODE_ENV: 'production', ...channel.env, ...more };
      const child = await startChild({ file: here(file), env, flags });
      ends.push(child.stop);
      return child;
    };
    const own = { DATABASE_URL: url, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' };
    const [service, bareApp] = await Promise.all([
      start(channel.service, { flags: serviceFlags, ...own }),
      start(channel.bare),
    ]);
    const send = openLoop({ channel, messages: officersMessages(district) });
    const inbox = watchInbox({ client, drainSeconds });
    const runs = [];
    await send(bareApp, { perSecond: 50, seconds: 1 });
    let accepted = accept(0, await send(service, { perSecond: 50, seconds: 1 }));
    await inbox.drain();
    for (const perSecond of rates) {
      say(`${platform}: ${perSecond} a second for ${seconds} s, ${channel.yardstick}`);
      const bare = await send(bareApp, { perSecond, seconds });
      say(`${platform}: ${perSecond} a second for ${seconds} s, Rollcall`);
      const posted = channel.posted();
      const rollcall = await send(service, { perSecond, seconds });
      const cardsMeanwhile = channel.posted() - posted;
      accepted = accept(accepted, rollcall);
      await inbox.check(accepted);
      runs.push({
        perSecond,
        seconds,
        bare,
        rollcall: { ...rollcall, cardsMeanwhile, ...(await inbox.drain()) },
        ratio: bare.p50 / rollcall.p50,
        ratioP99: bare.p99 / rollcall.p99,
      });
    }
    return { what: channel.what, yardstick: channel.yardstick, runs };
  } finally {
    await Promise.all(ends.map((end) => end()));
    await channel.stop();
    await client.end();
  }
}

function accept(before, { sent, errors }) {
  return before + sent - errors;
}
