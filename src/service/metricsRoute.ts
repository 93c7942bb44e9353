import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { isLocalRequest } from '../channels/teams/loopback';
import type { PrismaClient } from '../data/generated/client';
import { type Backlog, readBacklog } from '../data/readBacklog';
import { askDatabase, type Question } from './askDatabase';
import type { Metrics } from './createMetrics';

/** Milliseconds the database has to answer: Prometheus waits for ten seconds. */
const answerMs = 3_000;

/** `/metrics`, for Prometheus. */
export interface MetricsRoute {
  readonly router: Router;
  /** From now on what waits in the database is counted too. */
  watch(prisma: PrismaClient): void;
}

/** With a token, `/metrics` is for whoever has it; without, for this machine only. */
export function metricsRoute(input: { metrics: Metrics; token: string | null }): MetricsRoute {
  const { metrics, token } = input;
  let backlog: Question<Backlog> = async () => null;
  const router = Router();
  router.get('/metrics', async (request, response) => {
    response.set('Cache-Control', 'no-store');
    if (token === null && !isLocalRequest(request)) {
      response.status(403).type('text/plain').send(localOnly);
      return;
    }
    if (token !== null && !hasToken(request, token)) {
      response.set('WWW-Authenticate', 'Bearer').status(401).type('text/plain').send(tokenNeeded);
      return;
    }
    response.set('Content-Type', metrics.contentType).send(await metrics.text(await backlog()));
  });
  return {
    router,
    watch: (prisma) => {
      backlog = askDatabase(answerMs, () => readBacklog(prisma));
    },
  };
}

const localOnly =
  'The metrics are for this machine only. To read them from another one, set METRICS_TOKEN and send it.\n';
const tokenNeeded = 'The metrics need their token. Send METRICS_TOKEN as a bearer token.\n';

/** The time it takes says nothing of the token: hashes of equal length are compared, whole. */
function hasToken(request: Request, token: string): boolean {
  const [, sent = ''] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return timingSafeEqual(sha256(sent), sha256(token));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
