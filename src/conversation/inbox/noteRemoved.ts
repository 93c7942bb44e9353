import type { Work } from '../../data/unitOfWork';

const dayMs = 24 * 3600_000;

/**
 * The person removed the bot: they count as unreachable. A platform may tell of one installation twice, so one a day
 * is taken; an installation after a removal is a new one, and so the key of the one before is set free.
 */
export async function noteRemoved(work: Work, accountId: string): Promise<void> {
  await work.tx.account.updateMany({
    where: { id: accountId, unreachableSince: null },
    data: { unreachableSince: work.now },
  });
  await work.tx.$executeRaw`
    UPDATE "InboundEvent" SET "eventKey" = "eventKey" || ':before:' || id
    WHERE "accountId" = ${accountId}::uuid AND kind = 'installed'
      AND "receivedAt" > ${new Date(work.now.getTime() - dayMs)} AND "eventKey" NOT LIKE '%:before:%'`;
}
