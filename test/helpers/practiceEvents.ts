import { get } from 'node:http';

/** One server-sent event as it came. */
export interface ServerEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: { readonly [name: string]: unknown };
}

export interface EventStream {
  /** The next event, waiting for it. */
  next(): Promise<ServerEvent>;
  /** Everything up to `ready`. */
  untilReady(): Promise<readonly ServerEvent[]>;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens one person's stream, as a browser's EventSource does. */
export async function openEvents(
  origin: string,
  as: string,
  headers: Record<string, string> = {},
): Promise<EventStream> {
  const waiting: ((event: ServerEvent) => void)[] = [];
  const come: ServerEvent[] = [];
  const request = get(`${origin}/practice/api/events?as=${as}`, { headers });
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  const ended = new Promise<void>((resolve) => response.once('close', () => resolve()));
  let rest = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop() ?? '';
    for (const event of parts.flatMap(parse)) {
      const first = waiting.shift();
      if (first === undefined) come.push(event);
      else first(event);
    }
  });
  const next = () => {
    const first = come.shift();
    return first === undefined
      ? new Promise<ServerEvent>((resolve) => waiting.push(resolve))
      : Promise.resolve(first);
  };
  return {
    next,
    untilReady: async () => {
      const events: ServerEvent[] = [];
      for (;;) {
        const event = await next();
        if (event.event === 'ready') return events;
        events.push(event);
      }
    },
    ended,
    close: () => request.destroy(),
  };
}

function parse(block: string): readonly ServerEvent[] {
  const line = (name: string) =>
    block
      .split('\n')
      .find((one) => one.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const data = line('data');
  if (data === undefined) return [];
  return [{ id: line('id') ?? null, event: line('event') ?? 'message', data: JSON.parse(data) }];
}
