import type { AccountKey, Location } from '../../../conversation/model/inbound';
import type { Reference } from '../reference';
import type { Activity } from './activity';
import { actionKey, orderKey } from './keys';

/** What every inbound of Teams has; the kind, its key and its content are added by the one who knows them. */
export interface Common {
  readonly account: AccountKey;
  readonly location: Location;
  readonly actionKey: string | null;
  readonly orderKey: string;
  readonly sentAt: string;
  readonly reference: Reference;
  readonly canOpenForm: boolean;
  readonly answersWithCard: boolean;
}

/** The activity's tenants, in lower case: of the conversation, and of the team or chat it came from. */
export function tenantsOf(activity: Activity): string[] {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id];
  return [...new Set(named.flatMap((tenant) => (tenant ? [tenant.toLowerCase()] : [])))];
}

/**
 * Who said it, where and when. Null for somebody without an Entra id (a meeting's anonymous guest, a connector).
 * Only a local test client may go by `from.id`.
 */
export function commonOf(activity: Activity, options: { anonymous: boolean; now: Date }): Common | null {
  const tenant = tenantsOf(activity)[0] ?? (options.anonymous ? 'local' : null);
  const userId = activity.from.aadObjectId?.toLowerCase() || (options.anonymous ? activity.from.id : null);
  if (!tenant || !userId) return null;
  const sentAt = activity.timestamp ?? options.now.toISOString();
  const location = locationOf(activity);
  return {
    account: { platform: 'teams', tenant, userId },
    location,
    actionKey: actionKey(activity),
    orderKey: orderKey(sentAt, activity.id ?? ''),
    sentAt,
    reference: {
      serviceUrl: activity.serviceUrl,
      conversationId: location.kind === 'private' ? activity.conversation.id : null,
      tenantId: tenant,
      botId: activity.recipient.id,
      userId: activity.from.id,
    },
    canOpenForm: false,
    answersWithCard: false,
  };
}

// A channel's conversation id ends with the thread's first message: without it, it is the channel's own id.
function locationOf(activity: Activity): Location {
  const { id, conversationType } = activity.conversation;
  if (conversationType === 'personal') return { kind: 'private', conversation: id };
  return { kind: 'channel', conversation: id.split(';messageid=')[0] ?? id };
}
