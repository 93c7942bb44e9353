import type { Encounter } from '../../data/encounters';
import { authorise } from '../../domain/authorise';
import { mayChange } from '../../usecases/encounters/changeEncounter';
import type { View } from '../model/outcome';
import type { Turn } from '../turn';
import { encounterCard } from '../views/encounterCard';

/** A saved encounter as this person may see it now. */
export function encounterView(turn: Turn, encounter: Encounter, news?: string): View {
  return encounterCard({
    encounter,
    now: turn.work.now,
    mayChange: mayChange(turn.person, encounter).kind !== 'refused',
    mayRecognise: authorise(turn.person, 'child.recognise').allowed,
    ...(news !== undefined && { news }),
  });
}
