import { type Response, Router } from 'express';
import { fail } from './answered';
import { privateOwner } from './conversations';
import type { PracticeParts } from './practiceParts';
import type { PracticeMessage } from './practiceStore';
import { presentMessage } from './presentMessage';
import { queries } from './requestSchemas';
import { type Visitor, visitorOf } from './visitors';

const heartbeatMs = 25_000;
/** Writes may become readable a moment after the time they carry: look a little further back than asked. */
const overlapMs = 2_000;
const firstMessages = 100;

/** Open streams, and what closes them all. */
export interface EventRoutes {
  readonly router: Router;
  stop(): void;
}

/**
 * Server-sent events for one person: the latest messages of what they see (with Last-Event-ID, only what changed
 * since), then `ready`, then every change as it happens. A message may come twice; the page keeps the newest of each.
 * `elsewhere` says, without a word of it, that the bot wrote to somebody else.
 */
export function eventRoutes(parts: PracticeParts): EventRoutes {
  const streams = new Set<Response>();
  const router = Router();
  router.get('/events', async (request, response) => {
    try {
      const { as } = queries.as.parse(request.query);
      const visitor = await visitorOf({ store: parts.store, as });
      const since = cursorOf(request.header('last-event-id') ?? request.query.since);
      streams.add(response);
      response.once('close', () => streams.delete(response));
      await stream({ visitor, since, response, parts });
    } catch (error) {
      if (response.headersSent) response.end();
      else fail({ error, log: parts.log, response });
    }
  });
  return {
    router,
    stop: () => {
      for (const response of streams) response.end();
      streams.clear();
    },
  };
}

async function stream(input: {
  visitor: Visitor;
  since: Date | null;
  response: Response;
  parts: PracticeParts;
}): Promise<void> {
  const { visitor, since, response, parts } = input;
  // Listening starts before reading, so that nothing written in between is missed.
  const waiting: PracticeMessage[] = [];
  let live = false;
  const stopListening = parts.feed.subscribe((message) => {
    if (live) write({ message, visitor, response, parts });
    else waiting.push(message);
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  response.once('close', () => {
    stopListening();
    clearInterval(heartbeat);
  });
  try {
    const missed = await read({ visitor, since, parts });
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('retry: 1000\n\n');
    for (const message of [...missed, ...waiting]) write({ message, visitor, response, parts });
    response.write('event: ready\ndata: {}\n\n');
    live = true;
  } catch (error) {
    stopListening();
    clearInterval(heartbeat);
    throw error;
  }
}

async function read(input: {
  visitor: Visitor;
  since: Date | null;
  parts: PracticeParts;
}): Promise<readonly PracticeMessage[]> {
  const { visitor, since, parts } = input;
  const { conversations } = visitor;
  if (since !== null) {
    return parts.store.changedSince({ conversations, at: new Date(since.getTime() - overlapMs) });
  }
  const latest = await Promise.all(
    conversations.map((conversation) => parts.store.list({ conversation, limit: firstMessages })),
  );
  return latest.flat();
}

function write(input: {
  message: PracticeMessage;
  visitor: Visitor;
  response: Response;
  parts: PracticeParts;
}): void {
  const { message, visitor, response, parts } = input;
  if (visitor.conversations.includes(message.conversation)) {
    const presented = presentMessage({
      message,
      people: visitor.people,
      renderForSlack: parts.renderForSlack,
    });
    response.write(
      `id: ${message.changedAt.getTime()}\nevent: message\ndata: ${JSON.stringify(presented)}\n\n`,
    );
    return;
  }
  const owner = privateOwner(message.conversation);
  if (owner === null || message.author === owner) return;
  response.write(`event: elsewhere\ndata: ${JSON.stringify({ userId: owner })}\n\n`);
}

function cursorOf(value: unknown): Date | null {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? new Date(Number(value)) : null;
}
