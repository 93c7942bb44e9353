import type { RequestHandler } from 'express';

/** Where the service is in its life. `unmigrated`: it waits until somebody has brought the database to this version. */
export type Phase = 'starting' | 'unmigrated' | 'open' | 'stopping';

/** Lets requests in while the service is open; until then and afterwards, a platform is asked to come again. */
export interface Gate {
  /** Goes before everything that takes something in. */
  readonly handler: RequestHandler;
  phase(): Phase;
  becomes(phase: Phase): void;
  /** Resolves when every request that was let in has its answer. */
  idle(): Promise<void>;
}

/** Seconds after which who was sent away may come again. */
const comeAgainSeconds = '5';

/** A gate, closed: the service is starting. */
export function createGate(): Gate {
  let phase: Phase = 'starting';
  let inside = 0;
  const watchers: (() => void)[] = [];
  const tellIdle = () => {
    if (inside === 0) for (const watcher of watchers.splice(0)) watcher();
  };
  return {
    handler: (_request, response, next) => {
      if (phase !== 'open') {
        // A connection that stays open would lead the next request to the same closed gate.
        response.set({ 'Retry-After': comeAgainSeconds, Connection: 'close' });
        response.status(503).type('text/plain').send(`${sentences[phase]}\n`);
        return;
      }
      inside += 1;
      response.once('close', () => {
        inside -= 1;
        tellIdle();
      });
      next();
    },
    phase: () => phase,
    becomes: (next) => {
      phase = next;
    },
    idle: () =>
      new Promise((resolve) => {
        watchers.push(resolve);
        tellIdle();
      }),
  };
}

const sentences: Readonly<Record<Exclude<Phase, 'open'>, string>> = {
  starting: 'Rollcall is starting. Try again in a moment.',
  unmigrated: 'Rollcall waits until its database is brought to this version. Try again later.',
  stopping: 'Rollcall is stopping, and takes nothing new. Try again in a moment.',
};
