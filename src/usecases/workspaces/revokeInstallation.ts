import type { Work } from '../../data/unitOfWork';
import { markUnreachable } from './reachability';

/** Slack gives the time of an event in whole seconds. */
const precisionMs = 1_000;

/**
 * Takes note that a workspace removed the app, or its bot's token: nothing is sent there any more, the token is
 * forgotten, its people count as unreachable there. An event from before the present installation changes nothing:
 * Slack sends some late, and a workspace may have installed again meanwhile.
 * @param input.botUserIds whose tokens were revoked; null: the whole app was removed
 */
export async function revokeInstallation(
  work: Work,
  input: { team: string; happenedAt: Date; botUserIds: readonly string[] | null },
): Promise<boolean> {
  const { team, happenedAt, botUserIds } = input;
  const revoked = await work.tx.slackInstallation.updateMany({
    where: {
      team,
      state: { not: 'revoked' },
      installedAt: { lt: new Date(happenedAt.getTime() + precisionMs) },
      ...(botUserIds && { botUserId: { in: [...botUserIds] } }),
    },
    data: { state: 'revoked', sealedToken: null, revokedAt: work.now, approvedAt: null },
  });
  if (revoked.count === 0) return false;
  await markUnreachable(work, { platform: 'slack', tenant: team });
  work.audit({
    action: 'workspace.revoked',
    subjectType: 'SlackInstallation',
    subjectId: team,
    fields: ['sealedToken', 'state'],
  });
  return true;
}
