import type { Encounter } from '../../data/encounters';
import { isOnTheWay } from '../../domain/handOver';
import type { ActionButton } from '../model/action';
import type { Block } from '../model/card';
import { stayBlocks } from './designatedPlaceViews';
import { onTheWayBlocks } from './handOverViews';

/** On a receipt or record: where the child is, as long as that is open, and the next step. */
export function whereNow(encounter: Encounter): readonly Block<ActionButton>[] {
  if (encounter.state === 'undone') return [];
  const { values, stay } = encounter;
  // Handed over before it came there, it is expected there no more.
  const expected = stay !== null || values.handedOverAt === null;
  if (values.outcome === 'designated_place') return expected ? stayBlocks(encounter) : [];
  return isOnTheWay(values) ? onTheWayBlocks(encounter) : [];
}
