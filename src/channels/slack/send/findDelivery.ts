import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Delivery } from '../../../conversation/model/delivery';
import type { Conversations } from './conversations';
import { metadataType } from './sendMessage';

const pageSize = 200;
const mostPages = 5;
/** Seconds our clock and Slack's may be apart. */
const clockTolerance = 120;

/**
 * Looks through a conversation's last messages for the one that carries the delivery's id, from shortly before the
 * first try where that is known. What is not a new message may simply be done again: `absent`. Null where Slack can't
 * tell: no right to read the conversation, or too many messages since.
 * @throws where Slack could not be asked now; ask again later.
 */
export async function findDelivery(input: {
  readonly client: WebClient;
  readonly conversations: Conversations;
  readonly delivery: Delivery;
  readonly since: Date | null;
}): Promise<{ messageRef: string } | 'absent' | null> {
  const { client, conversations, delivery, since } = input;
  const { to } = delivery;
  if (delivery.operation !== 'post' || to.kind === 'home') return 'absent';
  try {
    const channel = await conversations.of(to);
    return await searchHistory(client, { channel, id: delivery.id, since });
  } catch (error) {
    if (error instanceof WebAPIPlatformError && !isPassing(error.data.error)) return null;
    throw error;
  }
}

async function searchHistory(
  client: WebClient,
  { channel, id, since }: { channel: string; id: string; since: Date | null },
): Promise<{ messageRef: string } | 'absent' | null> {
  const oldest = since === null ? {} : { oldest: String(since.getTime() / 1000 - clockTolerance) };
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const history = await client.conversations.history({
      channel,
      limit: pageSize,
      include_all_metadata: true,
      ...oldest,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const found = history.messages?.find(({ metadata }) => carries(metadata, id));
    if (found?.ts !== undefined) return { messageRef: found.ts };
    cursor = history.response_metadata?.next_cursor;
    if (!history.has_more || !cursor) return 'absent';
  }
  return null;
}

function carries(metadata: unknown, id: string): boolean {
  if (typeof metadata !== 'object' || metadata === null) return false;
  if (!('event_type' in metadata) || metadata.event_type !== metadataType) return false;
  if (!('event_payload' in metadata)) return false;
  const payload = metadata.event_payload;
  return typeof payload === 'object' && payload !== null && 'id' in payload && payload.id === id;
}

function isPassing(code: string): boolean {
  return /rate_?limited|internal_error|fatal_error|service_unavailable|request_timeout/.test(code);
}
