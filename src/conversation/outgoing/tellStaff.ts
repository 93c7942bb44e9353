import type { Work } from '../../data/unitOfWork';
import type { View } from '../model/outcome';
import { createQueue } from './createQueue';
import { findRecipient } from './findRecipient';
import { mintTokens } from './mintTokens';

/** Something for another member of staff, in their private chat. */
export interface Telling {
  readonly staffId: string;
  readonly view: View;
  /** Name of the message, where it is kept current. */
  readonly keep?: string;
  /** In place of the message of that name, where there is one. */
  readonly inPlace?: boolean;
  /** With `inPlace`: nothing is told where there is none. */
  readonly onlyIfThere?: boolean;
}

/** Stores what is to be told to other people. Returns those who can't be reached, for the caller to name. */
export async function tellStaff(
  work: Work,
  tellings: readonly Telling[],
  causeId: string | null,
): Promise<readonly string[]> {
  const minting = mintTokens(work);
  const queue = createQueue(work, causeId);
  const unreached: string[] = [];
  for (const { staffId, view, keep, inPlace, onlyIfThere = false } of tellings) {
    const recipient = await findRecipient(work.tx, staffId);
    if (recipient === null) unreached.push(staffId);
    else
      queue.toPerson(recipient, {
        operation: inPlace ? 'update' : 'post',
        keptName: keep,
        card: minting.card(view, staffId),
        onlyIfThere,
      });
  }
  return unreached;
}
