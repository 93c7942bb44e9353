import type { Logger } from 'pino';
import { errorCode } from '../conversation/log';

/**
 * Does a piece of work and waits for it, but no longer than `ms` milliseconds. Never throws: what fails or does not
 * end in time is logged under its name, and left.
 */
export async function within(input: {
  ms: number;
  what: string;
  log: Logger;
  work: () => Promise<unknown>;
}): Promise<void> {
  const { ms, what, log } = input;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      log.warn({ what, ms }, 'did not end in time, and is left as it is');
      resolve();
    }, ms);
  });
  const done = (async () => {
    try {
      await input.work();
    } catch (error) {
      log.warn({ what, code: errorCode(error) }, 'did not end in order');
    }
  })();
  await Promise.race([done, late]);
  clearTimeout(timer);
}
