import { CONCERN_SIGNS, type ConcernSign, concernReference } from '../../domain/concern';
import { encounterReference } from '../../domain/encounterRecord';
import { sayMoment } from '../../domain/localTime';
import type { Concern } from '../../usecases/concerns/findConcern';
import type { ActionButton } from '../model/action';
import type { Block } from '../model/card';
import type { FormView, View } from '../model/outcome';
import { button, buttons, type Filling, filling, text } from './build';
import { momentFields } from './momentFields';
import { listWords } from './wording/terms';

/** How a sign is named: what was written, never a finding. */
const signWords: Record<ConcernSign, string> = {
  young_alone: 'a young child alone',
  hurt: 'an injury or being hurt',
  in_tears: 'a child very upset or in tears',
  afraid: 'a child afraid',
  adult_unknown: 'an adult who is not known',
  not_cared_for: 'a child hungry, dirty or without a bed',
  missing: 'a child missing',
  exploited: 'a child who may be used by others',
  self_harm: 'a child who may harm themselves',
  substances: 'drink or drugs',
  weapon: 'a weapon',
};

/** First whom to ring, always in the same words. `receptionTeam`: a number to ring; null where none is set. */
function whomToRing(receptionTeam: string | null): string {
  const team =
    receptionTeam === null
      ? 'Otherwise ring the children’s reception team: your coordinator has the number.'
      : `Otherwise ring the children’s reception team: ${receptionTeam}.`;
  return `In danger now: ring 999. ${team}`;
}

const notTheReport = 'What you record here is not the report: nobody outside Rollcall is told by it.';

/** On the check card, where what was written may be a reason to worry. */
export function signsNoticed(
  signs: readonly string[],
  receptionTeam: string | null,
): readonly Block<ActionButton>[] {
  const known = CONCERN_SIGNS.filter((sign) => signs.includes(sign)).map((sign) => signWords[sign]);
  if (known.length === 0) return [];
  return [text(`You write of ${listWords(known)}. ${whomToRing(receptionTeam)}`, 'warning')];
}

/** The answer to "Worried about this child": whom to ring first, then who was told. */
export function concernCard(input: {
  concern: Concern;
  receptionTeam: string | null;
  now: Date;
  /** How many coordinators are told by this; null: they were told before. */
  coordinators: number | null;
}): View {
  const { concern, now } = input;
  const reference = concernReference(concern.number);
  const told = concern.toldAt !== null;
  return {
    title: told ? `${reference}: told on` : whomToRing(input.receptionTeam),
    summary: told ? `${reference}: told on` : `${reference}: ring first`,
    blocks: [
      ...(told ? [text(toldWords(concern, now))] : []),
      text(
        `${reference} is on record${concern.encounter ? ` with ${encounterReference(concern.encounter.number)}` : ''}. ${coordinatorWords(input.coordinators)}${notTheReport}`,
        'subtle',
      ),
      buttons(
        button(told ? 'Change' : 'Who was told', { name: 'concern.form', concernId: concern.id }, 'primary'),
      ),
    ],
  };
}

/** Promises only what is done: where nobody can be told in the chat, it says so. */
function coordinatorWords(coordinators: number | null): string {
  if (coordinators === null) return '';
  return coordinators === 0
    ? 'No coordinator can be told here: please ring one. '
    : 'Your coordinator is told. ';
}

/** What the coordinators are told. The child is not named: the reference opens the record. */
export function concernAlert(concern: Concern, now: Date): View {
  const reference = concernReference(concern.number);
  const where = concern.encounter
    ? encounterReference(concern.encounter.number)
    : 'the encounter is not saved yet';
  const title =
    concern.toldAt === null
      ? `${reference}: ${concern.raisedBy} is worried about a child`
      : `${reference}: told on`;
  return {
    title,
    summary: title,
    blocks: [
      text(`Raised at ${sayMoment(concern.raisedAt, now)} by ${concern.raisedBy} (${where}).`),
      concern.toldAt === null
        ? text(`Nobody has been told outside yet. Please ring ${concern.raisedBy}.`, 'warning')
        : text(toldWords(concern, now)),
      text(notTheReport, 'subtle'),
      buttons(
        button('Who was told', { name: 'concern.form', concernId: concern.id }),
        concern.encounter
          ? button(`Open ${encounterReference(concern.encounter.number)}`, {
              name: 'encounter.open',
              encounterId: concern.encounter.id,
            })
          : null,
      ),
    ],
  };
}

/** One line on a receipt or record. */
export function concernLine(concern: Concern, now: Date): Block<ActionButton> {
  const reference = concernReference(concern.number);
  return concern.toldAt === null
    ? text(
        `${reference}: ${concern.raisedBy} is worried about this child. Nobody is noted as told yet.`,
        'warning',
      )
    : text(`${reference}: ${toldWords(concern, now)}`, 'subtle');
}

export function concernForm(
  input: Filling & {
    concern: { id: string; number: number };
  },
): FormView {
  return {
    purpose: { name: 'concern.told', concernId: input.concern.id },
    title: 'Who was told',
    intro: `${concernReference(input.concern.number)}. ${notTheReport}`,
    submitLabel: 'Save',
    fields: [
      {
        id: 'whom',
        kind: 'text',
        label: 'Who was told',
        optional: false,
        maxLength: 200,
        hint: '“Children’s reception team, Mrs Lee”, “999”, “school’s safeguarding lead”',
      },
      ...momentFields('Time'),
      { id: 'reference', kind: 'text', label: 'Their reference', optional: true, maxLength: 100 },
    ],
    ...filling(input),
  };
}

function toldWords({ toldWhom, toldAt, theirReference }: Concern, now: Date): string {
  const when = toldAt === null ? '' : ` at ${sayMoment(toldAt, now)}`;
  return `Told: ${toldWhom ?? ''}${when}. ${theirReference === null ? 'No reference of theirs noted' : `Their reference: ${theirReference}`}.`;
}
