import type { WebClient } from '@slack/web-api';
import type { Delivery, DeliveryResult } from '../../../conversation/model/delivery';
import { renderCard } from '../render/renderCard';
import type { Pictures } from './pictures';

/** The name under which a message carries its delivery's id, by which it is found again. */
export const metadataType = 'rollcall';

/** Posts, updates or deletes a message in a conversation. @throws the Web API's errors, and `PictureNotReady`. */
export async function sendMessage(
  { client, pictures }: { readonly client: WebClient; readonly pictures: Pictures },
  delivery: Delivery,
  channel: string,
): Promise<Extract<DeliveryResult, { kind: 'sent' }>> {
  switch (delivery.operation) {
    case 'post': {
      const posted = await pictures.send(delivery.card, (pictureOf) =>
        client.chat.postMessage({
          channel,
          ...renderCard(delivery.card, pictureOf),
          metadata: { event_type: metadataType, event_payload: { id: delivery.id } },
          parse: 'none',
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      return { kind: 'sent', messageRef: posted.ts ?? null, conversation: posted.channel ?? channel };
    }
    case 'update': {
      const { messageRef: ts, card } = delivery;
      await pictures.send(card, (pictureOf) =>
        client.chat.update({ channel, ts, ...renderCard(card, pictureOf), parse: 'none' }),
      );
      return { kind: 'sent', messageRef: ts, conversation: channel };
    }
    case 'delete': {
      await client.chat.delete({ channel, ts: delivery.messageRef });
      return { kind: 'sent', messageRef: delivery.messageRef, conversation: channel };
    }
  }
}
