import { z } from 'zod';
import { encounterFieldsSchema, fieldNameSchema } from './encounterFields';

/**
 * Which pupil a child in a draft is. `open`: nobody has chosen yet. `none`: none of those shown, so the child is kept
 * as unidentified, to be matched later. Nothing is ever matched silently.
 */
export const childChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('child'), childId: z.uuid() }),
  z.object({ kind: z.literal('none') }),
]);
export type ChildChoice = z.infer<typeof childChoiceSchema>;

/** One child of a draft, as understood so far. */
export const draftChildSchema = z.object({
  /** Names the child within its draft: a, b, c, … in the order they were named. */
  key: z.string(),
  fields: encounterFieldsSchema,
  /** Fields to be marked "not sure" on the card. */
  uncertain: z.array(fieldNameSchema),
  /** What was said of a school or place that the gazetteer does not know. */
  schoolSaid: z.string().nullable(),
  placeSaid: z.string().nullable(),
  estimatedAge: z.number().int().nullable(),
  note: z.string().nullable(),
  /** Said to be on the way with the child. Drafts from before this was asked say nothing of it. */
  underWay: z.boolean().default(false),
  /** Signs in what was written that somebody may have to worry: keys of `domain/concern`. */
  signs: z.array(z.string()).default([]),
  choice: childChoiceSchema,
  /** Pupils shown and passed over with "Someone else". */
  passedOver: z.array(z.uuid()),
  dropped: z.boolean(),
});
export type DraftChild = z.infer<typeof draftChildSchema>;
export const draftChildrenSchema = z.array(draftChildSchema);

/** A message the draft was built from. `part` says whether it began the draft or amended it. */
export const draftSourceSchema = z.object({
  messageKey: z.string(),
  text: z.string(),
  sentAt: z.string(),
  part: z.enum(['first', 'amendment', 'form']),
});
export type DraftSource = z.infer<typeof draftSourceSchema>;
export const draftSourcesSchema = z.array(draftSourceSchema);

/** The key of the nth child (0 = `a`). After `z` come `a1`, `b1`, … */
export function childKey(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}

/** The children that will be saved. */
export function keptChildren(children: readonly DraftChild[]): readonly DraftChild[] {
  return children.filter((child) => !child.dropped);
}
