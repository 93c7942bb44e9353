import type { AccountKey, Location } from '../../conversation/model/inbound';
import type { Reference } from './reference';

/** Where a person was last met. */
export interface Met {
  readonly reference: Reference;
  /** The conversation as Teams named it, with its thread. */
  readonly conversation: string;
  readonly location: Location;
}

/**
 * What this process has learned of addresses: where a person was last met, and the regional service address of each
 * conversation and tenant. Lost with the process; a default stands in for an address, the next activity mends it.
 */
export interface People {
  remember(account: AccountKey, met: Met): void;
  metOf(account: AccountKey): Met | null;
  serviceUrlOf(input: { conversation: string; tenant: string }): string | null;
}

const most = 10_000;

/** Remembers at most 10,000 people, conversations and tenants each; the oldest are forgotten first. */
export function createPeople(): People {
  const met = new Map<string, Met>();
  const byConversation = new Map<string, string>();
  const byTenant = new Map<string, string>();
  const keyOf = (account: AccountKey) => `${account.tenant}/${account.userId}`;
  return {
    remember(account, seen) {
      const { serviceUrl } = seen.reference;
      put(met, keyOf(account), seen);
      put(byConversation, seen.location.conversation, serviceUrl);
      put(byTenant, account.tenant, serviceUrl);
    },
    metOf: (account) => met.get(keyOf(account)) ?? null,
    serviceUrlOf: ({ conversation, tenant }) =>
      byConversation.get(conversation) ?? byTenant.get(tenant) ?? null,
  };
}

function put<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next();
  if (map.size > most && !oldest.done) map.delete(oldest.value);
}
