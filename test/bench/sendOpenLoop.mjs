// A process of its own that sends signed messages at fixed times, whether or not earlier ones were answered, and
// measures each from the time it was to be sent: a service that stalls can't make the sender wait, and so look better.
// Its one argument is JSON: url, platform, run (a digit that keeps runs apart), perSecond, seconds, messages
// ([{ user, text }], taken in turn), and what the platform signs with. Says its result in one line of JSON.

import { Agent, request } from 'node:http';
import { slackRequests } from './slackRequests.mjs';
import { latencies } from './statistics.mjs';
import { teamsRequests } from './teamsRequests.mjs';

const { url, perSecond, seconds, ...order } = JSON.parse(process.argv[2]);
const giveUpMs = 10_000;
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

// Made and signed beforehand, so that the sender has little to do while it measures.
const requestsOf = { slack: slackRequests, teams: teamsRequests }[order.platform];
const results = await sendAll(requestsOf({ ...order, count: perSecond * seconds }));
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
