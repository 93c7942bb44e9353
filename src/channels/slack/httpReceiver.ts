import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import express, { type Request, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { holdEventAck } from './holdEventAck';
import { parseBody } from './parseBody';
import { errorCode } from './receive/errorCode';
import { verifyRequest } from './verifyRequest';

/** Where Slack sends everything: events, interactivity, commands, options. */
export const slackPath = '/slack/events';

/** A press or a form is at most some kilobytes; a message's event with its blocks some hundred. */
const bodyLimit = '1mb';

/**
 * Bolt's receiver over our own express server. Unlike Bolt's, it answers an event only once it is stored, with 503
 * where that fails, and knows both ends of the time a signature is good for. Mount the router before anything that
 * reads bodies.
 */
export function httpReceiver(input: {
  readonly signingSecret: string;
  readonly clock: () => Date;
  readonly log: Logger;
}): Receiver & { readonly router: Router } {
  const router = express.Router();
  let app: App | null = null;
  const inFlight = new Set<Promise<void>>();
  router.post(slackPath, express.raw({ type: () => true, limit: bodyLimit }), (request, response) => {
    const handling = handleRequest({ ...input, app, request, response }).finally(() =>
      inFlight.delete(handling),
    );
    inFlight.add(handling);
    return handling;
  });
  return {
    router,
    init: (bolt) => {
      app = bolt;
    },
    start: async () => {},
    stop: async () => {
      await Promise.allSettled([...inFlight]);
    },
  };
}

async function handleRequest(input: {
  readonly signingSecret: string;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly app: App | null;
  readonly request: Request;
  readonly response: Response;
}): Promise<void> {
  const { request, response, log, app } = input;
  const raw = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
  const isSlack = verifyRequest({
    signingSecret: input.signingSecret,
    body: raw,
    signature: request.get('x-slack-signature'),
    timestamp: request.get('x-slack-request-timestamp'),
    now: input.clock(),
  });
  if (!isSlack) {
    log.warn({ platform: 'slack' }, 'request refused: signature or time');
    response.status(401).end();
    return;
  }
  const body = parseBody(raw, request.get('content-type') ?? '');
  if (body === null) return void response.status(400).end();
  if ('ssl_check' in body) return void response.status(200).end();
  if (body.type === 'url_verification') return void response.json({ challenge: body.challenge });
  try {
    if (app === null) throw new Error('Receiver not started');
    await holdEventAck(app, boltEvent(body, request, response));
    // What Bolt does not know (a new kind of event) is acknowledged all the same, or Slack would send it again.
    if (!response.headersSent) response.status(200).end();
  } catch (error) {
    log.error({ platform: 'slack', code: errorCode(error) }, 'event not stored');
    if (!response.headersSent) response.status(503).end();
  }
}

function boltEvent(
  body: Readonly<Record<string, unknown>>,
  request: Request,
  response: Response,
): ReceiverEvent {
  const retry = Number(request.get('x-slack-retry-num'));
  const reason = request.get('x-slack-retry-reason');
  return {
    body,
    ...(Number.isInteger(retry) && retry > 0 ? { retryNum: retry } : {}),
    ...(reason === undefined ? {} : { retryReason: reason }),
    ack: async (answer: unknown) => {
      if (response.headersSent) return;
      if (answer === undefined || answer === '') response.status(200).end();
      else if (typeof answer === 'string') response.status(200).send(answer);
      else response.status(200).json(answer);
    },
  };
}
