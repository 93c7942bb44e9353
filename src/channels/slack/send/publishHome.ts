import type { WebClient } from '@slack/web-api';
import type { Delivery, DeliveryResult } from '../../../conversation/model/delivery';
import { emptyHome, renderHome } from '../render/renderHome';

/** Puts a card on a person's Home tab, or clears it. @throws the Web API's errors. */
export async function publishHome(
  client: WebClient,
  delivery: Delivery,
  userId: string,
): Promise<Extract<DeliveryResult, { kind: 'sent' }>> {
  const view = delivery.operation === 'delete' ? emptyHome() : renderHome(delivery.card);
  await client.views.publish({ user_id: userId, view });
  return { kind: 'sent', messageRef: null, conversation: null };
}
