import type { WorkspaceState } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { keyIdOf } from '../../domain/sealedToken';
import { type Refused, refused } from '../refusal';

export interface InstallationListed {
  readonly team: string;
  readonly teamName: string;
  readonly state: WorkspaceState;
  /** Since when it is in this state. */
  readonly since: Date;
  readonly agencyKey: string | null;
  /** Which key its token is encrypted with; null where the token is gone. */
  readonly keyId: string | null;
}

/** The workspaces that have installed the app: those that wait first. */
export async function listInstallations(
  work: Work,
  person: Person,
): Promise<{ kind: 'listed'; installations: readonly InstallationListed[] } | Refused> {
  const decision = authorise(person, 'workspace.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const rows = await work.tx.slackInstallation.findMany({ orderBy: [{ state: 'asc' }, { team: 'asc' }] });
  const links = await work.tx.tenantAgency.findMany({
    where: { platform: 'slack' },
    include: { agency: { select: { key: true } } },
  });
  const agencies = new Map(links.map(({ tenant, agency }) => [tenant, agency.key]));
  return {
    kind: 'listed',
    installations: rows.map(({ team, teamName, state, sealedToken, installedAt, approvedAt, revokedAt }) => ({
      team,
      teamName,
      state,
      since: revokedAt ?? approvedAt ?? installedAt,
      agencyKey: agencies.get(team) ?? null,
      keyId: sealedToken === null ? null : keyIdOf(sealedToken),
    })),
  };
}
