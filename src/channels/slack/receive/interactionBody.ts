import { z } from 'zod';

const id = z.string().min(1).max(100);
const person = z.object({ id, team_id: id.nullish() });
const team = z.object({ id }).nullish();

export const pressBodySchema = z.object({
  type: z.literal('block_actions'),
  user: person,
  team,
  trigger_id: z.string().min(1).max(250),
  channel: z.object({ id }).nullish(),
  container: z.object({ message_ts: z.string().nullish(), channel_id: id.nullish() }).nullish(),
  message: z.object({ ts: z.string() }).nullish(),
  actions: z
    .array(z.object({ action_id: z.string(), value: z.string().nullish(), action_ts: z.string().nullish() }))
    .min(1),
});

const stateSchema = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});
export type InputState = z.infer<typeof stateSchema>;

export const submitBodySchema = z.object({
  type: z.literal('view_submission'),
  user: person,
  team,
  trigger_id: z.string().min(1).max(250).nullish(),
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    blocks: z.array(z.object({ type: z.string(), block_id: z.string().nullish() })),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), stateSchema)) }),
  }),
});
export type SubmitBody = z.infer<typeof submitBodySchema>;

export const commandBodySchema = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: id,
  user_id: id,
  channel_id: id,
  trigger_id: z.string().min(1).max(250),
});

export const shortcutBodySchema = z.object({
  type: z.literal('shortcut'),
  callback_id: z.string(),
  user: person,
  team,
  trigger_id: z.string().min(1).max(250),
  action_ts: z.string().nullish(),
});

export const suggestionBodySchema = z.object({
  type: z.literal('block_suggestion'),
  action_id: z.string(),
  value: z.string(),
  user: person,
  team,
});

/** The workspace of the person who pressed: in a shared channel that is not always the bot's. Null if not said. */
export function teamOfPerson(body: {
  user: { team_id?: string | null | undefined };
  team?: { id: string } | null | undefined;
}): string | null {
  return body.user.team_id ?? body.team?.id ?? null;
}
