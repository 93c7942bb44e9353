import type { Draft } from '../../data/drafts';
import { minutesAfter } from '../../domain/localTime';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { noticeSigns } from '../understand/concern/noticeSigns';
import { worriedAboutNobodyCard, worriedAfterSavingCard } from '../views/worriedCards';
import { amendOrAsk } from './amendDrafts';
import type { ShortAnswer } from './applyAmendment';
import { lastSavedDraft, savedFrom, soonMinutes } from './lastSaved';

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
  const about = recent.length > 0 ? recent : drafts;
  if (about.length > 0) return amendOrAsk(turn, about, said);
  const { receptionTeam } = turn.settings;
  const draft = await lastSavedDraft(turn);
  const saved = draft === null ? [] : await savedFrom(turn, draft);
  const view =
    saved.length > 0
      ? worriedAfterSavingCard({ saved, signs, receptionTeam })
      : worriedAboutNobodyCard({ signs, receptionTeam });
  return [{ kind: 'reply', view }];
}
