import { createHmac } from 'node:crypto';
import { stringify } from 'node:querystring';
import { type SlackBodies, slackBodies } from './slackBodies';

/** What came back. `json` is null where the body is empty or not JSON. */
export interface SlackResponse {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

/** How to send it. Without options: once, signed rightly, now. */
export interface SendOptions {
  /** Slack's retry headers: 1, 2 or 3. */
  readonly retry?: number;
  /** A signature by another secret, none at all, or a right one from ten minutes before or after now. */
  readonly signature?: 'wrong' | 'missing' | 'stale' | 'future';
  /** Seconds the timestamp is off, signed rightly. */
  readonly secondsOff?: number;
}

/** A request that can be sent as often as one likes: each time it is the same event, press or form. */
export interface SlackRequest {
  send(options?: SendOptions): Promise<SlackResponse>;
}

/** For every kind of body, the request that carries it. */
export type SlackRequests = {
  readonly [K in keyof SlackBodies]: (input: Parameters<SlackBodies[K]>[0]) => SlackRequest;
} & {
  /** Any body at all: an object as JSON, or a form. */
  raw(body: { readonly json: unknown } | { readonly form: Readonly<Record<string, string>> }): SlackRequest;
};

/**
 * Real, signed requests as Slack sends them, to `POST {baseUrl}/slack/events`.
 *
 *     const slack = slackRequests({ signingSecret, team: 'T0ROLLCALL', baseUrl });
 *     const message = slack.message({ user: 'U1', text: 'kai brown 14 costello' });
 *     await message.send();
 *     await message.send({ retry: 1 });                       // the same event again
 *     await message.send({ signature: 'future' });            // 401
 *     await slack.press({ user: 'U1', token, messageTs }).send();
 *     await slack.submit({ user: 'U1', view, values: { age: 13 } }).send();
 */
export function slackRequests(input: {
  readonly signingSecret: string;
  readonly team?: string;
  readonly botUser?: string;
  readonly baseUrl: string;
  readonly clock?: () => Date;
}): SlackRequests {
  const clock = input.clock ?? (() => new Date());
  const bodies = slackBodies({
    team: input.team ?? 'T0ROLLCALL',
    botUser: input.botUser ?? 'U0ROLLCALL',
    clock,
  });
  const json = (body: unknown) => request(JSON.stringify(body), 'application/json');
  const form = (fields: Readonly<Record<string, string>>) =>
    request(stringify(fields), 'application/x-www-form-urlencoded');
  const payload = (body: unknown) => form({ payload: JSON.stringify(body) });
  const request = (body: string, contentType: string): SlackRequest => ({
    send: (options = {}) => send({ ...input, clock }, body, contentType, options),
  });
  return {
    message: (of) => json(bodies.message(of)),
    mention: (of) => json(bodies.mention(of)),
    channelPost: (of) => json(bodies.channelPost(of)),
    edit: (of) => json(bodies.edit(of)),
    remove: (of) => json(bodies.remove(of)),
    homeOpened: (of) => json(bodies.homeOpened(of)),
    event: (of) => json(bodies.event(of)),
    urlVerification: (of) => json(bodies.urlVerification(of)),
    press: (of) => payload(bodies.press(of)),
    submit: (of) => payload(bodies.submit(of)),
    shortcut: (of) => payload(bodies.shortcut(of)),
    suggest: (of) => payload(bodies.suggest(of)),
    command: (of) => form(bodies.command(of)),
    raw: (body) => ('json' in body ? json(body.json) : form(body.form)),
  };
}

async function send(
  to: { readonly signingSecret: string; readonly baseUrl: string; readonly clock: () => Date },
  body: string,
  contentType: string,
  options: SendOptions,
): Promise<SlackResponse> {
  const off = options.signature === 'stale' ? -600 : options.signature === 'future' ? 600 : 0;
  const seconds = Math.floor(to.clock().getTime() / 1000) + off + (options.secondsOff ?? 0);
  const secret = options.signature === 'wrong' ? 'another secret' : to.signingSecret;
  const response = await fetch(new URL('/slack/events', to.baseUrl), {
    method: 'POST',
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': String(seconds),
      ...(options.signature === 'missing' ? {} : { 'x-slack-signature': sign(secret, seconds, body) }),
      ...(options.retry === undefined
        ? {}
        : { 'x-slack-retry-num': String(options.retry), 'x-slack-retry-reason': 'http_timeout' }),
    },
  });
  const text = await response.text();
  return { status: response.status, text, json: parseJson(text) };
}

/** Slack's signature: HMAC-SHA256 over `v0:timestamp:body`. */
export function sign(secret: string, seconds: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
