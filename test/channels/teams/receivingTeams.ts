import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { createTeamsChannel, type TeamsChannel } from '../../../src/channels/teams/createTeamsChannel';
import type { TeamsSettings } from '../../../src/channels/teams/settings';
import type { Answer, ConversationPort } from '../../../src/conversation/model/conversationPort';
import { type Inbound, inboundSchema } from '../../../src/conversation/model/inbound';
import {
  startTeamsServer,
  type TeamsActivities,
  type TeamsServer,
  teamsActivities,
} from '../../helpers/teams';

/** A Teams channel that listens, over a conversation that keeps what it hears and answers as told. */
export interface ReceivingTeams {
  readonly channel: TeamsChannel;
  readonly server: TeamsServer;
  readonly teams: TeamsActivities;
  readonly baseUrl: string;
  /** Everything that reached the conversation; each was checked against the neutral model's schema. */
  readonly heard: Inbound[];
  /** What was logged, a JSON line each. */
  readonly logged: string[];
  /** What presses and forms are answered. */
  answerWith(answer: Answer): void;
  /** The conversation throws from now on: what is given, or as with the database away. */
  breakConversation(error?: Error): void;
  stop(): Promise<void>;
}

/** Starts it on a free port. */
export async function startReceivingTeams(
  change: (settings: TeamsSettings) => TeamsSettings = (settings) => settings,
): Promise<ReceivingTeams> {
  const server = await startTeamsServer();
  const heard: Inbound[] = [];
  const logged: string[] = [];
  let answer: Answer = {};
  let broken: Error | null = null;
  const hear = (inbound: Inbound) => {
    if (broken !== null) throw broken;
    heard.push(inboundSchema.parse(inbound));
  };
  const port: ConversationPort = {
    receive: async (inbound) => hear(inbound),
    respond: async (inbound) => {
      hear(inbound);
      return answer;
    },
    suggest: async () => [],
  };
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const clock = () => new Date('2026-11-24T10:52:00Z');
  const channel = createTeamsChannel({ port, settings: change(server.settings), log, clock });
  const listening = await listen(channel);
  const baseUrl = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return {
    channel,
    server,
    teams: teamsActivities({ baseUrl, server }),
    baseUrl,
    heard,
    logged,
    answerWith: (given) => {
      answer = given;
    },
    breakConversation: (error = new Error('the database is away')) => {
      broken = error;
    },
    stop: async () => {
      await channel.stop();
      await server.stop();
      await new Promise((resolve) => {
        listening.close(resolve);
        listening.closeAllConnections();
      });
    },
  };
}

function listen(channel: TeamsChannel): Promise<Server> {
  return new Promise((resolve) => {
    const server = express()
      .use(channel.router)
      .listen(0, '127.0.0.1', () => resolve(server));
  });
}
