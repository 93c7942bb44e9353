import type { Logger } from 'pino';
import { within } from './within';

/** One thing that has to end, and by when: milliseconds from the beginning of the stop. */
export interface Ending {
  readonly what: string;
  readonly byMs: number;
  end(): Promise<unknown>;
}

/** An ending whose time is over before its turn comes is still begun, and waited for this long. */
const leastMs = 50;

/** Ends one thing after another. What hangs is left at its time, so that the whole never takes longer than the last. */
export async function stopInOrder(endings: readonly Ending[], log: Logger): Promise<void> {
  const begun = Date.now();
  for (const { what, byMs, end } of endings)
    await within({ what, ms: Math.max(leastMs, byMs - (Date.now() - begun)), log, work: end });
}
