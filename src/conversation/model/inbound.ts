import { z } from 'zod';

export const platforms = ['slack', 'teams', 'practice'] as const;
export type PlatformName = (typeof platforms)[number];

/** One user of one platform: Slack's team and user, Teams' tenant and aadObjectId, the practice room's person. */
export const accountKeySchema = z.object({
  platform: z.enum(platforms),
  tenant: z.string().min(1).max(200),
  userId: z.string().min(1).max(200),
});
export type AccountKey = z.infer<typeof accountKeySchema>;

/**
 * Where it was said. `conversation` is the platform's own id of the chat or channel; `tenant` is whose bot heard it,
 * where that is not the account's own tenant (a channel shared between organisations).
 */
export const locationSchema = z.object({
  kind: z.enum(['private', 'channel']),
  conversation: z.string().min(1).max(500),
  tenant: z.string().min(1).max(200).optional(),
});
export type Location = z.infer<typeof locationSchema>;

const base = {
  account: accountKeySchema,
  location: locationSchema,
  /** The same for every delivery of the same thing. */
  eventKey: z.string().min(1).max(300),
  /** The same where the platform re-sends under a new id (Teams: conversation, sender, timestamp, text or value). */
  actionKey: z.string().max(300).nullable(),
  /** Sorts one person's messages in the order they were written (platform's clock, fixed width). */
  orderKey: z.string().min(1).max(100),
  /** When the platform says it was written; ISO 8601 with offset or Z. */
  sentAt: z.iso.datetime({ offset: true }),
  /** What is needed to write to this person later (Teams' conversation reference); kept with the account. */
  reference: z.unknown().optional(),
  /** Whether a form can be opened in the answer to this (a Slack trigger, a Teams task/fetch). */
  canOpenForm: z.boolean(),
  /** Whether the answer itself may carry the card that replaces the pressed one (Teams' adaptiveCard/action). */
  answersWithCard: z.boolean(),
};

const formValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** Everything that can come in, free of any platform. */
export const inboundSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('message'), text: z.string(), messageKey: z.string() }),
  /** A post in a channel that does not mention the bot: answered only where it names a child. */
  z.object({ ...base, kind: z.literal('overheard'), text: z.string(), messageKey: z.string() }),
  z.object({
    ...base,
    kind: z.literal('edited'),
    text: z.string(),
    messageKey: z.string(),
    /** Changed in a channel, without a mention of the bot: it counts only where the message was a draft. */
    overheard: z.boolean().optional(),
  }),
  z.object({ ...base, kind: z.literal('deleted'), messageKey: z.string() }),
  z.object({ ...base, kind: z.literal('command'), text: z.string() }),
  z.object({ ...base, kind: z.literal('press'), token: z.string(), messageRef: z.string().nullable() }),
  z.object({
    ...base,
    kind: z.literal('submit'),
    session: z.string(),
    values: z.record(z.string(), formValue),
  }),
  z.object({ ...base, kind: z.literal('opened') }),
  z.object({ ...base, kind: z.literal('installed') }),
  /** The person removed the bot: they can't be written to until they install it or write again. */
  z.object({ ...base, kind: z.literal('removed') }),
]);
export type Inbound = z.infer<typeof inboundSchema>;
export type InboundOf<K extends Inbound['kind']> = Extract<Inbound, { kind: K }>;
