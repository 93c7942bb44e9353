import type { PrismaClient } from '../../data/generated/client';

/** A channel that is linked, as a platform can be asked about it. */
export interface LinkToCheck {
  readonly platform: 'slack' | 'teams' | 'practice';
  readonly tenant: string;
  readonly channelId: string;
  /** The agency's key; null: shared. */
  readonly agencyKey: string | null;
}

/** All linked channels; none where they can't be read. */
export async function linksOfPlatforms(prisma: PrismaClient): Promise<readonly LinkToCheck[]> {
  const rows = await prisma.agencyChannel
    .findMany({
      include: { agency: { select: { key: true } } },
      orderBy: [{ tenant: 'asc' }, { channelId: 'asc' }],
    })
    .catch(() => []);
  return rows.map(({ platform, tenant, channelId, agency }) => ({
    platform,
    tenant,
    channelId,
    agencyKey: agency?.key ?? null,
  }));
}
