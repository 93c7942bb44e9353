import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';
import { createPreparedNames } from './preparedNames';

/** An open database: Prisma's client over its own pool of connections. */
export interface Database {
  readonly prisma: PrismaClient;
  /** Gives every connection back; what is still running is waited for. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL address; the embedded database's (embedded.ts) is one too. */
  readonly url: string;
  /** Connections at most; 10 when not given. */
  readonly poolSize?: number;
  /** Told of a connection that broke while nobody used it; the pool replaces it. */
  readonly onConnectionError?: (error: Error) => void;
}

const WAIT_FOR_CONNECTION_MS = 10_000;
const TRANSACTION_TIMEOUT_MS = 15_000;

/**
 * Opens the database at `url`; connects at the first query, not here.
 * A transaction waits 10 seconds for a connection and may take 15.
 */
export function createDatabase({
  url,
  poolSize = 10,
  onConnectionError = ignore,
}: DatabaseOptions): Database {
  const adapter = new PrismaPg(
    { connectionString: url, max: poolSize, connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS },
    {
      onPoolError: onConnectionError,
      onConnectionError,
      ...(keepsPrepared(url) && { statementNameGenerator: createPreparedNames() }),
    },
  );
  const prisma = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: WAIT_FOR_CONNECTION_MS, timeout: TRANSACTION_TIMEOUT_MS },
  });
  return { prisma, close: () => prisma.$disconnect() };
}

/**
 * Whether connections at this address keep the statements they have prepared. A PostgreSQL server's do; those of the
 * embedded database share one session, and PgBouncer gives a session to many: their addresses say `pgbouncer=true`, by
 * Prisma's convention.
 */
function keepsPrepared(url: string): boolean {
  return !/[?&]pgbouncer=true(&|$)/.test(url);
}

/** The next query on a broken connection fails by itself; the pool has then already replaced it. */
function ignore(): void {}
