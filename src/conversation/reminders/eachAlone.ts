import type { PrismaClient } from '../../data/generated/client';
import { isDatabaseAway } from '../../data/isDatabaseAway';
import { inOneTransaction, type Work } from '../../data/unitOfWork';
import { errorCode, type Log } from '../log';

/** How many are taken in one go; the others are still due when it comes round again. */
export const atOnce = 50;

/**
 * Does what is due for each, in a transaction of its own: one that fails holds up none of the others.
 * @param input.what names it in the log
 * @param one does it; false where another instance has done it, or is doing it
 * @returns how many were done
 * @throws where the database was away: for one, when the others have been tried; for a second, at once
 */
export async function eachAlone(
  input: { prisma: PrismaClient; now: Date; log: Log; what: string; ids: readonly string[] },
  one: (work: Work, id: string) => Promise<boolean>,
): Promise<number> {
  const { prisma, now, log, what } = input;
  let count = 0;
  let away: unknown;
  for (const id of input.ids) {
    try {
      if (await inOneTransaction({ prisma, now, actor: { kind: 'service' } }, (work) => one(work, id)))
        count += 1;
    } catch (error) {
      if (isDatabaseAway(error)) {
        if (away !== undefined) throw error;
        away = error;
      }
      log.error({ what, id, code: errorCode(error) }, 'a reminder failed; it is tried again');
    }
  }
  if (away !== undefined) throw away;
  return count;
}
