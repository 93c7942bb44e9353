import { lockDraft } from '../../data/drafts';
import { authorise } from '../../domain/authorise';
import { type DraftChild, keptChildren } from '../../domain/draft';
import { changeDraft, type DraftChanged, replaceChild } from '../../usecases/drafts/changeDraft';
import { draftsToFinish } from '../../usecases/drafts/draftsToFinish';
import { throwAwayDraft } from '../../usecases/drafts/throwAwayDraft';
import { withOpenDraft } from '../../usecases/drafts/withOpenDraft';
import type { Action } from '../model/action';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { draftsCard, throwAwayCard } from '../views/draftCards';
import { homeCard } from '../views/homeCard';
import { helpCard, noteCard } from '../views/notes';
import { amendDraft } from './amendDrafts';
import { beginFromReading, childrenUnderstood } from './beginFromReading';
import { openConcernForm, pressWorried } from './concern';
import { openLeftForm, pressStayStep, showStay } from './designatedPlace';
import { draftOfMessage } from './draftOfMessage';
import { draftCardName, showInPlace } from './draftView';
import { openChangeForm, openDraftForm, openEncounterForm } from './encounterForms';
import { openHandOverForm, pressHandOverChosen, pressStillOnTheWay } from './handOver';
import { pressForceRecord, pressNoticeRecorded, pressTellTheChild } from './receiptButtons';
import { refusal } from './refusal';
import { openPowerForm } from './removalPower';
import { showEncounter } from './routeText';
import { pressSave, pressUndo } from './saveAndUndo';
import { wordsOfEvent } from './wordsOfEvent';

/** One line for each button: what pressing it does. */
export async function routePress(turn: Turn, action: Action): Promise<readonly Outcome[]> {
  switch (action.name) {
    case 'help.show':
      return [{ kind: 'reply', view: helpCard('What you can write to me') }];
    case 'home.show':
      return [
        {
          kind: 'reply',
          view: homeCard({ name: turn.person.name, drafts: await draftsToFinish(turn.work.tx, turn.person) }),
        },
      ];
    case 'encounter.form':
      return openEncounterForm(turn);
    case 'drafts.list':
      return [
        {
          kind: 'reply',
          view: draftsCard({ drafts: await draftsToFinish(turn.work.tx, turn.person), now: turn.work.now }),
        },
      ];
    case 'draft.show':
      return showDraft(turn, action.draftId);
    case 'draft.save':
      return pressSave(turn, action);
    case 'draft.throwAway':
      return askBeforeThrowingAway(turn, action.draftId);
    case 'draft.throwAwaySure':
      return throwAway(turn, action.draftId);
    case 'draft.change':
      return openDraftForm(turn, action);
    case 'draft.drop':
      return dropChild(turn, action);
    case 'draft.choose':
      return chooseChild(turn, action, (child) => ({
        ...child,
        choice: { kind: 'child', childId: action.childId },
      }));
    case 'draft.someoneElse':
      return chooseChild(turn, action, (child) => ({
        ...child,
        choice: { kind: 'open' },
        passedOver: [...new Set([...child.passedOver, ...action.passedOver])],
      }));
    case 'draft.noneOfThese':
      return chooseChild(turn, action, (child) => ({
        ...child,
        choice: { kind: 'none' },
      }));
    case 'draft.chooseAgain':
      return chooseChild(turn, action, (child) => ({ ...child, choice: { kind: 'open' }, passedOver: [] }));
    case 'draft.amendThis':
      return amendChosen(turn, action);
    case 'draft.beginFrom':
      return beginChosen(turn, action.eventId);
    case 'save.undo':
      return pressUndo(turn, action.draftId);
    case 'concern.raiseInDraft':
      return pressWorried(turn, { kind: 'draft', ...action });
    case 'concern.raise':
      return pressWorried(turn, { kind: 'encounter', encounterId: action.encounterId });
    case 'concern.form':
      return openConcernForm(turn, action.concernId);
    case 'handOver.form':
      return openHandOverForm(turn, action.encounterId);
    case 'handOver.waiting':
      return pressStillOnTheWay(turn, action.encounterId);
    case 'handOver.chosen':
      return pressHandOverChosen(turn, action);
    case 'stay.show':
      return showStay(turn, action.encounterId);
    case 'stay.arrived':
      return pressStayStep(turn, action.encounterId, { name: 'arrived' });
    case 'stay.parentRung':
      return pressStayStep(turn, action.encounterId, { name: 'parentRung' });
    case 'stay.schoolRung':
      return pressStayStep(turn, action.encounterId, { name: 'schoolRung' });
    case 'stay.leftForm':
      return openLeftForm(turn, action.encounterId);
    case 'power.form':
      return openPowerForm(turn, action.encounterId);
    case 'encounter.forceRecord':
      return pressForceRecord(turn, action.encounterId);
    case 'notice.show':
      return pressTellTheChild(turn, action.encounterId);
    case 'notice.record':
      return pressNoticeRecorded(turn, action);
    case 'encounter.open':
      return showEncounter(turn, { id: action.encounterId }, 'met now');
    case 'encounter.change':
      return openChangeForm(turn, action);
  }
}

