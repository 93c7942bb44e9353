import type { Encounter } from '../../data/encounters';
import { authorise } from '../../domain/authorise';
import { concernsOf } from '../../usecases/concerns/findConcern';
import { mayChange } from '../../usecases/encounters/changeEncounter';
import type { View } from '../model/outcome';
import type { Turn } from '../turn';
import { encounterCard } from '../views/encounterCard';

/** A saved encounter as this person may see it now. */
export async function encounterView(turn: Turn, encounter: Encounter, news?: string): Promise<View> {
  return encounterCard({
    encounter,
    concerns: await concernsOf(turn.work.tx, [encounter.id]),
    now: turn.work.now,
    mayChange: mayChange(turn.person, encounter).kind !== 'refused',
    mayRecognise: authorise(turn.person, 'child.recognise').allowed,
    ...(news !== undefined && { news }),
  });
}
