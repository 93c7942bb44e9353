import type { Inbound, PlatformName } from './model/inbound';

/**
 * What came of something that came in. `handled`; `repeated`: known already, nothing was done; `failed`: given up, and
 * the person told with a reference; `unavailable`: it could not be stored, mostly because the database was away.
 * A message that failed and gets another try counts as `retried` each time, before it ends as one of the others.
 */
export type InboundResult = 'handled' | 'repeated' | 'retried' | 'failed' | 'unavailable';

/**
 * What came of one try to send. `ask_later`: the platform has to be asked again whether it arrived; `uncertain`:
 * nobody can tell; `undeliverable`: given up; `gone`: the message to change is not there any more; `error`: ours.
 */
export type OutgoingResult =
  | 'sent'
  | 'retry'
  | 'ask_later'
  | 'uncertain'
  | 'undeliverable'
  | 'gone'
  | 'error';

/** Counts what happens, for whoever runs the service. Takes no id of anybody and no word of anything said. */
export interface Meter {
  inbound(of: { platform: PlatformName; kind: Inbound['kind']; result: InboundResult }): void;
  /** How long one message, press, form or command took to handle, from begin to commit or failure. */
  turn(seconds: number): void;
  outgoing(of: { platform: PlatformName; result: OutgoingResult }): void;
}

/** For where nobody counts. */
export const silentMeter: Meter = { inbound: () => {}, turn: () => {}, outgoing: () => {} };
