import type { Encounter } from '../../data/encounters';
import type { Work } from '../../data/unitOfWork';
import { isOnTheWay } from '../../domain/handOver';
import { whomToAlert } from './whomToAlert';

/**
 * Where a child is on the way no more: nobody is asked again.
 * @returns the staff ids of those who were asked or told since it was last said to be "still on the way"; null where
 * the child is on the way yet
 */
export async function stopAsking(work: Work, encounter: Encounter): Promise<readonly string[] | null> {
  if (isOnTheWay(encounter.values) && encounter.state === 'saved') return null;
  const { handOverAskedAt, handOverToldAt } = await work.tx.encounter.findUniqueOrThrow({
    where: { id: encounter.id },
    select: { handOverAskedAt: true, handOverToldAt: true },
  });
  if (handOverAskedAt === null) return [];
  await work.tx.encounter.update({
    where: { id: encounter.id },
    data: { handOverAskAt: null, handOverAskedAt: null, handOverToldAt: null },
  });
  return [encounter.recordedById, ...(handOverToldAt === null ? [] : await whomToAlert(work.tx, encounter))];
}
