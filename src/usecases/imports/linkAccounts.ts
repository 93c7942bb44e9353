import type { Work } from '../../data/unitOfWork';
import type { AccountNamed } from './staffColumns';

/**
 * Makes the accounts that a file names those of a member of staff. An account that was somebody else's moves, and a
 * former account of the person in the same workspace or tenant is let go: an id mistyped once keeps no rights.
 */
export async function linkAccounts(
  work: Work,
  staff: { id: string; number: number },
  accounts: readonly AccountNamed[],
): Promise<{ changed: boolean; notes: readonly string[] }> {
  const notes: string[] = [];
  let changed = false;
  const note = (action: string, accountId: string, sentence: string | null) => {
    changed = true;
    work.audit({ action, subjectType: 'Account', subjectId: accountId, fields: ['staffId'] });
    if (sentence !== null) notes.push(sentence);
  };
  for (const { platform, tenant, userId } of accounts) {
    const name = platform === 'slack' ? 'Slack' : 'Teams';
    const former = await work.tx.account.findMany({
      where: { platform, tenant, staffId: staff.id, NOT: { userId } },
      select: { id: true },
    });
    for (const { id } of former) {
      await work.tx.account.update({ where: { id }, data: { staffId: null } });
      note(
        'account.unlinked',
        id,
        `S-${staff.number} has another ${name} account now: the former one is let go.`,
      );
    }
    const key = { platform_tenant_userId: { platform, tenant, userId } };
    const before = await work.tx.account.findUnique({
      where: key,
      select: { staffId: true, staff: { select: { number: true } } },
    });
    if (before?.staffId === staff.id) continue;
    const account = await work.tx.account.upsert({
      where: key,
      create: { platform, tenant, userId, staffId: staff.id },
      update: { staffId: staff.id },
    });
    const moved = before?.staff
      ? `A ${name} account of S-${before.staff.number} belongs to S-${staff.number} now.`
      : null;
    note(moved ? 'account.moved' : 'account.linked', account.id, moved);
  }
  return { changed, notes };
}
