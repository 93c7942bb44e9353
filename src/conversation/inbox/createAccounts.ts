import { Prisma, type PrismaClient } from '../../data/generated/client';
import type { Inbound } from '../model/inbound';

/** Finds the row of the account that something came from, or makes it on first contact. */
export type AccountIdOf = (inbound: Inbound) => Promise<string>;

/**
 * Keeps how to write to each person current: what a private chat tells always counts, what a channel tells only until
 * a private chat is known. Accounts seen lately are kept in memory, so that a message costs one statement, not three.
 */
export function createAccounts(input: {
  prisma: PrismaClient;
  /** How many accounts are kept in memory at most. */
  keptInMind?: number;
}): AccountIdOf {
  const { keptInMind = 10_000 } = input;
  const seen = new Map<string, { id: string; reference: string }>();
  return async ({ account, reference, location }) => {
    const { platform, tenant, userId } = account;
    const key = `${platform}\n${tenant}\n${userId}`;
    const json = reference === undefined ? '' : JSON.stringify(reference);
    const known = seen.get(key);
    const told = json !== '' && known?.reference !== json;
    if (known !== undefined && (!told || location.kind === 'channel')) return known.id;
    await input.prisma.account.createMany({ data: [{ platform, tenant, userId }], skipDuplicates: true });
    const where = { platform, tenant, userId };
    if (told)
      await input.prisma.account.updateMany({
        where: location.kind === 'private' ? where : { ...where, conversation: { equals: Prisma.DbNull } },
        data: { conversation: JSON.parse(json) as Prisma.InputJsonValue },
      });
    const row = await input.prisma.account.findUniqueOrThrow({
      where: { platform_tenant_userId: where },
      select: { id: true },
    });
    if (seen.size >= keptInMind) seen.clear();
    seen.set(key, { id: row.id, reference: location.kind === 'private' ? json : '' });
    return row.id;
  };
}
