import { z } from 'zod';

/** Prisma's and the network's words for a database that can't be reached or has no connection free. */
const awayCodes = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** The adapter's words for the same, inside an error that Prisma names by what was asked (a raw query: P2010). */
const awayKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);

/** pg's errors of a lost connection have words only. */
const awayWords =
  /^(connection terminated|timeout (exceeded|expired)|client has encountered a connection error)/i;

const adapterMeta = z.looseObject({
  driverAdapterError: z.looseObject({
    cause: z.looseObject({ kind: z.string().optional(), originalCode: z.string().optional() }),
  }),
});

/** Connection refused, reset, timed out, shutting down: what was asked is not at fault, and can be tried again. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = partsOf(error);
  if (isAwayCode(String(code ?? ''))) return true;
  const cause = adapterCause(error);
  if (cause !== null) return awayKinds.has(cause.kind ?? '') || isAwayCode(cause.originalCode ?? '');
  return typeof message === 'string' && awayWords.test(message);
}

/** What the adapter said of it, inside an error of Prisma's; null where it said nothing. */
export function adapterCause(
  error: unknown,
): { kind?: string | undefined; originalCode?: string | undefined } | null {
  return adapterMeta.safeParse(partsOf(error).meta).data?.driverAdapterError.cause ?? null;
}

function isAwayCode(code: string): boolean {
  // PostgreSQL's own: class 08 is the connection, 57P the server shutting down, 53300 no connection left.
  return awayCodes.has(code) || code.startsWith('57P') || code.startsWith('08') || code === '53300';
}

/** An error's own fields can't be enumerated, so they are named. */
function partsOf(error: unknown): { code?: unknown; message?: unknown; meta?: unknown } {
  const { code, message, meta } = Object(error);
  return { code, message, meta };
}
