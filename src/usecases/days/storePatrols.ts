import type { Transaction } from '../../data/unitOfWork';
import type { ResolvedDay } from './resolveDay';

/** Makes the day's patrols those named; others go. */
export async function storePatrols(
  tx: Transaction,
  dayId: string,
  patrols: ResolvedDay['patrols'],
): Promise<void> {
  await tx.patrol.deleteMany({ where: { dayId } });
  for (const { name, members } of patrols)
    await tx.patrol.create({
      data: {
        dayId,
        name,
        members: { create: members.map(({ staffId, leads }) => ({ staffId, leads })) },
      },
    });
}
