import { isYoungAndAlone } from '../../domain/concern';
import { encounterReference } from '../../domain/encounterRecord';
import { sayMoment } from '../../domain/localTime';
import { againstRemoval } from '../../domain/removalPower';
import type { ChildCheck, DraftCheck } from '../../usecases/drafts/checkDraft';
import { confirmedBySave } from '../../usecases/drafts/matchChild';
import type { ActionButton } from '../model/action';
import type { Block } from '../model/card';
import type { View } from '../model/outcome';
import { button, buttons, divider, heading, text } from './build';
import { childLines, whereAndWhen } from './childLines';
import { signsNoticed } from './concernCards';
import { matchParts } from './matchParts';
import { childrenWords } from './wording/terms';

/**
 * The card on which a person checks what was understood. One child: everything in a few lines, one row of buttons, Save
 * first. Several: a block for each with its own buttons, and Save all below.
 * @param news what has just changed, in a sentence; null on a new draft
 */
export function checkCard(input: {
  check: DraftCheck;
  now: Date;
  news: string | null;
  /** A number to ring where somebody may have to worry; null where none is set. */
  receptionTeam: string | null;
  /** The reader has the power of removal, and a direction is in force. */
  removalInQuestion: boolean;
}): View {
  const { check, now, news } = input;
  const { draft, children } = check;
  const [only] = children.length === 1 ? children : [];
  const save = button(saveLabel(children), saveAction(check), 'primary');
  const throwAway = button('Throw away', { name: 'draft.throwAway', draftId: draft.id });
  return {
    title: `Check and save: ${childrenWords(children.length)}`,
    summary: `Check ${childrenWords(children.length)}, ${whereAndWhen(draft, now)}, not saved yet`,
    blocks: [
      ...(news === null ? [] : [text(news)]),
      ...signsNoticed(signsOf(children), input.receptionTeam),
      ...(input.removalInQuestion ? againstWords(children) : []),
      ...(only
        ? [...childBlocks(check, only, now), buttons(save, ...childButtons(check, only, now), throwAway)]
        : [...children.flatMap((child) => severalBlocks(check, child, now)), buttons(save, throwAway)]),
    ],
  };
}

/** What stands against the power of removal, before it is used. */
function againstWords(children: readonly ChildCheck[]): readonly Block<ActionButton>[] {
  const sentences = children.map(({ child }) => againstRemoval(child.fields));
  return [...new Set(sentences.filter((sentence) => sentence !== null))].map((sentence) =>
    text(sentence, 'warning'),
  );
}

/** Signs in the words, and a young child met alone. */
function signsOf(children: readonly ChildCheck[]): readonly string[] {
  return children.flatMap(({ child }) => [
    ...child.signs,
    ...(isYoungAndAlone(child) ? ['young_alone'] : []),
  ]);
}

function saveLabel(children: readonly ChildCheck[]): string {
  const again = children.some((child) => child.sameIds.length > 0);
  if (children.length > 1) return again ? 'Save all anyway' : 'Save all';
  return again ? 'Save as another' : 'Save';
}

function severalBlocks(check: DraftCheck, child: ChildCheck, now: Date): readonly Block<ActionButton>[] {
  const drop = button('Drop', { name: 'draft.drop', draftId: check.draft.id, childKey: child.child.key });
  return [...childBlocks(check, child, now), buttons(...childButtons(check, child, now), drop), divider];
}

function childBlocks(check: DraftCheck, child: ChildCheck, now: Date): readonly Block<ActionButton>[] {
  const { heading: who, lines, missing } = childLines(child.child, { sentAt: check.draft.sentAt, now });
  const { words, note } = matchParts({ ...where(check, child), match: child.match, now });
  return [
    heading(who),
    ...lines.map((line) => text(line)),
    ...(missing === null ? [] : [text(missing, 'subtle')]),
    ...words.map((line) => text(line)),
    ...(note === null ? [] : [text(note, 'subtle')]),
    ...(child.onAttendanceDay ? [] : [text('Outside an Attendance Day: marked as such.', 'subtle')]),
    ...(child.stillToCome ? [text(stillToCome, 'warning')] : []),
    ...(child.sameIds.length > child.same.length ? [text(sameHidden, 'warning')] : []),
    ...sameWords(child.same, now).map((line) => text(line, 'warning')),
  ];
}

const stillToCome = 'This time is still to come. Press Change and write when you met the child.';
const sameHidden =
  'A colleague may have recorded this already. Ask your coordinator before you save it as well.';

/** Change, then what chooses the pupil, then the encounter that looks the same, then the worry. */
function childButtons(check: DraftCheck, child: ChildCheck, now: Date): readonly ActionButton[] {
  const [same] = child.same;
  return [
    button('Change', { name: 'draft.change', ...where(check, child) }),
    ...matchParts({ ...where(check, child), match: child.match, now }).buttons,
    ...(same
      ? [
          button(`Open ${encounterReference(same.number)}`, {
            name: 'encounter.open',
            encounterId: same.encounterId,
          }),
        ]
      : []),
    button('Worried about this child', { name: 'concern.raiseInDraft', ...where(check, child) }),
  ];
}

function where(check: DraftCheck, { child }: ChildCheck): { draftId: string; childKey: string } {
  return { draftId: check.draft.id, childKey: child.key };
}

function sameWords(same: ChildCheck['same'], now: Date): readonly string[] {
  return same
    .slice(0, 1)
    .map(
      ({ number, occurredAt, savedBy }) =>
        `Looks the same as ${encounterReference(number)}: same child, place and time (${sayMoment(occurredAt, now)}), saved by ${savedBy}. Open it before you save this one as well.`,
    );
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
    seenSame: check.children.flatMap((child) => child.sameIds),
  };
}
