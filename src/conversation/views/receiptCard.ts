import type { Encounter } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import { isOnTheWay } from '../../domain/handOver';
import { toLocalTime } from '../../domain/localTime';
import type { ActionButton } from '../model/action';
import type { Block } from '../model/card';
import type { View } from '../model/outcome';
import { button, buttons, text } from './build';
import { onTheWayBlocks } from './handOverViews';
import { listWords, nameWords } from './wording/terms';

/** What was saved, under which reference, and what can still be done. Promises only what the system does. */
export function receiptCard(input: {
  encounters: readonly Encounter[];
  now: Date;
  undoMinutes: number;
  /** Undo is for who recorded it; a coordinator who finished the draft reads the receipt without. */
  viewerId: string;
}): View {
  const { encounters, now, undoMinutes } = input;
  const references = listWords(encounters.map((encounter) => encounterReference(encounter.number)));
  const [first] = encounters;
  const undone = encounters.every((encounter) => encounter.state === 'undone');
  const savedAt = first === undefined ? '' : toLocalTime(first.savedAt);
  const isOwn = first?.recordedById === input.viewerId;
  const mayUndo =
    isOwn && first !== undefined && now.getTime() - first.savedAt.getTime() <= undoMinutes * 60_000;
  if (undone)
    return {
      title: `Undone: ${references}`,
      summary: `Undone: ${references}`,
      blocks: [text('What you wrote is a draft again, on the card below.')],
    };
  return {
    title: `Saved as ${references} at ${savedAt}`,
    summary: `Saved as ${references} at ${savedAt}`,
    blocks: [
      ...encounters.flatMap((encounter) => encounterLine(encounter, encounters.length > 1)),
      ...(first?.draftId && mayUndo
        ? [
            text(
              `Undo works until ${toLocalTime(new Date(first.savedAt.getTime() + undoMinutes * 60_000))}.`,
              'subtle',
            ),
            buttons(
              button('Undo', { name: 'save.undo', draftId: first.draftId }),
              encounters.length === 1 ? changeButton(first, 'Change') : null,
            ),
          ]
        : encounters.length === 1 && first !== undefined
          ? [buttons(changeButton(first, 'Change'))]
          : []),
    ],
  };
}

function encounterLine(encounter: Encounter, several: boolean): readonly Block<ActionButton>[] {
  const reference = encounterReference(encounter.number);
  const who = nameWords(encounter.values);
  const matched = encounter.pupil ? '' : ' Not identified yet: the council will match it later.';
  const outside = encounter.onAttendanceDay ? '' : ' Outside an Attendance Day.';
  const words = text(`${several ? `${reference}: ` : ''}${who}.${matched}${outside}`);
  const onTheWay = isOnTheWay(encounter.values) ? onTheWayBlocks(encounter, encounter.handOverAskAt) : [];
  return several
    ? [words, ...onTheWay, buttons(changeButton(encounter, `Change ${reference}`))]
    : [words, ...onTheWay];
}

function changeButton(encounter: Encounter, label: string): ActionButton {
  return button(label, { name: 'encounter.change', encounterId: encounter.id });
}
