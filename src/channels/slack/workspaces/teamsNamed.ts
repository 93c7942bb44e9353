import { z } from 'zod';

const id = z.string().min(1).max(100).nullish();
const team = z.object({ id }).nullish();

/** Wherever Slack names a workspace in what it sends. A field of another shape counts as not there. */
const namedSchema = z.object({
  authorizations: z
    .array(z.object({ team_id: id }))
    .nullish()
    .catch(null),
  team_id: id.catch(null),
  context_team_id: id.catch(null),
  is_ext_shared_channel: z.boolean().nullish().catch(null),
  view: z.object({ app_installed_team_id: id }).nullish().catch(null),
  team: team.catch(null),
  message: z.object({ team: id }).nullish().catch(null),
  user: z.object({ team_id: id }).nullish().catch(null),
});

/**
 * The workspaces through which something may have reached us, the likeliest first; never merely the one of the person
 * who acts. An event names one installation that may see it, and in a Slack Connect channel not always ours of several
 * (docs.slack.dev: "best not to rely on the single party listed"): there the others named count as well.
 */
export function teamsNamed(body: unknown): readonly string[] {
  const parsed = namedSchema.safeParse(body);
  if (!parsed.success) return [];
  const { authorizations, team_id, context_team_id, view, team: where, message, user } = parsed.data;
  const authorized = authorizations?.[0]?.team_id;
  const shared = parsed.data.is_ext_shared_channel === true;
  const named =
    authorized || team_id
      ? [authorized ?? team_id, ...(shared ? [context_team_id, team_id] : [])]
      : [view?.app_installed_team_id, where?.id, message?.team];
  const found = [...new Set(named.flatMap((one) => one || []))];
  // Only where nothing else says it: a body without a workspace comes from the person's own.
  return found.length > 0 || !user?.team_id ? found : [user.team_id];
}
