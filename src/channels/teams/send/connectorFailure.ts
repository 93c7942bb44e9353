import { z } from 'zod';

/** Why a call did not succeed. `notSent`: it certainly did not arrive; `unclear`: it may have. */
export type ConnectorFailure =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code: string;
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'notSent'; readonly code: string }
  | { readonly kind: 'unclear'; readonly code: string }
  | { readonly kind: 'noToken' }
  | { readonly kind: 'refusedAddress' };

const errorSchema = z.looseObject({ error: z.looseObject({ code: z.string() }) });

// The connection was never made, so nothing can have been delivered.
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Reads an answer of the Bot Connector, or what `fetch` threw. Never carries what was sent. */
export function failureOf(
  from: { status: number; retryAfter: string | null; answer: unknown } | { error: unknown },
): ConnectorFailure {
  if ('error' in from) {
    const code = codeOf(from.error);
    return { kind: neverConnected.has(code) ? 'notSent' : 'unclear', code };
  }
  const named = errorSchema.safeParse(from.answer).data?.error.code ?? '';
  const code = /^[\w.-]{1,60}$/.test(named) ? named : 'none';
  return { kind: 'status', status: from.status, code, retryAfterMs: retryAfterMs(from.retryAfter) };
}

const thrownSchema = z.looseObject({
  name: z.string().optional(),
  code: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
  errors: z.array(z.unknown()).optional(),
});

// What is thrown may come from another realm (a test's sandbox), so its shape is read, not its class. The first code
// found on the way down counts: `fetch failed` hides it in the cause, a host with several addresses one deeper.
function codeOf(error: unknown): string {
  const thrown = readThrown(error);
  const inner = thrown?.cause ?? thrown?.errors?.[0];
  return thrown?.code ?? (readThrown(inner) ? codeOf(inner) : (thrown?.name ?? 'unknown'));
}

function readThrown(error: unknown): z.infer<typeof thrownSchema> | null {
  if (typeof error !== 'object' || error === null) return null;
  // Spread by name: an error's own fields are not enumerable.
  const { name, code, cause, errors } = error as Record<string, unknown>;
  return thrownSchema.safeParse({ name, code, cause, errors }).data ?? null;
}

// Seconds, or a date (RFC 9110, 10.2.3).
function retryAfterMs(header: string | null): number | null {
  if (!header) return null;
  if (/^\d{1,6}(\.\d+)?$/.test(header)) return Math.ceil(Number(header) * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
