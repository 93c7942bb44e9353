import type { Encounter } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import { fromLocalMinute, sayMoment } from '../../domain/localTime';
import type { Concern } from '../../usecases/concerns/findConcern';
import type { View } from '../model/outcome';
import { button, buttons, heading, text } from './build';
import { concernLine } from './concernCards';
import { encounterFacts } from './encounterFacts';
import { pupilWords } from './matchParts';
import { whereNow } from './whereNow';
import { handedOverWords } from './wording/handedOverWords';
import { nameWords } from './wording/terms';

/** One saved encounter as it stands, for those who may read it. */
export function encounterCard(input: {
  encounter: Encounter;
  concerns: readonly Concern[];
  now: Date;
  mayChange: boolean;
  /** Whether the reader may see which pupil is matched. */
  mayRecognise: boolean;
  news?: string;
}): View {
  const { encounter, now } = input;
  const handedOver = handedOverWords(encounter.values, now);
  const reference = encounterReference(encounter.number);
  const undone = encounter.state === 'undone' ? ' (undone)' : '';
  return {
    title: `Encounter ${reference}${undone}`,
    summary: `Encounter ${reference}${undone}`,
    blocks: [
      ...(input.news === undefined ? [] : [text(input.news)]),
      heading(nameWords(encounter.values)),
      {
        kind: 'facts',
        facts: encounterFacts({
          fields: encounter.values,
          uncertain: [],
          schoolSaid: encounter.values.schoolSaid,
          placeSaid: encounter.values.placeSaid,
          estimatedAge: null,
          note: encounter.values.note,
          underWay: encounter.values.underWay,
          handedOver: handedOver === null ? null : `To ${handedOver}`,
          sentAt: fromLocalMinute(encounter.values.occurredAt),
          now,
        }),
      },
      text(
        `Saved ${sayMoment(encounter.savedAt, now)} by ${encounter.recordedBy}.${changes(encounter)}`,
        'subtle',
      ),
      ...(encounter.timeStated
        ? []
        : [text('No time was said: it is when the message was written.', 'subtle')]),
      ...pupilBlocks(encounter, input),
      ...whereNow(encounter),
      ...input.concerns.map((concern) => concernLine(concern, now)),
      ...(encounter.onAttendanceDay ? [] : [text('Outside an Attendance Day.', 'subtle')]),
      ...(input.mayChange && encounter.state === 'saved'
        ? [
            buttons(
              button('Change', { name: 'encounter.change', encounterId: encounter.id }),
              button('Worried about this child', { name: 'concern.raise', encounterId: encounter.id }),
            ),
          ]
        : []),
    ],
  };
}

function pupilBlocks({ pupil }: Encounter, { now, mayRecognise }: { now: Date; mayRecognise: boolean }) {
  if (pupil === null) return [text('Not identified yet: the council will match it later.', 'subtle')];
  return [
    text(
      mayRecognise ? `Pupil: ${pupilWords(pupil, now)}` : 'Matched to a pupil on a school’s list.',
      'subtle',
    ),
  ];
}

function changes(encounter: Encounter): string {
  const times = encounter.revision - 1 - (encounter.state === 'undone' ? 1 : 0);
  if (times === 0) return '';
  return times === 1 ? ' Changed once since.' : ` Changed ${times} times since.`;
}
