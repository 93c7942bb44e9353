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

const thrown = z.looseObject({ code: z.unknown(), message: z.unknown(), meta: z.unknown() });
const adapterMeta = z.looseObject({
  driverAdapterError: z.looseObject({
    cause: z.looseObject({ kind: z.string().optional(), originalCode: z.string().optional() }),
  }),
});

/** Connection refused, reset, timed out, shutting down: what was asked is not at fault, and can be tried again. */
export function isDatabaseAway(error: unknown): boolean {
  const read = thrown.safeParse(partsOf(error)).data;
  if (read === undefined) return false;
  if (isAwayCode(String(read.code ?? ''))) return true;
  const cause = adapterMeta.safeParse(read.meta).data?.driverAdapterError.cause;
  if (cause !== undefined) return awayKinds.has(cause.kind ?? '') || isAwayCode(cause.originalCode ?? '');
  return typeof read.message === 'string' && awayWords.test(read.message);
}

function isAwayCode(code: string): boolean {
  // PostgreSQL's own: class 08 is the connection, 57P the server shutting down, 53300 no connection left.
  return awayCodes.has(code) || code.startsWith('57P') || code.startsWith('08') || code === '53300';
}

/** An error's own fields can't be enumerated, so they are named. */
function partsOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message, meta } = error as { code?: unknown; message?: unknown; meta?: unknown };
  return { code, message, meta };
}