async function showDraft(turn: Turn, draftId: string): Promise<readonly Outcome[]> {
  const draft = await lockDraft(turn.work.tx, draftId);
  return draft === null ? [gone] : showInPlace(turn, draft);
}

const gone: Outcome = {
  kind: 'replaceCard',
  view: noteCard('That draft is no longer there. Write the encounter again to begin a new one.'),
};

async function askBeforeThrowingAway(turn: Turn, draftId: string): Promise<readonly Outcome[]> {
  const outcome = await withOpenDraft(turn.work, turn.person, draftId, async (draft) => ({
    kind: 'open' as const,
    draft,
  }));
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  if (outcome.kind === 'notOpen') return showInPlace(turn, outcome.draft);
  return [{ kind: 'replaceCard', view: throwAwayCard(outcome.draft), keep: draftCardName(draftId) }];
}

async function throwAway(turn: Turn, draftId: string): Promise<readonly Outcome[]> {
  const outcome = await throwAwayDraft(turn.work, turn.person, { draftId });
  return outcome.kind === 'refused' ? refusal(outcome.sentence) : showInPlace(turn, outcome.draft);
}

/** Choosing among pupils needs the right to see them, asked again now: the roster may have changed since the card. */
async function chooseChild(
  turn: Turn,
  where: { draftId: string; childKey: string },
  change: (child: DraftChild) => DraftChild,
): Promise<readonly Outcome[]> {
  const decision = authorise(turn.person, 'child.recognise');
  return decision.allowed
    ? changeChild(turn, where, 'draft.child_chosen', change)
    : refusal(decision.sentence);
}

/** The last child is not dropped: that would be throwing the draft away, which asks first. */
async function dropChild(
  turn: Turn,
  where: { draftId: string; childKey: string },
): Promise<readonly Outcome[]> {
  const draft = await lockDraft(turn.work.tx, where.draftId);
  const kept = draft === null ? [] : keptChildren(draft.children);
  if (kept.length === 1 && kept[0]?.key === where.childKey) return askBeforeThrowingAway(turn, where.draftId);
  return changeChild(turn, where, 'draft.child_dropped', (child) => ({ ...child, dropped: true }));
}

async function changeChild(
  turn: Turn,
  where: { draftId: string; childKey: string },
  action: 'draft.child_chosen' | 'draft.child_dropped',
  change: (child: DraftChild) => DraftChild,
): Promise<readonly Outcome[]> {
  const outcome = await changeDraft(turn.work, turn.person, {
    draftId: where.draftId,
    action,
    fields: [where.childKey],
    remindMinutes: turn.settings.draftReminderMinutes,
    change: (draft) => replaceChild(draft.children, where.childKey, change),
  });
  return showChanged(turn, outcome);
}

/** The draft as it stands after a change, or why there was none. */
export async function showChanged(turn: Turn, outcome: DraftChanged): Promise<readonly Outcome[]> {
  return outcome.kind === 'refused' ? refusal(outcome.sentence) : showInPlace(turn, outcome.draft);
}

async function amendChosen(
  turn: Turn,
  action: { draftId: string; eventId: string },
): Promise<readonly Outcome[]> {
  const said = await wordsOfEvent(turn, action.eventId);
  if (said === null) return [gone];
  const answered: Outcome = { kind: 'replaceCard', view: noteCard('Changed below.') };
  if ((await draftOfMessage(turn, said.messageKey)) !== null) return [answered];
  return [answered, ...(await amendDraft(turn, action.draftId, said))];
}

async function beginChosen(turn: Turn, eventId: string): Promise<readonly Outcome[]> {
  const said = await wordsOfEvent(turn, eventId);
  const reading = said && turn.understanding.read(said);
  if (!said || !reading || reading.encounters.length === 0)
    return [{ kind: 'replaceCard', view: helpCard('I couldn’t find a child in that') }];
  const answered: Outcome = { kind: 'replaceCard', view: noteCard('A new draft, below.') };
  if ((await draftOfMessage(turn, said.messageKey)) !== null) return [answered];
  return [
    answered,
    ...(await beginFromReading(turn, {
      children: childrenUnderstood(reading),
      source: { messageKey: said.messageKey, text: said.text, sentAt: said.sentAt, part: 'first' },
    })),
  ];
}
