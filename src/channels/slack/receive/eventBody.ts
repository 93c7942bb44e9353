import { z } from 'zod';
import { slackTimePattern } from './slackTime';

const id = z.string().min(1).max(100);
const ts = z.string().regex(slackTimePattern);

/** The parts of a message that are read. `team` fields say whose person wrote it (shared channels). */
const writtenSchema = z.object({
  user: id,
  ts,
  text: z.string().default(''),
  user_team: id.nullish(),
  team: id.nullish(),
  source_team: id.nullish(),
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
  edited: z.object({ ts }).nullish(),
});
export type Written = z.infer<typeof writtenSchema>;

const envelope = {
  team_id: id,
  authorizations: z.array(z.object({ user_id: id.nullish(), is_bot: z.boolean().nullish() })).nullish(),
};

const channel = { channel: id, channel_type: z.string().nullish(), event_ts: ts.nullish() };

export const writtenBodySchema = z.object({
  ...envelope,
  event: writtenSchema.extend({ ...channel, type: z.enum(['message', 'app_mention']) }),
});
export const changedBodySchema = z.object({
  ...envelope,
  event: z.object({
    ...channel,
    type: z.literal('message'),
    subtype: z.literal('message_changed'),
    message: writtenSchema,
    previous_message: writtenSchema.partial().nullish(),
  }),
});
export const deletedBodySchema = z.object({
  ...envelope,
  event: z.object({
    ...channel,
    type: z.literal('message'),
    subtype: z.literal('message_deleted'),
    deleted_ts: ts,
    ts: ts.nullish(),
    previous_message: writtenSchema,
  }),
});
export const homeOpenedBodySchema = z.object({
  ...envelope,
  event: z.object({
    type: z.literal('app_home_opened'),
    user: id,
    tab: z.string().nullish(),
    channel: id.nullish(),
    event_ts: ts,
  }),
});

/** Whose person wrote it: their own workspace, or the one that got the event. */
export function teamOf(written: Written, receivingTeam: string): string {
  return written.user_team ?? written.team ?? written.source_team ?? receivingTeam;
}
