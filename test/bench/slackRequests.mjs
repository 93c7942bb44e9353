import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('../setup/typescriptHook.cjs');
const { slackBodies } = require('../helpers/slackBodies.ts');
const { sign } = require('../helpers/slackRequests.ts');

/** Messages to the bot as Slack posts them, each signed. */
export function slackRequests({ secret, team, run, messages, count }) {
  const bodies = slackBodies({ team, botUser: 'U0ROLLCALL', clock: () => new Date() });
  const second = Math.floor(Date.now() / 1000);
  return Array.from({ length: count }, (_, index) => {
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
