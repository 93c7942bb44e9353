import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';

/** How the next call goes wrong. `afterwards` does what was asked first, then fails: the result is unknown. */
export type SlackFailure = (
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly error: string; readonly retryAfter?: number }
  | { readonly hang: true }
  | { readonly hangUp: true }
) & { readonly afterwards?: boolean };

/** Answers with JSON. */
export function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Goes wrong as planned. */
export function fail(response: ServerResponse, failure: SlackFailure): void {
  if ('hang' in failure) return;
  if ('hangUp' in failure) {
    response.destroy();
    return;
  }
  const headers: Record<string, string> =
    failure.retryAfter === undefined ? {} : { 'retry-after': String(failure.retryAfter) };
  const status = 'error' in failure ? 200 : failure.status;
  answer(response, status, { ok: false, error: 'error' in failure ? failure.error : 'failed' }, headers);
}

/** All that was sent. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** The web client sends forms in which whatever is not a string is JSON. */
export function readArgs(body: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parse(body)).map(([name, value]) => [name, readArg(name, value)]));
}

function readArg(name: string, value: unknown): unknown {
  if (typeof value !== 'string' || !['blocks', 'view', 'metadata', 'files'].includes(name)) return value;
  return JSON.parse(value);
}
