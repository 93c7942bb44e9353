import type { Encounter } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import { fromLocalMinute, sayMoment, toLocalTime } from '../../domain/localTime';
import type { ActionButton } from '../model/action';
import type { Block } from '../model/card';
import type { FormView, View } from '../model/outcome';
import { button, buttons, type Filling, filling, heading, text } from './build';
import { momentFields } from './momentFields';
import { nameWords, onTheWayWords } from './wording/terms';

/** Who took the child over, and when. Date is today; the time is agency-local. */
export function handOverForm(
  input: Filling & {
    encounterId: string;
    reference: string;
  },
): FormView {
  return {
    purpose: { name: 'encounter.handOver', encounterId: input.encounterId },
    title: 'Handed over',
    intro: `Who took the child of ${input.reference} over?`,
    submitLabel: 'Save',
    fields: [
      {
        id: 'to',
        kind: 'text',
        label: 'To whom',
        optional: false,
        maxLength: 200,
        hint: 'A name and what they are: “Mrs Pike, reception”, “his nan”',
      },
      ...momentFields('Time'),
    ],
    ...filling(input),
  };
}

/** What a receipt or a record says of a child who is on the way; nothing where none is. */
export function onTheWayBlocks(encounter: Encounter): readonly Block<ActionButton>[] {
  const { handOverAskAt: askAt } = encounter;
  const asked = askAt === null ? '' : ` I ask you at ${toLocalTime(askAt)}.`;
  return [
    text(
      `${onTheWayWords(encounter.values)}: open until you tell me who took the child over.${asked}`,
      'warning',
    ),
    buttons(handedOverButton(encounter)),
  ];
}

function handedOverButton(encounter: Encounter): ActionButton {
  return button('Handed over', { name: 'handOver.form', encounterId: encounter.id }, 'primary');
}

/** The question, at the foot of the recorder's chat. */
export function handOverQuestion(encounter: Encounter, now: Date): View {
  const reference = encounterReference(encounter.number);
  return {
    title: `${reference}: who took the child over?`,
    summary: `${reference}: who took the child over?`,
    blocks: [
      heading(nameWords(encounter.values)),
      text(`${onTheWayWords(encounter.values)} since ${sayMoment(metAt(encounter), now)}.`),
      text('Write “handed over to …” with the time, or press a button.', 'subtle'),
      buttons(
        handedOverButton(encounter),
        button('Still on the way', { name: 'handOver.waiting', encounterId: encounter.id }),
        button('Something else', { name: 'encounter.change', encounterId: encounter.id }),
      ),
    ],
  };
}

/** The name under which the question, or the alert, is kept current in somebody's chat. */
export function handOverName(encounterId: string): string {
  return `handOver:${encounterId}`;
}

/** In place of the question and the alerts, once nothing is open. Names no child: it stands in several chats. */
export function handOverEnded({ id, number, values, state }: Encounter): View {
  const reference = encounterReference(number);
  const ended =
    state === 'undone'
      ? 'undone'
      : values.handedOverAt === null
        ? 'on the way no more'
        : `handed over at ${values.handedOverAt.slice(11)}`;
  return {
    title: `${reference}: ${ended}`,
    summary: `${reference}: ${ended}`,
    blocks: [buttons(button(`Open ${reference}`, { name: 'encounter.open', encounterId: id }))],
  };
}

/** What the patrol and the coordinator are told. The child is not named: the reference opens the record. */
export function handOverAlert(encounter: Encounter, askedAt: Date, now: Date): View {
  const reference = encounterReference(encounter.number);
  const title = `${reference}: not handed over yet`;
  const place = encounter.values.place === null ? '' : `, ${encounter.values.place}`;
  return {
    title,
    summary: title,
    blocks: [
      text(
        `${encounter.recordedBy} met the child at ${sayMoment(metAt(encounter), now)}${place}. ${onTheWayWords(encounter.values)}, and nobody has said who took the child over. ${encounter.recordedBy} was asked at ${toLocalTime(askedAt)} and has not answered. Please ring ${encounter.recordedBy}.`,
        'warning',
      ),
      buttons(
        handedOverButton(encounter),
        button(`Open ${reference}`, { name: 'encounter.open', encounterId: encounter.id }),
      ),
    ],
  };
}

/** Several are on the way and it was not said which: the person says. */
export function whichHandOver(encounters: readonly Encounter[], eventId: string): View {
  return {
    title: 'Which child was handed over?',
    summary: 'Which child was handed over?',
    blocks: [
      text('Several children are on the way. Press each one you mean.'),
      ...encounters.flatMap((encounter) => [
        heading(`${encounterReference(encounter.number)}: ${nameWords(encounter.values)}`),
        buttons(
          button(`Handed over: ${encounterReference(encounter.number)}`, {
            name: 'handOver.chosen',
            encounterId: encounter.id,
            eventId,
          }),
        ),
      ]),
    ],
  };
}

function metAt(encounter: Encounter): Date {
  return fromLocalMinute(encounter.values.occurredAt);
}
