import type { Encounter } from '../../data/encounters';
import { minutesAfter } from '../../domain/localTime';
import { stopAsking } from '../../usecases/encounters/stopAsking';
import type { Outcome } from '../model/outcome';
import { whoHas } from '../outgoing/whoHas';
import type { Turn } from '../turn';
import { handOverEnded, handOverName } from '../views/handOverViews';

/** What is older is left as it stands: pressed, it shows what is true. */
const dayMinutes = 24 * 60;

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
  if (asked === null) return [];
  // Also those who were told before it was "still on the way", or who are on no patrol any more.
  const since = minutesAfter(turn.work.now, -dayMinutes);
  const standing = await whoHas(turn.work.tx, { name: handOverName(id), since });
  const mustHear = tellRecorder && recordedById !== turn.person.staffId ? [recordedById] : [];
  return [...new Set([...asked, ...standing, ...mustHear])].map((staffId) => ({
    kind: 'tell' as const,
    staffId,
    view: handOverEnded(encounter),
    keep: handOverName(id),
    inPlace: true,
    onlyIfThere: !mustHear.includes(staffId),
  }));
}
