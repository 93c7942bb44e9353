import type { ConcernSign } from '../../domain/concern';
import type { DraftSource } from '../../domain/draft';
import { onlyFields } from '../../domain/encounterFields';
import { beginDraft, type ChildUnderstood } from '../../usecases/drafts/beginDraft';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import type { EncounterReading, Reading } from '../understand/reading';
import { draftCardName, draftView } from './draftView';
import { refusal } from './refusal';

/** Stores what a message or form was understood to say as a draft, and shows its check card. */
export async function beginFromReading(
  turn: Turn,
  input: { children: readonly ChildUnderstood[]; source: DraftSource },
): Promise<readonly Outcome[]> {
  const outcome = await beginDraft(turn.work, turn.person, {
    accountId: turn.accountId,
    source: input.source,
    children: input.children,
    remindMinutes: turn.settings.draftReminderMinutes,
  });
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  const view = await draftView(turn, outcome.draft);
  return [{ kind: 'reply', view, keep: draftCardName(outcome.draft.id) }];
}

/** What understanding read of the children of a message, as a draft keeps it. */
export function childrenUnderstood(reading: Reading): ChildUnderstood[] {
  return reading.encounters.map((child) => childUnderstood(child, reading.signs));
}

function childUnderstood(reading: EncounterReading, signs: readonly ConcernSign[]): ChildUnderstood {
  const { uncertain, schoolSaid, placeSaid, estimatedAge, underWay, ...fields } = reading;
  return {
    fields: onlyFields(fields),
    uncertain: [...uncertain],
    schoolSaid,
    placeSaid,
    estimatedAge,
    underWay,
    signs: [...signs],
    note: null,
  };
}
