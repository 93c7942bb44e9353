import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

const authorizationsSchema = z.object({
  authorizations: z.array(z.object({ user_id: z.string().min(1), is_bot: z.boolean() })).min(1),
});

/** Who the bot is. Where Slack can't be asked an answer is null, and Slack is asked again the next time. */
export interface BotUserFinder {
  /** The bot's own user: from the event, which names it, or else by asking Slack once. */
  botUserOf(body: unknown): Promise<string | null>;
  /** The workspace the bot's token is of. */
  ownTeam(): Promise<string | null>;
}

export function botUserFinder(client: WebClient): BotUserFinder {
  let known: { userId: string; team: string } | null = null;
  const self = async () => {
    known ??= await askSlack(client);
    return known;
  };
  return {
    botUserOf: async (body) => {
      const parsed = authorizationsSchema.safeParse(body);
      const named = parsed.success ? parsed.data.authorizations.find(({ is_bot }) => is_bot) : undefined;
      return named === undefined ? ((await self())?.userId ?? null) : named.user_id;
    },
    ownTeam: async () => (await self())?.team ?? null,
  };
}

async function askSlack(client: WebClient): Promise<{ userId: string; team: string } | null> {
  try {
    const { user_id: userId, team_id: team } = await client.auth.test();
    return userId && team ? { userId, team } : null;
  } catch {
    return null;
  }
}
