import type { Work } from '../../data/unitOfWork';

/**
 * Links an account on first contact to the staff member with the e-mail address that the platform has verified, if the
 * scheme allows it. Where the account's workspace or tenant is linked to an agency, only that agency's staff fit: its
 * administrators can give their people any address. Returns the staff member's id, or null where nobody fits.
 */
export async function linkAccountByEmail(
  work: Work,
  input: { accountId: string; verifiedEmail: string },
): Promise<string | null> {
  const scheme = await work.tx.scheme.findUnique({ where: { id: 1 }, select: { linkByVerifiedEmail: true } });
  if (scheme?.linkByVerifiedEmail !== true) return null;
  const { platform, tenant } = await work.tx.account.findUniqueOrThrow({
    where: { id: input.accountId },
    select: { platform: true, tenant: true },
  });
  const linkedTo = await work.tx.tenantAgency.findUnique({
    where: { platform_tenant: { platform, tenant } },
  });
  const staff = await work.tx.staffMember.findFirst({
    where: {
      email: { equals: input.verifiedEmail.trim().toLowerCase() },
      active: true,
      ...(linkedTo && { agencyId: linkedTo.agencyId }),
    },
    select: { id: true },
  });
  if (staff === null) return null;
  const linked = await work.tx.account.updateMany({
    where: { id: input.accountId, staffId: null },
    data: { staffId: staff.id },
  });
  if (linked.count === 1)
    work.audit({
      action: 'account.linked_by_email',
      subjectType: 'Account',
      subjectId: input.accountId,
      fields: ['staffId'],
    });
  return staff.id;
}
