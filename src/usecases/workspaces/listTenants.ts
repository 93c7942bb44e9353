import type { Platform } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';

/** The workspaces and tenants that are linked to an agency. */
export async function listTenants(
  work: Work,
  person: Person,
): Promise<
  { kind: 'listed'; tenants: readonly { platform: Platform; tenant: string; agencyKey: string }[] } | Refused
> {
  const decision = authorise(person, 'workspace.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const rows = await work.tx.tenantAgency.findMany({
    include: { agency: { select: { key: true } } },
    orderBy: [{ platform: 'asc' }, { tenant: 'asc' }],
  });
  return {
    kind: 'listed',
    tenants: rows.map(({ platform, tenant, agency }) => ({ platform, tenant, agencyKey: agency.key })),
  };
}
