import type { Draft } from '../data/drafts';
import type { PrismaClient } from '../data/generated/client';
import type { Work } from '../data/unitOfWork';
import type { TokenKeysRead } from '../domain/tokenKeys';

/** What the command line needs from outside. */
export interface AdminIo {
  /** One line for the person who typed the command. */
  out(line: string): void;
  /** The same for what went wrong. */
  err(line: string): void;
  /** Opened when a command needs it, not for help or a mistyped option. */
  openDatabase(): Promise<{ readonly prisma: PrismaClient; close(): Promise<void> }>;
  readFile(path: string): Promise<Uint8Array>;
  clock(): Date;
  /** A bar for long work; null where nobody watches a terminal. */
  progressBar(total: number): ProgressBar | null;
  /** Gives drafts left open at a day's close to the coordinators, in the transaction that closes it. */
  tellCoordinators(
    work: Work,
    handedOver: { handedOver: readonly Draft[]; coordinators: readonly string[] },
  ): Promise<void>;
  /** The keys of stored tokens, newest first, as the service has them. */
  tokenKeys(): TokenKeysRead;
  /** Real records belong on a server: why a live scheme may not be begun here; null where it may. */
  readonly liveRefusal: string | null;
}

export interface ProgressBar {
  update(done: number): void;
  stop(): void;
}
