import { z } from 'zod';

/**
 * What is needed to write to a person later; kept with the account as JSON. From a channel the private conversation
 * is not known: it is opened at the first message, which Teams allows for members of a team that has the bot.
 */
export const referenceSchema = z.object({
  serviceUrl: z.url(),
  conversationId: z.string().min(1).nullable(),
  tenantId: z.string().min(1),
  botId: z.string().min(1),
  userId: z.string().min(1),
});
export type Reference = z.infer<typeof referenceSchema>;
