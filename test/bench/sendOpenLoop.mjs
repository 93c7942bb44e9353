// A process of its own that sends signed Slack messages at fixed times, whether or not earlier ones were answered, and
// measures each from the time it was to be sent: a service that stalls can't make the sender wait, and so look better.
// Its one argument is JSON: url, secret, team, run (a digit that keeps runs apart), perSecond, seconds, messages
// ([{ user, text }], taken in turn). Says its result in one line of JSON.

import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { latencies } from './statistics.mjs';

const require = createRequire(import.meta.url);
require('../setup/typescriptHook.cjs');
const { slackBodies } = require('../helpers/slackBodies.ts');
const { sign } = require('../helpers/slackRequests.ts');

const { url, secret, team, run, perSecond, seconds, messages } = JSON.parse(process.argv[2]);
const giveUpMs = 10_000;
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

const requests = signedRequests();
const results = await sendAll(requests);
agent.destroy();
const answered = results.filter(({ status }) => status === 200);
process.stdout.write(
  `${JSON.stringify({
    sent: results.length,
    errors: results.length - answered.length,
    ...latencies(answered.map(({ ms }) => ms)),
    /** How late this sender itself was at worst; it is part of what was measured. */
    senderLateMs: Math.max(...results.map(({ late }) => late)),
  })}\n`,
);
process.exit(0);

/** Made and signed beforehand, so that the sender has little to do while it measures. */
function signedRequests() {
  const bodies = slackBodies({ team, botUser: 'U0ROLLCALL', clock: () => new Date() });
  const second = Math.floor(Date.now() / 1000);
  return Array.from({ length: perSecond * seconds }, (_, index) => {
    const { user, text } = messages[index % messages.length];
    const ts = `${second}.${run}${String(index).padStart(5, '0')}`;
    const body = Buffer.from(JSON.stringify(bodies.message({ user, text, ts })));
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'x-slack-request-timestamp': String(second),
      'x-slack-signature': sign(secret, second, body.toString('utf8')),
    };
    return { body, headers };
  });
}

function sendAll(all) {
  return new Promise((resolve) => {
    const start = performance.now() + 100;
    const done = [];
    let next = 0;
    const finish = (result) => {
      done.push(result);
      if (done.length === all.length) resolve(done);
    };
    const sendDue = () => {
      for (; next < all.length; next += 1) {
        const due = start + (next * 1000) / perSecond;
        const now = performance.now();
        if (due > now) {
          setTimeout(sendDue, due - now);
          return;
        }
        send(all[next], (status) => finish({ status, ms: performance.now() - due, late: now - due }));
      }
    };
    sendDue();
  });
}

function send({ body, headers }, answered) {
  const sending = request(url, { method: 'POST', agent, headers, timeout: giveUpMs }, (response) => {
    response.resume();
    response.once('end', () => answered(response.statusCode));
  });
  sending.once('timeout', () => sending.destroy(new Error('no answer')));
  sending.once('error', () => answered(0));
  sending.end(body);
}
