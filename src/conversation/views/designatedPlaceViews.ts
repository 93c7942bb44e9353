import type { Encounter } from '../../data/encounters';
import { isThere } from '../../domain/designatedPlace';
import { encounterReference } from '../../domain/encounterRecord';
import { toLocalTime } from '../../domain/localTime';
import type { ChildThere } from '../../usecases/designatedPlace/childrenThere';
import type { ActionButton } from '../model/action';
import type { Block } from '../model/card';
import type { FormView, View } from '../model/outcome';
import { button, buttons, type Filling, filling, heading, list, text } from './build';
import { momentFields } from './momentFields';
import { childrenWords, nameWords } from './wording/terms';

/** On a receipt or record: where the child is, and the next step. */
export function stayBlocks(encounter: Encounter): readonly Block<ActionButton>[] {
  const { id: encounterId, stay } = encounter;
  if (stay === null)
    return [
      text('On the way to the designated place.', 'warning'),
      buttons(button('Arrived', { name: 'stay.arrived', encounterId }, 'primary')),
    ];
  if (stay.leftAt !== null)
    return [
      text(
        `Left the designated place at ${toLocalTime(stay.leftAt)}, collected by ${stay.collectedBy ?? ''} (${stay.relationship ?? ''}).`,
      ),
    ];
  return [
    text(`At the designated place since ${toLocalTime(stay.arrivedAt)}.`, 'warning'),
    buttons(button('Designated place', { name: 'stay.show', encounterId }, 'primary')),
  ];
}

/** What is done for a child at the designated place, step by step. */
export function stayCard(encounter: Encounter): View {
  const reference = encounterReference(encounter.number);
  const { id: encounterId, stay } = encounter;
  const title = isThere(stay)
    ? `${reference}: at the designated place`
    : `${reference}: left the designated place`;
  const rung = (who: string, at: Date | null) =>
    at === null ? `${who}: not rung yet` : `${who}: rung at ${toLocalTime(at)}`;
  return {
    title,
    summary: title,
    blocks: [
      heading(nameWords(encounter.values)),
      ...(stay === null
        ? []
        : [
            list([
              `Arrived at ${toLocalTime(stay.arrivedAt)}`,
              rung('Parent or carer', stay.parentRungAt),
              rung('School', stay.schoolRungAt),
              ...(stay.leftAt === null
                ? ['Not collected yet']
                : [
                    `Left at ${toLocalTime(stay.leftAt)}, collected by ${stay.collectedBy ?? ''} (${stay.relationship ?? ''})`,
                  ]),
            ]),
          ]),
      ...(isThere(stay)
        ? [
            buttons(
              stay?.parentRungAt === null
                ? button('Parent rung', { name: 'stay.parentRung', encounterId })
                : null,
              stay?.schoolRungAt === null
                ? button('School rung', { name: 'stay.schoolRung', encounterId })
                : null,
              button('Collected', { name: 'stay.leftForm', encounterId }, 'primary'),
            ),
          ]
        : []),
    ],
  };
}

/** The coordinator's live count. Names no child. */
export function placeCountCard(there: readonly ChildThere[], now: Date): View {
  const title = `Designated place: ${there.length === 0 ? 'nobody' : childrenWords(there.length)} there at ${toLocalTime(now)}`;
  return {
    title,
    summary: title,
    blocks: there.flatMap((child) => [
      text(
        `${encounterReference(child.number)}: since ${toLocalTime(child.arrivedAt)}. ${child.parentRung ? 'Parent rung' : 'Parent not rung'}, ${child.schoolRung ? 'school rung' : 'school not rung'}.`,
      ),
      buttons(
        button(encounterReference(child.number), { name: 'stay.show', encounterId: child.encounterId }),
      ),
    ]),
  };
}

export function leftForm(
  input: Filling & {
    encounterId: string;
    reference: string;
  },
): FormView {
  return {
    purpose: { name: 'stay.left', encounterId: input.encounterId },
    title: 'Collected',
    intro: `Who collected the child of ${input.reference} from the designated place?`,
    submitLabel: 'Save',
    fields: [
      { id: 'collectedBy', kind: 'text', label: 'Collected by', optional: false, maxLength: 200 },
      {
        id: 'relationship',
        kind: 'text',
        label: 'Who they are to the child',
        optional: false,
        maxLength: 100,
        hint: '“mother”, “grandfather”, “head of year”',
      },
      ...momentFields('Left at'),
    ],
    ...filling(input),
  };
}
