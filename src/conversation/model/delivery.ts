import type { Card } from './card';
import type { AccountKey } from './inbound';

/** Where a message of the bot's goes. `person` is their own private chat with the bot, opened where needed. */
export type Recipient =
  | { readonly kind: 'person'; readonly account: AccountKey; readonly reference: unknown }
  | { readonly kind: 'conversation'; readonly conversation: string }
  | { readonly kind: 'home'; readonly account: AccountKey };

/** One thing to deliver. The id is the same for every try: a platform that keeps metadata can be asked for it. */
export type Delivery = { readonly id: string; readonly tenant: string; readonly to: Recipient } & (
  | { readonly operation: 'post'; readonly card: Card }
  | { readonly operation: 'update'; readonly messageRef: string; readonly card: Card }
  | { readonly operation: 'delete'; readonly messageRef: string }
);

/**
 * What came of a try. `retry` is a definite refusal that may pass (429, connection refused); `unknown` may or may not
 * have arrived (time-out, 5xx); `never` can't be delivered (channel archived, bot removed, person unreachable);
 * `gone` means the message to update no longer exists.
 */
export type DeliveryResult =
  | { readonly kind: 'sent'; readonly messageRef: string | null; readonly conversation: string | null }
  | { readonly kind: 'retry'; readonly afterMs: number | null; readonly error: string }
  | { readonly kind: 'unknown'; readonly error: string }
  | { readonly kind: 'never'; readonly error: string; readonly unreachable: boolean }
  | { readonly kind: 'gone' };

/** A channel's way out. Errors never carry the content. */
export interface Sender {
  deliver(delivery: Delivery): Promise<DeliveryResult>;
  /** Whether a delivery of unknown result arrived; null where the platform can't tell. */
  find(delivery: Delivery): Promise<{ messageRef: string } | 'absent' | null>;
}
