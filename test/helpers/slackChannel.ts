import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { createSlackChannel, type SlackChannel } from '../../src/channels/slack/createSlackChannel';
import type { InstallSettings } from '../../src/channels/slack/install/installSettings';
import { type FakePort, fakePort } from './slackFakePort';
import { type SlackRequests, slackRequests } from './slackRequests';
import { type SlackServer, startSlackServer } from './slackServer';

/** The Slack channel over a real express server, with a conversation that only writes down. */
export interface SlackTrial {
  readonly port: FakePort;
  readonly channel: SlackChannel;
  readonly requests: SlackRequests;
  readonly server: SlackServer;
  readonly baseUrl: string;
  /** Everything that was logged, as text. */
  logged(): string;
  stop(): Promise<void>;
}

/** Starts it on a free port, against a stand-in for Slack's Web API; in one workspace unless told otherwise. */
export async function startSlackTrial(
  access: { readonly install: InstallSettings } | { readonly botToken: string } = {
    botToken: 'xoxb-made-up',
  },
): Promise<SlackTrial> {
  const server = await startSlackServer();
  const port = fakePort();
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const signingSecret = 'a-made-up-secret';
  const channel = createSlackChannel({
    port,
    log,
    clock: () => new Date(),
    settings: { ...access, signingSecret, apiUrl: server.apiUrl },
  });
  const app = express();
  app.use(channel.router);
  const http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  await channel.start();
  return {
    port,
    channel,
    server,
    baseUrl,
    requests: slackRequests({ signingSecret, baseUrl }),
    logged: () => lines.join(''),
    stop: async () => {
      await channel.stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await server.stop();
    },
  };
}
