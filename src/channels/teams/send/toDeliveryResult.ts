import type { DeliveryResult } from '../../../conversation/model/delivery';
import type { ConnectorFailure } from './connectorFailure';

/** How a failed delivery counts. `changes`: the call was to update or delete a message that may be gone. */
export function toDeliveryResult(
  failure: ConnectorFailure,
  about: { toPerson: boolean; changes: boolean },
): DeliveryResult {
  switch (failure.kind) {
    case 'noToken':
      return { kind: 'retry', afterMs: null, error: 'teams no token' };
    case 'notSent':
      return { kind: 'retry', afterMs: null, error: `teams ${failure.code}` };
    case 'unclear':
      return { kind: 'unknown', error: `teams ${failure.code}` };
    case 'refusedAddress':
      return { kind: 'never', error: 'teams address is not on this machine', unreachable: false };
    case 'status':
      return ofStatus(failure, about);
  }
}

function ofStatus(
  failure: Extract<ConnectorFailure, { kind: 'status' }>,
  about: { toPerson: boolean; changes: boolean },
): DeliveryResult {
  const { status, code, retryAfterMs } = failure;
  const error = `teams ${status} ${code}`;
  if (status === 429) return { kind: 'retry', afterMs: retryAfterMs, error };
  // A token that has just ended or is not known yet: refused for certain, and a later try has another one.
  if (status === 401) return { kind: 'retry', afterMs: retryAfterMs, error };
  // 5xx and what a gateway says of a slow service: it may have been posted (only 429 is safe to try again).
  if ((status >= 500 && status !== 501) || status === 408) return { kind: 'unknown', error };
  if (about.changes && (status === 404 || status === 410)) return { kind: 'gone' };
  // 403: blocked by the person, or the bot was removed. 404: the conversation is no more.
  const unreachable = about.toPerson && (status === 403 || status === 404);
  return { kind: 'never', error, unreachable };
}
