import type { Agency, Platform } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { findAgency } from '../agencies/findAgency';
import { type Refused, refused } from '../refusal';

/** Says whose people a Teams tenant has: from then on only staff of that agency are linked there by e-mail address. */
export async function linkTenant(
  work: Work,
  person: Person,
  input: { platform: 'teams'; tenant: string; agencyKey: string },
): Promise<{ kind: 'linked'; changed: boolean } | Refused> {
  const decision = authorise(person, 'workspace.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const agency = await findAgency(work.tx, input.agencyKey.trim());
  if ('sentence' in agency) return agency;
  // Activities name tenants in lower case here, however Microsoft writes them.
  const tenant = input.tenant.trim().toLowerCase();
  return {
    kind: 'linked',
    changed: await storeTenantAgency(work, { platform: input.platform, tenant, agency }),
  };
}

/** Stores whose people a workspace or tenant has; false where it was stored like this already. */
export async function storeTenantAgency(
  work: Work,
  input: { platform: Platform; tenant: string; agency: Agency },
): Promise<boolean> {
  const { platform, tenant, agency } = input;
  const where = { platform_tenant: { platform, tenant } };
  const before = await work.tx.tenantAgency.findUnique({ where });
  if (before?.agencyId === agency.id) return false;
  await work.tx.tenantAgency.upsert({
    where,
    create: { platform, tenant, agencyId: agency.id },
    update: { agencyId: agency.id },
  });
  work.audit({
    action: 'tenant.linked',
    subjectType: 'TenantAgency',
    subjectId: `${platform}:${tenant}`,
    fields: ['agencyId'],
  });
  return true;
}
