import type { Work } from '../../data/unitOfWork';

/**
 * Links an account on first contact to the staff member with the e-mail address that the platform has verified, if the
 * scheme allows it. Returns the staff member's id, or null where nobody fits.
 */
export async function linkAccountByEmail(
  work: Work,
  input: { accountId: string; verifiedEmail: string },
): Promise<string | null> {
  const scheme = await work.tx.scheme.findUnique({ where: { id: 1 }, select: { linkByVerifiedEmail: true } });
  if (scheme?.linkByVerifiedEmail !== true) return null;
  const staff = await work.tx.staffMember.findFirst({
    where: { email: { equals: input.verifiedEmail.trim().toLowerCase() }, active: true },
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
