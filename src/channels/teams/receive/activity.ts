import { z } from 'zod';

const id = z.string().min(1).max(500);
const party = z.looseObject({ id, name: z.string().optional(), aadObjectId: z.string().max(200).optional() });

/**
 * What Rollcall reads of an activity; the rest is left alone. Checked after the token, since a token says who sent
 * it and not that it is well formed. (Bot Framework – Activity schema.)
 */
export const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().max(300).optional(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  channelId: z.string(),
  serviceUrl: z.url().max(500),
  from: party,
  recipient: party,
  conversation: z.looseObject({
    id,
    conversationType: z.string().optional(),
    tenantId: z.string().max(200).optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string().max(200).optional() }).optional(),
      eventType: z.string().optional(),
    })
    .optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  replyToId: z.string().max(300).optional(),
  entities: z.array(z.looseObject({ type: z.string().optional() })).optional(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).optional(),
});
export type Activity = z.infer<typeof activitySchema>;
