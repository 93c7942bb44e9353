import type { WorkspaceState } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { sealToken } from '../../domain/sealedToken';
import type { TokenKeys } from '../../domain/tokenKeys';

/** What Slack tells of an installation. */
export interface Installed {
  readonly team: string;
  readonly teamName: string;
  readonly botUserId: string;
  readonly botToken: string;
}

const longestName = 80;

/**
 * Stores an installation, its token encrypted. A workspace waits for an administrator's approval, also one that had
 * been approved and was removed since; one that is approved and installs again goes on with its new token.
 */
export async function storeInstallation(
  work: Work,
  { team, teamName, botUserId, botToken }: Installed,
  keys: TokenKeys,
): Promise<WorkspaceState> {
  const told = {
    teamName: legible(teamName),
    botUserId,
    sealedToken: sealToken(botToken, { team, keys }),
    installedAt: work.now,
  };
  const renewed = await work.tx.slackInstallation.updateMany({
    where: { team, state: 'approved' },
    data: told,
  });
  const waiting = { ...told, state: 'pending' as const, approvedAt: null, revokedAt: null };
  if (renewed.count === 0)
    await work.tx.slackInstallation.upsert({
      where: { team },
      create: { team, ...waiting },
      update: waiting,
    });
  work.audit({
    action: 'workspace.installed',
    subjectType: 'SlackInstallation',
    subjectId: team,
    fields: ['sealedToken', 'state'],
  });
  return renewed.count === 0 ? 'pending' : 'approved';
}

/** A workspace's name is whatever its people call it: no signs that would move the cursor of a terminal. */
function legible(name: string): string {
  return name.replace(/\p{C}/gu, ' ').slice(0, longestName);
}
