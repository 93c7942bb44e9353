import type { Logger } from 'pino';
import type { NotServed } from './workspaces';

const minute = 60_000;

/**
 * Counts what came from workspaces that are not served, and logs the counts: the first at once, then at most once a
 * minute. Never what it was.
 */
export function createIgnoredCount(input: { readonly log: Logger; readonly clock: () => Date }) {
  let counts: Partial<Record<NotServed['notServed'], number>> = {};
  let loggedAt = Number.NEGATIVE_INFINITY;
  const write = () => {
    if (Object.keys(counts).length === 0) return;
    input.log.warn({ platform: 'slack', ignored: counts }, 'not answered: workspaces nobody has approved');
    counts = {};
    loggedAt = input.clock().getTime();
  };
  return {
    add: ({ notServed }: NotServed) => {
      counts = { ...counts, [notServed]: (counts[notServed] ?? 0) + 1 };
      if (input.clock().getTime() - loggedAt >= minute) write();
    },
    /** Logs what has not been logged yet. */
    write,
  };
}
