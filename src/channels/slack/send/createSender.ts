import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Delivery, DeliveryResult, Sender } from '../../../conversation/model/delivery';
import { createConversations } from './conversations';
import { resultOfError } from './deliveryResult';
import { findDelivery } from './findDelivery';
import type { Pictures } from './pictures';
import { publishHome } from './publishHome';
import { sendMessage } from './sendMessage';

/** Slack's way out: one message a delivery, never tried again here after it may have arrived. */
export function createSender({
  client,
  pictures,
  log,
  clock,
}: {
  readonly client: WebClient;
  readonly pictures: Pictures;
  readonly log: Logger;
  readonly clock: () => Date;
}): Sender {
  const conversations = createConversations(client);
  const firstTries = new Map<string, Date>();

  const deliver = async (delivery: Delivery): Promise<DeliveryResult> => {
    const { to } = delivery;
    if (to.kind === 'home')
      return attempt(() => publishHome({ client, pictures }, delivery, to.account.userId));
    const conversation = await attempt(() => conversations.of(to));
    if (typeof conversation !== 'string') return beforeSending(conversation);
    if (!firstTries.has(delivery.id)) firstTries.set(delivery.id, clock());
    const result = await attempt(() => sendMessage({ client, pictures }, delivery, conversation));
    if (result.kind !== 'unknown') firstTries.delete(delivery.id);
    if (result.kind === 'never' && result.error === 'channel_not_found') conversations.forget(to);
    return result;
  };

  return {
    deliver: async (delivery) => {
      const result = await deliver(delivery);
      if (result.kind !== 'sent') {
        const code = 'error' in result ? result.error : 'gone';
        log.warn({ platform: 'slack', delivery: delivery.id, result: result.kind, code }, 'not delivered');
      }
      return result;
    },
    find: (delivery) =>
      findDelivery({ client, conversations, delivery, since: firstTries.get(delivery.id) ?? null }),
  };
}

async function attempt<T>(call: () => Promise<T>): Promise<T | Exclude<DeliveryResult, { kind: 'sent' }>> {
  try {
    return await call();
  } catch (error) {
    return resultOfError(error);
  }
}

/** Opening the private chat failed: whatever came of that, the message itself was not sent. */
function beforeSending(result: Exclude<DeliveryResult, { kind: 'sent' }>): DeliveryResult {
  return result.kind === 'unknown' ? { kind: 'retry', afterMs: null, error: result.error } : result;
}
