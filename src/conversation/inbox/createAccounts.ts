import type { Prisma, PrismaClient } from '../../data/generated/client';
import type { AccountKey } from '../model/inbound';

/** Finds the row of an account, or makes it on first contact; keeps how to write to it current. */
export type AccountIdOf = (account: AccountKey, reference: unknown) => Promise<string>;

/**
 * Ids and references of accounts seen lately are kept in memory, so that a message costs one statement, not three.
 * Another instance's change of a reference is only overwritten by a newer one.
 */
export function createAccounts(input: { prisma: PrismaClient }): AccountIdOf {
  const seen = new Map<string, { id: string; reference: string }>();
  return async (account, reference) => {
    const key = `${account.platform}\n${account.tenant}\n${account.userId}`;
    const json = reference === undefined ? '' : JSON.stringify(reference);
    const known = seen.get(key);
    if (known !== undefined && (json === '' || known.reference === json)) return known.id;
    const conversation = json === '' ? {} : { conversation: JSON.parse(json) as Prisma.InputJsonValue };
    const { platform, tenant, userId } = account;
    await input.prisma.account.createMany({
      data: [{ platform, tenant, userId, ...conversation }],
      skipDuplicates: true,
    });
    const row = await input.prisma.account.update({
      where: { platform_tenant_userId: { platform, tenant, userId } },
      data: { ...conversation, unreachableSince: null },
      select: { id: true },
    });
    if (seen.size > 10_000) seen.clear();
    seen.set(key, { id: row.id, reference: json });
    return row.id;
  };
}
