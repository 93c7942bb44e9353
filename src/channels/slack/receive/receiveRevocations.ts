import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { PrismaClient } from '../../../data/generated/client';
import { inOneTransaction } from '../../../data/unitOfWork';
import { revokeInstallation } from '../../../usecases/workspaces/revokeInstallation';

const id = z.string().min(1).max(100);
const revocationSchema = z.object({
  team_id: id,
  event_time: z.int().positive(),
  event: z.object({
    type: z.enum(['app_uninstalled', 'tokens_revoked']),
    tokens: z.object({ bot: z.array(id).nullish() }).nullish(),
  }),
});

/**
 * A workspace removed the app, or revoked its bot's token. The two come together, in any order. People's own tokens
 * are none of ours. Where it can't be stored the error goes up, and Slack sends the event again.
 */
export function receiveRevocations(
  app: App,
  input: { readonly prisma: PrismaClient; readonly clock: () => Date; readonly log: Logger },
): void {
  const receive = async ({ body }: { body: unknown }) => {
    const parsed = revocationSchema.safeParse(body);
    if (!parsed.success) return;
    const { team_id: team, event_time: seconds, event } = parsed.data;
    const botUserIds = event.type === 'app_uninstalled' ? null : (event.tokens?.bot ?? []);
    const happenedAt = new Date(seconds * 1000);
    const { prisma, clock, log } = input;
    const revoked = await inOneTransaction({ prisma, now: clock(), actor: { kind: 'service' } }, (work) =>
      revokeInstallation(work, { team, happenedAt, botUserIds }),
    );
    if (revoked) log.warn({ platform: 'slack', team, event: event.type }, 'workspace removed the app');
  };
  app.event('app_uninstalled', receive);
  app.event('tokens_revoked', receive);
}
