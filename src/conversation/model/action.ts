import { z } from 'zod';
import type { ButtonStyle } from './card';

const draft = { draftId: z.uuid() };
const draftChild = { ...draft, childKey: z.string() };

/**
 * What a button does. The platforms get an opaque token; this is the row behind it. A new feature adds its actions
 * here and its line in the routing.
 */
export const actionSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('help.show') }),
  z.object({ name: z.literal('home.show') }),
  z.object({ name: z.literal('encounter.form') }),
  z.object({ name: z.literal('drafts.list') }),
  z.object({ name: z.literal('draft.show'), ...draft }),
  z.object({
    name: z.literal('draft.save'),
    ...draft,
    version: z.number().int(),
    /** The likely pupils on the card: child key to pupil id. */
    confirmed: z.record(z.string(), z.uuid()),
    /** Encounters shown as "looks the same". */
    seenSame: z.array(z.uuid()),
  }),
  z.object({ name: z.literal('draft.throwAway'), ...draft }),
  z.object({ name: z.literal('draft.throwAwaySure'), ...draft }),
  z.object({ name: z.literal('draft.change'), ...draftChild }),
  z.object({ name: z.literal('draft.drop'), ...draftChild }),
  z.object({ name: z.literal('draft.choose'), ...draftChild, childId: z.uuid() }),
  z.object({ name: z.literal('draft.someoneElse'), ...draftChild, passedOver: z.array(z.uuid()) }),
  z.object({ name: z.literal('draft.noneOfThese'), ...draftChild }),
  z.object({ name: z.literal('draft.chooseAgain'), ...draftChild }),
  /** A short answer that could amend several drafts: the person says which. The answer is read again from the inbox. */
  z.object({ name: z.literal('draft.amendThis'), ...draft, eventId: z.string() }),
  /** The same answer was a new encounter after all. */
  z.object({ name: z.literal('draft.beginFrom'), eventId: z.string() }),
  z.object({ name: z.literal('save.undo'), ...draft }),
  z.object({ name: z.literal('handOver.form'), encounterId: z.uuid() }),
  z.object({ name: z.literal('handOver.waiting'), encounterId: z.uuid() }),
  /** Several children were on the way: for this one the words were meant. They are read again from the inbox. */
  z.object({ name: z.literal('handOver.chosen'), encounterId: z.uuid(), eventId: z.string() }),
  z.object({ name: z.literal('concern.raiseInDraft'), ...draftChild }),
  z.object({ name: z.literal('concern.raise'), encounterId: z.uuid() }),
  z.object({ name: z.literal('concern.form'), concernId: z.uuid() }),
  z.object({ name: z.literal('encounter.forceRecord'), encounterId: z.uuid() }),
  z.object({ name: z.literal('notice.show'), encounterId: z.uuid() }),
  z.object({ name: z.literal('notice.record'), encounterId: z.uuid(), given: z.boolean() }),
  z.object({ name: z.literal('stay.show'), encounterId: z.uuid() }),
  z.object({ name: z.literal('stay.arrived'), encounterId: z.uuid() }),
  z.object({ name: z.literal('stay.parentRung'), encounterId: z.uuid() }),
  z.object({ name: z.literal('stay.schoolRung'), encounterId: z.uuid() }),
  z.object({ name: z.literal('stay.leftForm'), encounterId: z.uuid() }),
  z.object({ name: z.literal('power.form'), encounterId: z.uuid() }),
  z.object({ name: z.literal('encounter.open'), encounterId: z.uuid() }),
  z.object({
    name: z.literal('encounter.change'),
    encounterId: z.uuid(),
    /** The message was edited after saving: the form is filled in with what it says now. */
    edited: z.object({ eventId: z.string() }).optional(),
  }),
]);
export type Action = z.infer<typeof actionSchema>;
export type ActionOf<N extends Action['name']> = Extract<Action, { name: N }>;

/** A button as a view draws it, before it gets its token. */
export interface ActionButton {
  readonly label: string;
  readonly style: ButtonStyle;
  readonly action: Action;
}

/** Actions that are answered with a form: Teams has to know it when it draws the button. */
export const formActions: readonly Action['name'][] = [
  'encounter.form',
  'draft.change',
  'encounter.change',
  'handOver.form',
  'concern.form',
  'stay.leftForm',
  'power.form',
];
