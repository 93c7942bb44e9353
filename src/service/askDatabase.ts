import { setTimeout as wait } from 'node:timers/promises';

/** A question to the database that always gets an answer: null where it could not be had in time. */
export type Question<T> = () => Promise<T | null>;

/**
 * Asks once for everybody who asks at the same time, and gives up after `ms` milliseconds. A question that hangs is
 * not asked again while it does: else those who ask every few seconds would take every connection.
 */
export function askDatabase<T>(ms: number, ask: () => Promise<T>): Question<T> {
  let asking: Promise<T | null> | null = null;
  return async () => {
    asking ??= ask()
      .catch(() => null)
      .finally(() => {
        asking = null;
      });
    return Promise.race([asking, wait(ms, null, { ref: false })]);
  };
}
