import type { Card } from '../../../conversation/model/card';
import type { Delivery, DeliveryResult, Sender } from '../../../conversation/model/delivery';
import { adaptiveCardType } from '../../adaptive/elements';
import { renderCard, summaryOf } from '../../adaptive/renderCard';
import type { People } from '../people';
import { referenceSchema } from '../reference';
import type { TeamsSettings } from '../settings';
import { type Connector, type ConnectorResult, idIn, openingOf } from './connector';
import { toDeliveryResult } from './toDeliveryResult';

/** Microsoft's address for every region; used until an activity has named the tenant's own. */
export const globalServiceUrl = 'https://smba.trafficmanager.net/teams/';

/** Where a delivery goes, once known. */
interface Target {
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly botId: string;
}

/** The way out to Teams. Each delivery is one call, two where a private conversation has to be opened first. */
export function createSender(input: {
  connector: Connector;
  people: People;
  settings: TeamsSettings;
}): Sender {
  return {
    async deliver(delivery) {
      if (delivery.to.kind === 'home') return never('teams has no home');
      const target = await targetOf(delivery, input);
      if ('kind' in target) return target;
      const result = await input.connector.call({
        serviceUrl: target.serviceUrl,
        ...callOf(delivery, target),
      });
      return resultOf(delivery, target, result);
    },
    // The Bot Connector can't be asked what was delivered.
    find: async () => null,
  };
}

async function targetOf(
  { to, tenant }: Delivery,
  { connector, people, settings }: { connector: Connector; people: People; settings: TeamsSettings },
): Promise<Target | DeliveryResult> {
  switch (to.kind) {
    case 'home':
      return never('teams has no home');
    case 'conversation': {
      const known = people.serviceUrlOf({ conversation: to.conversation, tenant });
      const serviceUrl = known ?? globalServiceUrl;
      return { serviceUrl, conversation: to.conversation, botId: `28:${settings.appId}` };
    }
    case 'person': {
      const reference = referenceSchema.safeParse(to.reference).data;
      if (!reference) return { kind: 'never', error: 'teams person never met', unreachable: true };
      const { serviceUrl, botId } = reference;
      if (reference.conversationId) return { serviceUrl, conversation: reference.conversationId, botId };
      const body = openingOf(reference);
      const opened = await connector.call({ serviceUrl, method: 'POST', path: ['conversations'], body });
      if (!opened.ok) return notOpened(opened);
      const conversation = idIn(opened.body);
      return conversation ? { serviceUrl, conversation, botId } : never('teams opened no conversation');
    }
  }
}

// Nothing was posted yet, so an unclear answer may be tried again: Teams opens the same conversation each time.
function notOpened(opened: Extract<ConnectorResult, { ok: false }>): DeliveryResult {
  const result = toDeliveryResult(opened.failure, { toPerson: true, changes: false });
  return result.kind === 'unknown' ? { kind: 'retry', afterMs: null, error: result.error } : result;
}

function callOf(
  delivery: Delivery,
  { conversation, botId }: Target,
): { method: 'POST' | 'PUT' | 'DELETE'; path: string[]; body?: object } {
  const path = ['conversations', conversation, 'activities'];
  switch (delivery.operation) {
    case 'post':
      return { method: 'POST', path, body: messageOf(delivery.card, conversation, botId) };
    case 'update': {
      const body = { ...messageOf(delivery.card, conversation, botId), id: delivery.messageRef };
      return { method: 'PUT', path: [...path, delivery.messageRef], body };
    }
    case 'delete':
      return { method: 'DELETE', path: [...path, delivery.messageRef] };
  }
}

// The card alone: an activity with text and an attachment gets no id back. The summary is the notification.
function messageOf(card: Card, conversation: string, botId: string): object {
  return {
    type: 'message',
    from: { id: botId },
    conversation: { id: conversation },
    summary: summaryOf(card),
    attachments: [{ contentType: adaptiveCardType, content: renderCard(card) }],
  };
}

function resultOf(delivery: Delivery, target: Target, result: ConnectorResult): DeliveryResult {
  if (!result.ok) {
    const about = { toPerson: delivery.to.kind === 'person', changes: delivery.operation !== 'post' };
    return toDeliveryResult(result.failure, about);
  }
  const known = delivery.operation === 'post' ? null : delivery.messageRef;
  return { kind: 'sent', messageRef: known ?? idIn(result.body), conversation: target.conversation };
}

function never(error: string): DeliveryResult {
  return { kind: 'never', error, unreachable: false };
}
