import type { Encounter } from '../../data/encounters';
import { stopAsking } from '../../usecases/encounters/stopAsking';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { handOverEnded, handOverName } from '../views/handOverViews';

/**
 * Where a child is on the way no more, the question who took it over, and the alerts, say so wherever they stand,
 * without their buttons.
 * @param tellRecorder whoever recorded the encounter hears of it in any case, unless they did it themselves
 */
export async function endHandOver(
  turn: Turn,
  encounter: Encounter,
  { tellRecorder = false } = {},
): Promise<readonly Outcome[]> {
  const { id, recordedById } = encounter;
  const asked = await stopAsking(turn.work, encounter);
  const mustHear = tellRecorder && recordedById !== turn.person.staffId ? [recordedById] : [];
  return [...new Set([...asked, ...mustHear])].map((staffId) => ({
    kind: 'tell' as const,
    staffId,
    view: handOverEnded(encounter),
    keep: handOverName(id),
    inPlace: true,
    onlyIfThere: !mustHear.includes(staffId),
  }));
}
