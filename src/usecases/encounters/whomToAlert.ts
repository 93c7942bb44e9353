import type { Encounter } from '../../data/encounters';
import type { Transaction } from '../../data/unitOfWork';
import { coordinatorsOn } from '../days/coordinatorsOn';
import { patrolMates } from '../days/patrolMates';

/** Who is told where nobody says who took a child over: the recorder's patrol and the coordinators, not the recorder. */
export async function whomToAlert(
  tx: Transaction,
  { recordedById, savedAt }: Pick<Encounter, 'recordedById' | 'savedAt'>,
): Promise<readonly string[]> {
  const mates = await patrolMates(tx, { staffId: recordedById, moment: savedAt });
  const coordinators = await coordinatorsOn(tx, savedAt);
  return [...new Set([...mates, ...coordinators])].filter((staffId) => staffId !== recordedById);
}
