import { Client } from 'pg';
import { z } from 'zod';

/** What a database says of itself, or the code of why it can't be asked: the system's or PostgreSQL's. */
export type Probed =
  | {
      readonly kind: 'answers';
      /** As people say it: `16.4`. */
      readonly version: string;
      /** As PostgreSQL counts it: 160004. */
      readonly versionNumber: number;
      readonly role: string;
      readonly database: string;
      /** Its clock, halfway between asking and hearing. */
      readonly time: Date;
    }
  | { readonly kind: 'away'; readonly code: string };

const rowSchema = z.object({
  version: z.string(),
  number: z.coerce.number(),
  role: z.string(),
  database: z.string(),
  time: z.date(),
});

/** What the driver says in words only; none of them holds a value. */
const codesOfWords: Readonly<Record<string, string>> = {
  'timeout expired': 'ETIMEDOUT',
  'Connection terminated due to connection timeout': 'ETIMEDOUT',
  'Connection terminated unexpectedly': 'ECONNRESET',
  'The server does not support SSL connections': 'NO_TLS',
};

/**
 * Connects once, without Prisma, whose errors no longer tell a wrong name from a closed port. Never throws, and never
 * says what stands in the address.
 * @param input.timeoutMs how long it waits for the connection, and for the answer
 */
export async function probeDatabase(input: { url: string; timeoutMs: number }): Promise<Probed> {
  const { url, timeoutMs } = input;
  let client: Client | null = null;
  try {
    client = new Client({
      connectionString: url,
      connectionTimeoutMillis: timeoutMs,
      query_timeout: timeoutMs,
    });
    // A connection that breaks says so here too, which nobody hearing it would end the process.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query(`
      SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number,
        current_user AS role, current_database() AS database, clock_timestamp() AS time`);
    const { number, ...row } = rowSchema.parse(rows[0]);
    return { kind: 'answers', ...row, versionNumber: number };
  } catch (error) {
    return { kind: 'away', code: codeOf(error) };
  } finally {
    await client?.end().catch(() => undefined);
  }
}

const errorSchema = z.object({ code: z.string().optional(), message: z.string(), name: z.string() });

function codeOf(error: unknown): string {
  // An error's own fields are not enumerable: they are taken by name.
  const { code, message, name } = Object(error);
  const read = errorSchema.safeParse({ code, message, name }).data;
  return read?.code ?? codesOfWords[read?.message ?? ''] ?? read?.name ?? 'unknown';
}
