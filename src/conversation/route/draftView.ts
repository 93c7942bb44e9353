import { type Draft, lockDraft } from '../../data/drafts';
import { encountersOfDraft } from '../../data/encounters';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { againstRemoval } from '../../domain/removalPower';
import { concernsOf } from '../../usecases/concerns/findConcern';
import { checkDraft } from '../../usecases/drafts/checkDraft';
import { isInQuestionAt, removalInQuestion } from '../../usecases/encounters/removalInQuestion';
import type { Outcome, View } from '../model/outcome';
import type { Turn } from '../turn';
import { checkCard } from '../views/checkCard';
import { noteCard } from '../views/notes';
import { receiptCard } from '../views/receiptCard';

/** The name under which a draft's card is kept current in its author's chat. */
export function draftCardName(draftId: string): string {
  return `draft:${draftId}`;
}

/** What is true of a draft now: its check card, its receipt, or that it is gone. Old buttons end here. */
export async function draftView(turn: Turn, draft: Draft, news: string | null = null): Promise<View> {
  switch (draft.state) {
    case 'open':
      return openDraftCard({ ...turn, draft, news });
    case 'with_coordinator':
      return authorise(turn.person, 'draft.takeOver', { withCoordinator: true }).allowed
        ? openDraftCard({ ...turn, draft, news })
        : noteCard(
            'This draft went to the coordinator when the day closed. Ask them if something is missing.',
          );
    case 'thrown_away':
      return noteCard('Thrown away. Nothing was saved.');
    case 'saved': {
      const encounters = await encountersOfDraft(turn.work.tx, draft.id);
      return receiptCard({
        encounters,
        concerns: await concernsOf(
          turn.work.tx,
          encounters.map(({ id }) => id),
        ),
        now: turn.work.now,
        undoMinutes: turn.settings.undoMinutes,
        viewerId: turn.person.staffId,
        powerAsked: await removalInQuestion(turn.work.tx, turn.person, encounters),
        forPolice: turn.person.agencyKind === 'police',
      });
    }
  }
}

/** The check card of a draft that is not saved yet, for whoever is to finish it. */
export async function openDraftCard(input: {
  work: Work;
  person: Person;
  settings: { readonly duplicateMinutes: number; readonly receptionTeam: string | null };
  draft: Draft;
  news: string | null;
}): Promise<View> {
  const { work, person, draft, news } = input;
  const { duplicateMinutes, receptionTeam } = input.settings;
  const check = await checkDraft(work, person, { draft, duplicateMinutes });
  // Asked only where something stands against the power.
  const against = check.children.some(({ child }) => againstRemoval(child.fields) !== null);
  const removalInQuestion = against && (await isInQuestionAt(work.tx, person, draft.sentAt));
  return checkCard({ check, now: work.now, news, receptionTeam, removalInQuestion });
}

/** A saved draft's receipt, kept current after what has just been said of one of its encounters. */
export async function showSavedDraft(turn: Turn, draftId: string | null): Promise<readonly Outcome[]> {
  const draft = draftId === null ? null : await lockDraft(turn.work.tx, draftId);
  if (draft?.state !== 'saved' || draft.staffId !== turn.person.staffId) return [];
  return [{ kind: 'replaceKept', name: draftCardName(draft.id), view: await draftView(turn, draft) }];
}

/** The draft's card in place of the one whose button was pressed. */
export async function showInPlace(turn: Turn, draft: Draft, news: string | null = null): Promise<Outcome[]> {
  return [{ kind: 'replaceCard', view: await draftView(turn, draft, news), keep: draftCardName(draft.id) }];
}
