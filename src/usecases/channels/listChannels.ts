import type { Platform } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';

export interface ChannelListed {
  readonly platform: Platform;
  readonly tenant: string;
  readonly channelId: string;
  /** The agency's key; null: the shared channel. */
  readonly agencyKey: string | null;
}

/** The channels that are linked, by platform. */
export async function listChannels(
  work: Work,
  person: Person,
): Promise<{ kind: 'channels'; channels: readonly ChannelListed[] } | Refused> {
  const decision = authorise(person, 'channel.link');
  if (!decision.allowed) return refused(decision.sentence);
  const channels = await work.tx.agencyChannel.findMany({
    include: { agency: { select: { key: true } } },
    orderBy: [{ platform: 'asc' }, { tenant: 'asc' }, { channelId: 'asc' }],
  });
  return {
    kind: 'channels',
    channels: channels.map(({ platform, tenant, channelId, agency }) => ({
      platform,
      tenant,
      channelId,
      agencyKey: agency?.key ?? null,
    })),
  };
}
