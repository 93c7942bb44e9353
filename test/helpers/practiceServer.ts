import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import {
  createPracticeChannel,
  type PracticeChannel,
} from '../../src/channels/practice/createPracticeChannel';
import { inlinePictures } from '../../src/channels/slack/render/picture';
import { renderCard } from '../../src/channels/slack/render/renderCard';
import type { Answer, ConversationPort } from '../../src/conversation/model/conversationPort';
import type { Inbound } from '../../src/conversation/model/inbound';
import { practiceMemoryStore } from './practiceMemoryStore';

/** A conversation that notes what comes in and answers what it is told to. */
export interface FakePort extends ConversationPort {
  readonly received: Inbound[];
  readonly responded: Inbound[];
  onReceive: (inbound: Inbound) => Promise<void>;
  onRespond: (inbound: Inbound) => Promise<Answer>;
}

export function fakePort(): FakePort {
  const port: FakePort = {
    received: [],
    responded: [],
    onReceive: async () => {},
    onRespond: async () => ({}),
    receive: async (inbound) => {
      await port.onReceive(inbound);
      port.received.push(inbound);
    },
    respond: async (inbound) => {
      port.responded.push(inbound);
      return port.onRespond(inbound);
    },
    suggest: async ({ query }) => [{ value: 'costello', label: `The Costello School (${query})` }],
  };
  return port;
}

export interface PracticeServer {
  readonly origin: string;
  readonly port: number;
  readonly conversation: FakePort;
  readonly store: ReturnType<typeof practiceMemoryStore>;
  readonly channel: PracticeChannel;
  /** Everything that was logged, line by line. */
  readonly logged: string[];
  post(path: string, body: object, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** The practice room on a free port of this machine, over a store in memory. */
export async function startPracticeServer({ listenOn = 0 } = {}): Promise<PracticeServer> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(listenOn, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const conversation = fakePort();
  const store = practiceMemoryStore();
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const clock = () => new Date();
  const channel = createPracticeChannel({
    port: conversation,
    store,
    renderForSlack: (card) => renderCard(card, inlinePictures),
    log,
    clock,
    host: { port },
  });
  app.use(channel.router);
  const origin = `http://localhost:${port}`;
  return {
    origin,
    port,
    conversation,
    store,
    channel,
    logged,
    post: (path, body, headers = {}) =>
      fetch(`${origin}/practice/api/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: origin, ...headers },
        body: JSON.stringify(body),
      }),
    close: () => stop(server, channel),
  };
}

function stop(server: Server, channel: PracticeChannel): Promise<void> {
  channel.stop();
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
