import type { Platform } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';

interface Tenant {
  readonly platform: Platform;
  readonly tenant: string;
}

/** Nobody of this workspace or tenant can be written to from now on. */
export async function markUnreachable(work: Work, { platform, tenant }: Tenant): Promise<void> {
  await work.tx.account.updateMany({
    where: { platform, tenant, unreachableSince: null },
    data: { unreachableSince: work.now },
  });
}

/** They may be tried again; who still can't be reached is marked anew by the first delivery that fails. */
export async function markReachable(work: Work, { platform, tenant }: Tenant): Promise<void> {
  await work.tx.account.updateMany({
    where: { platform, tenant, unreachableSince: { not: null } },
    data: { unreachableSince: null },
  });
}
