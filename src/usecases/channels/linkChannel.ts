import type { Platform } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { findAgency } from '../agencies/findAgency';
import { type Refused, refused } from '../refusal';

export interface LinkChannelInput {
  readonly platform: Platform;
  /** Slack's team, Teams' tenant. */
  readonly tenant: string;
  readonly channelId: string;
  /** The agency whose channel it is, by key; `null`: the channel all agencies share. */
  readonly agencyKey: string | null;
}

/** Says whose a channel is: an agency's, or the shared one. Only what concerns them may be posted there. */
export async function linkChannel(
  work: Work,
  person: Person,
  input: LinkChannelInput,
): Promise<{ kind: 'linked'; change: 'created' | 'updated' | 'unchanged' } | Refused> {
  const decision = authorise(person, 'channel.link');
  if (!decision.allowed) return refused(decision.sentence);
  const scheme = await work.tx.scheme.findUnique({ where: { id: 1 }, select: { mode: true } });
  if (scheme?.mode === 'live' && input.platform === 'practice')
    return refused('This database holds real records. The practice room’s channels do not belong in it.');
  if (scheme?.mode === 'practice' && input.platform === 'slack')
    return refused('This database belongs to the practice room. Real channels do not belong in it.');
  const agency = input.agencyKey === null ? null : await findAgency(work.tx, input.agencyKey);
  if (agency !== null && 'sentence' in agency) return agency;
  const { platform, channelId } = input;
  const tenant = platform === 'teams' ? input.tenant.toLowerCase() : input.tenant;
  const where = { platform_tenant_channelId: { platform, tenant, channelId } };
  const values = { shared: agency === null, agencyId: agency?.id ?? null };
  const before = await work.tx.agencyChannel.findUnique({ where });
  if (before?.shared === values.shared && before.agencyId === values.agencyId)
    return { kind: 'linked', change: 'unchanged' };
  const stored = await work.tx.agencyChannel.upsert({
    where,
    create: { platform, tenant, channelId, ...values },
    update: values,
  });
  work.audit({
    action: 'channel.linked',
    subjectType: 'AgencyChannel',
    subjectId: stored.id,
    fields: ['agencyId', 'shared'],
  });
  return { kind: 'linked', change: before === null ? 'created' : 'updated' };
}
