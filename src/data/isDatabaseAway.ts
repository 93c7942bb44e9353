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
]);

/** Connection refused, reset, timed out, shutting down: what was asked is not at fault, and can be tried again. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  const code = String(error.code);
  // PostgreSQL's own: class 08 is the connection, 57P the server shutting down.
  return awayCodes.has(code) || code.startsWith('57P') || code.startsWith('08');
}
