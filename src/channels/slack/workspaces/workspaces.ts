import type { PrismaClient, SlackInstallation, WorkspaceState } from '../../../data/generated/client';
import { openToken } from '../../../domain/sealedToken';
import type { TokenKeys } from '../../../domain/tokenKeys';
import { createWorkspace, type Workspace, type WorkspaceParts } from './workspace';

/** Why a workspace is not served. */
export type NotServed = { readonly notServed: Exclude<WorkspaceState, 'approved'> | 'unknown' };

/** Which workspaces the bot serves. */
export interface Workspaces {
  /**
   * The first of these workspaces that is served. Asked anew each time: an approval taken back counts at once.
   * @throws the database's errors, and SealedTokenError where the workspace's token can't be opened
   */
  serving(teams: readonly string[]): Promise<Workspace | NotServed>;
  /** The same as last known: for telling people that nothing is saved, while the database is away. */
  lastServed(teams: readonly string[]): Workspace | null;
}

/** One workspace: whatever Slack sends is for it. */
export function onlyWorkspace(workspace: Workspace): Workspaces {
  return { serving: async () => workspace, lastServed: () => workspace };
}

/** The workspaces that have installed the app and that an administrator of ours has approved. */
export function installedWorkspaces(
  input: WorkspaceParts & { readonly prisma: PrismaClient; readonly tokenKeys: TokenKeys },
): Workspaces {
  const made = new Map<string, { sealedToken: string; workspace: Workspace }>();

  const workspaceOf = ({ team, botUserId }: SlackInstallation, sealedToken: string): Workspace => {
    const known = made.get(team);
    if (known?.sealedToken === sealedToken) return known.workspace;
    const botToken = openToken(sealedToken, { team, keys: input.tokenKeys });
    const workspace = createWorkspace({ ...input, botToken, team, botUserId });
    made.set(team, { sealedToken, workspace });
    return workspace;
  };

  return {
    serving: async (teams) => {
      const rows = await input.prisma.slackInstallation.findMany({ where: { team: { in: [...teams] } } });
      let why: NotServed = { notServed: 'unknown' };
      for (const team of teams) {
        const row = rows.find((one) => one.team === team);
        if (row?.state === 'approved' && row.sealedToken !== null) return workspaceOf(row, row.sealedToken);
        made.delete(team);
        if (row !== undefined && row.state !== 'approved' && why.notServed === 'unknown')
          why = { notServed: row.state };
      }
      return why;
    },
    lastServed: (teams) =>
      teams.map((team) => made.get(team)?.workspace).find((known) => known !== undefined) ?? null,
  };
}
