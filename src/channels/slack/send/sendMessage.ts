import type { WebClient } from '@slack/web-api';
import type { Delivery, DeliveryResult } from '../../../conversation/model/delivery';
import { renderCard } from '../render/renderCard';

/** The name under which a message carries its delivery's id, by which it is found again. */
export const metadataType = 'rollcall';

/** Posts, updates or deletes a message in a conversation. @throws the Web API's errors. */
export async function sendMessage(
  client: WebClient,
  delivery: Delivery,
  channel: string,
): Promise<Extract<DeliveryResult, { kind: 'sent' }>> {
  switch (delivery.operation) {
    case 'post': {
      const posted = await client.chat.postMessage({
        channel,
        ...renderCard(delivery.card),
        metadata: { event_type: metadataType, event_payload: { id: delivery.id } },
        parse: 'none',
        unfurl_links: false,
        unfurl_media: false,
      });
      return { kind: 'sent', messageRef: posted.ts ?? null, conversation: posted.channel ?? channel };
    }
    case 'update': {
      const { messageRef: ts } = delivery;
      await client.chat.update({ channel, ts, ...renderCard(delivery.card), parse: 'none' });
      return { kind: 'sent', messageRef: ts, conversation: channel };
    }
    case 'delete': {
      await client.chat.delete({ channel, ts: delivery.messageRef });
      return { kind: 'sent', messageRef: delivery.messageRef, conversation: channel };
    }
  }
}
