import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

const authorizationsSchema = z.object({
  authorizations: z.array(z.object({ user_id: z.string().min(1), is_bot: z.boolean() })).min(1),
});

/**
 * Finds the bot's own user: from the event, which names it, or else by asking Slack once. Where Slack can't be asked
 * it is null, and asked again the next time.
 */
export function botUserFinder(client: WebClient): (body: unknown) => Promise<string | null> {
  let known: string | null = null;
  return async (body) => {
    const parsed = authorizationsSchema.safeParse(body);
    const named = parsed.success ? parsed.data.authorizations.find(({ is_bot }) => is_bot) : undefined;
    if (named !== undefined) return named.user_id;
    if (known === null) known = await askSlack(client);
    return known;
  };
}

async function askSlack(client: WebClient): Promise<string | null> {
  try {
    const { user_id: userId } = await client.auth.test();
    return userId ?? null;
  } catch {
    return null;
  }
}
