import { z } from 'zod';
import type { ActionButton } from './action';
import type { Card } from './card';
import type { Form, FormValues } from './form';

/** A card as views draw it: its buttons carry actions. */
export type View = Card<ActionButton>;

/** What a form is for; stored as its session. */
export const formPurposeSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('encounter.new') }),
  z.object({
    name: z.literal('draft.change'),
    draftId: z.uuid(),
    childKey: z.string(),
    version: z.number().int(),
  }),
  z.object({ name: z.literal('encounter.change'), encounterId: z.uuid(), revision: z.number().int() }),
  z.object({ name: z.literal('encounter.handOver'), encounterId: z.uuid() }),
  z.object({ name: z.literal('concern.told'), concernId: z.uuid() }),
  z.object({ name: z.literal('stay.left'), encounterId: z.uuid() }),
  z.object({ name: z.literal('power.used'), encounterId: z.uuid() }),
]);
export type FormPurpose = z.infer<typeof formPurposeSchema>;

/** A form as views draw it, before it gets its session. */
export type FormView = Omit<Form, 'session'> & {
  readonly purpose: FormPurpose;
  /** What stood in the form when it was first opened; shown again with errors, it is still that. */
  readonly filled: FormValues;
};

/**
 * What comes of something said, pressed or filled in. The core returns these and never calls a platform.
 * `keep` names a message that is kept current, so that a later outcome can replace it.
 */
export type Outcome =
  /** To the person, in their private chat with the bot, wherever they wrote. */
  | { readonly kind: 'reply'; readonly view: View; readonly keep?: string; readonly replacing?: View }
  /** In the channel where they wrote: never a detail. */
  | { readonly kind: 'replyInChannel'; readonly view: View }
  /** In place of the card whose button was pressed. */
  | { readonly kind: 'replaceCard'; readonly view: View; readonly keep?: string }
  /** In place of a kept message in the person's private chat. */
  | { readonly kind: 'replaceKept'; readonly name: string; readonly view: View }
  | { readonly kind: 'openForm'; readonly form: FormView }
  | { readonly kind: 'formErrors'; readonly form: FormView }
  /** To another person, in their private chat. */
  | {
      readonly kind: 'tell';
      readonly staffId: string;
      readonly view: View;
      readonly keep?: string;
      /** In place of the message of that name, where there is one. */
      readonly inPlace?: boolean;
      /** With `inPlace`: nothing is told where there is none. */
      readonly onlyIfThere?: boolean;
    }
  /** The person's home page, where the platform has one. */
  | { readonly kind: 'home'; readonly view: View };
