import type { PrismaClient } from '../../data/generated/client';
import { inOneTransaction, type Work } from '../../data/unitOfWork';

/** How many are done in one go. */
const atOnce = 50;

/**
 * Does one after another, each in a transaction of its own, until there is none left.
 * @param one does the next; false where there was none
 * @returns how many were done
 */
export async function eachAlone(
  input: { prisma: PrismaClient; now: Date },
  one: (work: Work) => Promise<boolean>,
): Promise<number> {
  let count = 0;
  while (count < atOnce && (await inOneTransaction({ ...input, actor: { kind: 'service' } }, one)))
    count += 1;
  return count;
}
