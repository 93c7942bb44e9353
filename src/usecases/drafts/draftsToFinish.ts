import { type Draft, toDraft } from '../../data/drafts';
import type { Transaction } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';

/** The unsaved drafts that wait for a person: their own, and for a coordinator those handed over at a day's close. */
export async function draftsToFinish(tx: Transaction, person: Person): Promise<readonly Draft[]> {
  const takesOver = authorise(person, 'draft.takeOver', { withCoordinator: true }).allowed;
  const rows = await tx.draft.findMany({
    where: {
      OR: [
        { staffId: person.staffId, state: 'open' },
        ...(takesOver ? [{ state: 'with_coordinator' as const }] : []),
      ],
    },
    orderBy: { number: 'asc' },
  });
  return rows.map(toDraft);
}
