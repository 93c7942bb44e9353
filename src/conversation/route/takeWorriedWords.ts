import { type Draft, lockDraft } from '../../data/drafts';
import { encountersOfDraft } from '../../data/encounters';
import { minutesAfter } from '../../domain/localTime';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { noticeSigns } from '../understand/concern/noticeSigns';
import { whichDraftCard } from '../views/draftCards';
import { worriedAboutNobodyCard, worriedAfterSavingCard } from '../views/worriedCards';
import { amendDraft } from './amendDrafts';
import type { ShortAnswer } from './applyAmendment';

/** Words about a child soon after the last ones are about the same child. */
const soonMinutes = 30;

/**
 * Words that give cause to worry and are no encounter: "she is crying and has bruises on her arm". They are about the
 * child just written of. Before saving they are kept as a note on its draft; after saving it is said what to press;
 * where there is no such child, whom to ring and what to write. They are never answered with help alone.
 * @returns null where the words give no cause
 */
export async function takeWorriedWords(
  turn: Turn,
  drafts: readonly Draft[],
  said: ShortAnswer,
): Promise<readonly Outcome[] | null> {
  const signs = noticeSigns(said.text);
  if (signs.length === 0) return null;
  const since = minutesAfter(turn.work.now, -soonMinutes);
  const recent = drafts.filter((draft) => draft.createdAt >= since);
  const [only, another] = recent.length > 0 ? recent : drafts;
  if (only !== undefined && another === undefined) return amendDraft(turn, only.id, said);
  if (only !== undefined) {
    const view = whichDraftCard({ drafts: recent, eventId: turn.eventId, now: turn.work.now });
    return [{ kind: 'reply', view }];
  }
  const saved = await savedSince(turn, since);
  const { receptionTeam } = turn.settings;
  const view =
    saved.length > 0
      ? worriedAfterSavingCard({ saved, signs, receptionTeam })
      : worriedAboutNobodyCard({ signs, receptionTeam });
  return [{ kind: 'reply', view }];
}

/** The person's encounters of the draft they saved last, not longer ago than that. */
async function savedSince(turn: Turn, since: Date) {
  const { work, person } = turn;
  const last = await work.tx.encounter.findFirst({
    where: { recordedById: person.staffId, state: 'saved', savedAt: { gte: since }, draftId: { not: null } },
    orderBy: { savedAt: 'desc' },
    select: { draftId: true },
  });
  if (!last?.draftId || (await lockDraft(work.tx, last.draftId)) === null) return [];
  return (await encountersOfDraft(work.tx, last.draftId)).filter(({ state }) => state === 'saved');
}
