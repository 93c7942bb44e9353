import { encounterReference } from '../../domain/encounterRecord';
import { sayMoment } from '../../domain/localTime';
import type { ChildCheck, DraftCheck } from '../../usecases/drafts/checkDraft';
import { confirmedBySave } from '../../usecases/drafts/matchChild';
import type { ActionButton } from '../model/action';
import type { Block } from '../model/card';
import type { View } from '../model/outcome';
import { button, buttons, divider, heading, text } from './build';
import { encounterFacts } from './encounterFacts';
import { matchBlocks } from './matchBlocks';
import { childrenWords, nameWords } from './wording/terms';

/**
 * The card on which a person checks what was understood: a block for each child, Save first.
 * @param news what has just changed, in a sentence; null on a new draft
 */
export function checkCard(input: { check: DraftCheck; now: Date; news: string | null }): View {
  const { check, now, news } = input;
  const { draft, children } = check;
  const several = children.length > 1;
  const again = children.some((child) => child.same.length > 0);
  return {
    title: `Check and save: ${childrenWords(children.length)}`,
    summary: `Check ${childrenWords(children.length)} met ${sayMoment(draft.sentAt, now)}, not saved yet`,
    blocks: [
      ...(news === null ? [] : [text(news)]),
      ...(check.onAttendanceDay ? [] : [text('Outside an Attendance Day: marked as such.', 'subtle')]),
      ...children.flatMap((child, index) => [
        ...(index > 0 ? [divider] : []),
        ...childBlocks(check, child, { now, several }),
      ]),
      ...(several ? [divider] : []),
      buttons(
        button(saveLabel(several, again), saveAction(check), 'primary'),
        several || children[0] === undefined ? null : changeButton(draft.id, children[0].child.key),
        button('Throw away', { name: 'draft.throwAway', draftId: draft.id }),
      ),
    ],
  };
}

function saveLabel(several: boolean, again: boolean): string {
  if (again) return several ? 'Save all anyway' : 'Save as another';
  return several ? 'Save all' : 'Save';
}

function childBlocks(
  check: DraftCheck,
  { child, match, same }: ChildCheck,
  how: { now: Date; several: boolean },
): readonly Block<ActionButton>[] {
  const { draft } = check;
  return [
    heading(nameWords(child.fields)),
    { kind: 'facts', facts: encounterFacts({ ...child, sentAt: draft.sentAt, now: how.now }) },
    ...matchBlocks({ draftId: draft.id, childKey: child.key, match, now: how.now }),
    ...sameBlocks(same, how.now),
    ...(how.several
      ? [
          buttons(
            changeButton(draft.id, child.key),
            button('Drop', { name: 'draft.drop', draftId: draft.id, childKey: child.key }),
          ),
        ]
      : []),
  ];
}

function sameBlocks(same: ChildCheck['same'], now: Date): readonly Block<ActionButton>[] {
  const [first] = same;
  if (first === undefined) return [];
  const reference = encounterReference(first.number);
  return [
    text(
      `Looks the same as ${reference}: same child, place and time (${sayMoment(first.occurredAt, now)}), saved by ${first.savedBy}. Open it before you save this one as well.`,
      'warning',
    ),
    buttons(button(`Open ${reference}`, { name: 'encounter.open', encounterId: first.encounterId })),
  ];
}

function changeButton(draftId: string, childKey: string): ActionButton {
  return button('Change', { name: 'draft.change', draftId, childKey });
}

/** Save confirms the likely pupils on this card and the "looks the same" it shows: both stand behind the token. */
function saveAction(check: DraftCheck) {
  const confirmed = Object.fromEntries(
    check.children.flatMap(({ child, match }) => {
      const candidate = confirmedBySave(match);
      return candidate === null ? [] : [[child.key, candidate.pupil.childId]];
    }),
  );
  return {
    name: 'draft.save' as const,
    draftId: check.draft.id,
    version: check.draft.version,
    confirmed,
    seenSame: check.children.flatMap((child) => child.same.map((encounter) => encounter.encounterId)),
  };
}
