import type { WebClient } from '@slack/web-api';
import type { Delivery, DeliveryResult } from '../../../conversation/model/delivery';
import { emptyHome, renderHome } from '../render/renderHome';
import type { Pictures } from './pictures';

/** Puts a card on a person's Home tab, or clears it. @throws the Web API's errors, and `PictureNotReady`. */
export async function publishHome(
  { client, pictures }: { readonly client: WebClient; readonly pictures: Pictures },
  delivery: Delivery,
  userId: string,
): Promise<Extract<DeliveryResult, { kind: 'sent' }>> {
  if (delivery.operation === 'delete') await client.views.publish({ user_id: userId, view: emptyHome() });
  else
    await pictures.send(delivery.card, (pictureOf) =>
      client.views.publish({ user_id: userId, view: renderHome(delivery.card, pictureOf) }),
    );
  return { kind: 'sent', messageRef: null, conversation: null };
}
