import { Router } from 'express';
import type { PrismaClient } from '../data/generated/client';
import { missingMigrations } from '../data/missingMigrations';
import { askDatabase, type Question } from './askDatabase';
import type { Phase } from './createGate';

/** Milliseconds the database has to answer; those who ask wait for some seconds at most. */
const answerMs = 2_000;

/** What `/health` and `/ready` say. */
export interface Status {
  readonly router: Router;
  /** From now on the database is asked too. */
  watch(prisma: PrismaClient): void;
}

/**
 * `/health`: 200 while the event loop turns; nothing else is asked, since a restart would not mend it.
 * `/ready`: 200 where something can be taken in, else 503 with what is in the way.
 */
export function statusRoutes(phase: () => Phase): Status {
  let missing: Question<readonly string[]> = async () => null;
  const router = Router();
  router.get('/health', (_request, response) => void response.json({ status: 'alive' }));
  router.get('/ready', async (_request, response) => {
    const status = await readiness(phase, missing);
    response.set('Cache-Control', 'no-store');
    response.status(status === 'ready' ? 200 : 503).json({ status });
  });
  return {
    router,
    watch: (prisma) => {
      missing = askDatabase(answerMs, () => missingMigrations(prisma));
    },
  };
}

async function readiness(phase: () => Phase, missing: Question<readonly string[]>): Promise<string> {
  const names = phase() === 'open' ? await missing() : null;
  // It may have begun to stop while the database was asked.
  const now = phase();
  if (now !== 'open') return now === 'unmigrated' ? unmigrated : now;
  if (names === null) return 'the database does not answer';
  return names.length === 0 ? 'ready' : unmigrated;
}

const unmigrated = 'the database lacks migrations: run npm run migrate';
