import { z } from 'zod';
import type { BotFramework } from '../botFramework';
import { isLoopbackUrl } from '../loopback';
import { type Reference, referenceSchema } from '../reference';
import { type ConnectorFailure, failureOf } from './connectorFailure';

const timeoutMs = 10_000;
const idSchema = z.object({ id: z.string().min(1) });

/** One call to the Bot Connector and what came of it. */
export type ConnectorResult =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly failure: ConnectorFailure };

export interface ConnectorCall {
  readonly serviceUrl: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Segments after /v3/, encoded here. */
  readonly path: readonly string[];
  readonly body?: object;
}

/** The Bot Connector's REST interface, one call at a time: nothing is tried twice. */
export interface Connector {
  call(call: ConnectorCall): Promise<ConnectorResult>;
  /** A sentence into somebody's private chat, in answer to a press that could not carry one. Never throws. */
  say(reference: unknown, sentence: string): Promise<void>;
}

/** A connector with the bot's token, or without one and for this machine only where the channel is anonymous. */
export function createConnector(input: { bot: BotFramework; anonymous: boolean }): Connector {
  const connector: Connector = {
    async call({ serviceUrl, method, path, body }) {
      if (input.anonymous && !isLoopbackUrl(serviceUrl)) return failed({ kind: 'refusedAddress' });
      let token: string | null;
      try {
        token = await input.bot.token();
      } catch {
        return failed({ kind: 'noToken' });
      }
      const url = `${serviceUrl.replace(/\/+$/, '')}/v3/${path.map(encodeURIComponent).join('/')}`;
      try {
        const response = await fetch(url, {
          method,
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            ...(token ? { authorization: `Bearer ${token}` } : {}),
            ...(body ? { 'content-type': 'application/json; charset=utf-8' } : {}),
          },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        const text = await response.text();
        const answer = parseJson(text);
        if (response.ok) return { ok: true, body: answer };
        return failed(
          failureOf({ status: response.status, retryAfter: response.headers.get('retry-after'), answer }),
        );
      } catch (error) {
        return failed(failureOf({ error }));
      }
    },

    async say(reference, sentence) {
      const to = referenceSchema.safeParse(reference).data;
      if (!to?.conversationId) return;
      await connector.call({
        serviceUrl: to.serviceUrl,
        method: 'POST',
        path: ['conversations', to.conversationId, 'activities'],
        body: { type: 'message', textFormat: 'plain', text: sentence, from: { id: to.botId } },
      });
    },
  };
  return connector;
}

/** The id in an answer, or null where there is none. */
export function idIn(body: unknown): string | null {
  return idSchema.safeParse(body).data?.id ?? null;
}

/** The body that opens the bot's private conversation with a person; Teams gives the same one each time. */
export function openingOf(reference: Reference): object {
  return {
    bot: { id: reference.botId },
    members: [{ id: reference.userId }],
    isGroup: false,
    tenantId: reference.tenantId,
    channelData: { tenant: { id: reference.tenantId } },
  };
}

function failed(failure: ConnectorFailure): ConnectorResult {
  return { ok: false, failure };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
