import type { Draft } from '../data/drafts';
import type { PrismaClient } from '../data/generated/client';
import type { Work } from '../data/unitOfWork';
import type { TokenKeysRead } from '../domain/tokenKeys';
import type { Finding } from '../usecases/doctor/finding';
import type { LinkToCheck } from '../usecases/doctor/linksOfPlatforms';

/** What the command line needs from outside. */
export interface AdminIo {
  /** One line for the person who typed the command. */
  out(line: string): void;
  /** The same for what went wrong. */
  err(line: string): void;
  /** Opened when a command needs it, not for help or a mistyped option. */
  openDatabase(): Promise<OpenedDatabase>;
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
  /** What the doctor looks at beside the records. */
  readonly doctor: DoctorIo;
}

export interface OpenedDatabase {
  readonly prisma: PrismaClient;
  /** A PostgreSQL address. */
  readonly url: string;
  close(): Promise<void>;
}

/** The environment and the platforms, which this room does not know: whoever starts the command line does. */
export interface DoctorIo {
  /** What is wrong with the environment, or set and empty. */
  readonly settings: readonly Finding[];
  /** What the environment says the service is; null where it can't be read. */
  readonly mode: 'practice' | 'live' | null;
  /** Which database is meant, without role and password: `db.example.org:5432`. */
  readonly database: { readonly kind: 'embedded' | 'server'; readonly place: string };
  /** Asks the platforms that are set up, also about these channels. Never throws. */
  askPlatforms(links: readonly LinkToCheck[]): Promise<readonly Finding[]>;
  /** Milliseconds that the database has to answer. */
  readonly timeoutMs: number;
}

export interface ProgressBar {
  update(done: number): void;
  stop(): void;
}
