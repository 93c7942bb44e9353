// The yardstick of the second measurement: a Bolt app over Bolt's own receiver, which checks the signature as Rollcall
// does and acknowledges. Nothing is read, stored or answered.
import { createRequire } from 'node:module';

const { App, HTTPReceiver, LogLevel } = createRequire(import.meta.url)('@slack/bolt');

const receiver = new HTTPReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  endpoints: '/slack/events',
  logLevel: LogLevel.ERROR,
});
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench' }),
  ignoreSelf: false,
  convoStore: false,
  logLevel: LogLevel.ERROR,
});
app.event('message', async () => undefined);
const server = await app.start({ port: 0, host: '127.0.0.1' });
process.stdout.write(`Bolt listens at http://127.0.0.1:${server.address().port}\n`);
process.once('SIGTERM', () => process.exit(0));
