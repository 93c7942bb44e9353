import type { Encounter } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import { toLocalTime } from '../../domain/localTime';
import type { Concern } from '../../usecases/concerns/findConcern';
import type { ActionButton } from '../model/action';
import type { Block } from '../model/card';
import type { View } from '../model/outcome';
import { button, buttons, text } from './build';
import { concernLine } from './concernCards';
import { whereNow } from './whereNow';
import { handedOverWords } from './wording/handedOverWords';
import { listWords, nameWords } from './wording/terms';

/** What was saved, under which reference, and what can still be done. Promises only what the system does. */
export function receiptCard(input: {
  encounters: readonly Encounter[];
  concerns: readonly Concern[];
  now: Date;
  undoMinutes: number;
  /** Undo is for who recorded it; a coordinator who finished the draft reads the receipt without. */
  viewerId: string;
  /** Encounters for which it is asked whether the power of removal was used. */
  powerAsked: ReadonlySet<string>;
  /** A paragraph for the force's own system is for the police. */
  forPolice: boolean;
}): View {
  const { encounters } = input;
  const references = listWords(encounters.map((encounter) => encounterReference(encounter.number)));
  const [first] = encounters;
  if (encounters.every((encounter) => encounter.state === 'undone'))
    return {
      title: `Undone: ${references}`,
      summary: `Undone: ${references}`,
      blocks: [text('What you wrote is a draft again, on the card below.')],
    };
  const savedAt = first === undefined ? '' : toLocalTime(first.savedAt);
  return {
    title: `Saved as ${references} at ${savedAt}`,
    summary: `Saved as ${references} at ${savedAt}`,
    blocks: [
      ...encounters.flatMap((encounter) => encounterBlocks(encounter, input)),
      ...undoBlocks(first, input),
    ],
  };
}

type Receipt = Parameters<typeof receiptCard>[0];

function encounterBlocks(encounter: Encounter, receipt: Receipt): readonly Block<ActionButton>[] {
  const several = receipt.encounters.length > 1;
  const reference = encounterReference(encounter.number);
  const matched = encounter.pupil ? '' : ' Not identified yet: the council will match it later.';
  const outside = encounter.onAttendanceDay ? '' : ' Outside an Attendance Day.';
  const { id: encounterId } = encounter;
  return [
    text(`${several ? `${reference}: ` : ''}${nameWords(encounter.values)}.${matched}${outside}`),
    ...whereNow(encounter),
    ...handedOver(encounter, receipt.now),
    ...receipt.concerns
      .filter((concern) => concern.encounter?.id === encounterId)
      .map((concern) => concernLine(concern, receipt.now)),
    buttons(
      button(several ? `Change ${reference}` : 'Change', { name: 'encounter.change', encounterId }),
      receipt.powerAsked.has(encounterId)
        ? button(encounter.values.powerUsed === null ? 'Power used?' : 'Change power used', {
            name: 'power.form',
            encounterId,
          })
        : null,
      button('Worried about this child', { name: 'concern.raise', encounterId }),
      button('Tell the child', { name: 'notice.show', encounterId }),
      receipt.forPolice
        ? button('Copy for force record', { name: 'encounter.forceRecord', encounterId })
        : null,
    ),
  ];
}

/** Who took the child over, so that a wrong name or time is seen. */
function handedOver({ values }: Encounter, now: Date): readonly Block<ActionButton>[] {
  const words = handedOverWords(values, now);
  return words === null ? [] : [text(`Handed over to ${words}.`)];
}

function undoBlocks(first: Encounter | undefined, receipt: Receipt): readonly Block<ActionButton>[] {
  if (first === undefined || first.draftId === null || first.recordedById !== receipt.viewerId) return [];
  const until = new Date(first.savedAt.getTime() + receipt.undoMinutes * 60_000);
  if (receipt.now > until) return [];
  return [
    text(`Undo works until ${toLocalTime(until)}.`, 'subtle'),
    buttons(button('Undo', { name: 'save.undo', draftId: first.draftId })),
  ];
}
