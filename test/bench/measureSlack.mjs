import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startChild } from './children.mjs';
import { openDatabase, runAlone } from './openDatabase.mjs';
import { seedDistrict, tenant } from './seedDistrict.mjs';
import { startSlackStandIn } from './slackStandIn.mjs';

const { Client } = createRequire(import.meta.url)('pg');
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * A signed Slack message to its 200, open loop: the real service (a process of its own, as `npm start` runs it, with a
 * stand-in for Slack's API) and a bare Bolt app that only acknowledges, in turns at each rate. Each message is an
 * encounter by one of 400 officers, so the service is reading, storing and answering them meanwhile.
 * @throws where the service acknowledged a message that is not in its inbox
 */
export async function measureSlack({ serverUrl, rates, seconds, drainSeconds, say }) {
  const { url, ownerUrl } = await openDatabase(serverUrl, 'bench_slack');
  const client = new Client({ connectionString: url });
  await client.connect();
  const slack = await startSlackStandIn();
  const secret = randomBytes(16).toString('hex');
  const ends = [];
  try {
    say('messages: filling the database');
    const district = await seedDistrict({ url, client, now: new Date() });
    await runAlone(ownerUrl, ['VACUUM ANALYZE']);
    const env = { SLACK_SIGNING_SECRET: secret, NODE_ENV: 'production' };
    const start = async (file, more = {}) => {
      const child = await startChild({ file: here(file), env: { ...env, ...more } });
      ends.push(child.stop);
      return child;
    };
    const [service, bolt] = await Promise.all([
      start('../../dist/main.js', {
        SLACK_BOT_TOKEN: 'xoxb-bench',
        SLACK_API_URL: slack.apiUrl,
        DATABASE_URL: url,
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'error',
      }),
      start('./bareBolt.mjs'),
    ]);
    const send = openLoop({ secret, messages: messagesOf(district) });
    const inbox = inboxOf({ client, drainSeconds });
    const runs = [];
    await send(bolt, { perSecond: 50, seconds: 1 });
    let accepted = accept(0, await send(service, { perSecond: 50, seconds: 1 }));
    await inbox.drain();
    for (const perSecond of rates) {
      say(`messages: ${perSecond} a second for ${seconds} s, bare Bolt`);
      const bare = await send(bolt, { perSecond, seconds });
      say(`messages: ${perSecond} a second for ${seconds} s, Rollcall`);
      const posted = slack.posted();
      const rollcall = await send(service, { perSecond, seconds });
      const cardsMeanwhile = slack.posted() - posted;
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
    return runs;
  } finally {
    await Promise.all(ends.map((end) => end()));
    await slack.stop();
    await client.end();
  }
}

function accept(before, { sent, errors }) {
  return before + sent - errors;
}

/** Sends from a process of its own; each run has its digit, so that no two messages are the same to Slack. */
function openLoop({ secret, messages }) {
  let run = 0;
  return async (target, { perSecond, seconds }) => {
    const { port } = new URL(/http:\S+/.exec(target.firstLine)[0]);
    const url = `http://127.0.0.1:${port}/slack/events`;
    const order = { url, secret, team: tenant, run: run % 10, perSecond, seconds, messages };
    run += 1;
    const sender = await startChild({ file: here('./sendOpenLoop.mjs'), args: [JSON.stringify(order)] });
    await sender.stop();
    return JSON.parse(sender.firstLine);
  };
}

function messagesOf({ officers, pupils, schools, places }) {
  const schoolNames = new Map(schools.map((school) => [school.id, school.name]));
  const saying = [
    'says dentist',
    'says poorly',
    'on her own, no reason given',
    'with mum, going to the doctors',
  ];
  return officers.map(({ userId }, index) => {
    const { givenName, familyName, yearGroup, schoolId } = pupils[(index * 5) % pupils.length];
    const place = places[index % places.length].name;
    const who = `${givenName} ${familyName} yr ${yearGroup} ${schoolNames.get(schoolId)}`;
    return { user: userId, text: `${who} at ${place}, ${saying[index % saying.length]}` };
  });
}

function inboxOf({ client, drainSeconds }) {
  const left = async () => {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM "InboundEvent" WHERE state = 'received') AS unread,
         (SELECT count(*)::int FROM "Outgoing" WHERE state IN ('pending', 'sending')) AS unsent`,
    );
    return rows[0];
  };
  return {
    /** Everything acknowledged is there. */
    check: async (accepted) => {
      const { rows } = await client.query('SELECT count(*)::int AS stored FROM "InboundEvent"');
      if (rows[0].stored < accepted)
        throw new Error(`${accepted} messages were acknowledged, ${rows[0].stored} are stored.`);
    },
    /** Waits until everything is read and answered: what was left at first, how long it took, what is left still. */
    drain: async () => {
      const start = performance.now();
      const atFirst = await left();
      let now = atFirst;
      while (now.unread + now.unsent > 0 && performance.now() - start < drainSeconds * 1000) {
        await wait(100);
        now = await left();
      }
      return {
        unreadAtEnd: atFirst.unread,
        unsentAtEnd: atFirst.unsent,
        drainSeconds: (performance.now() - start) / 1000,
        leftAfterDrain: now.unread + now.unsent,
      };
    },
  };
}
