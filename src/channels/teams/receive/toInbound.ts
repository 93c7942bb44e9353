import type { Inbound } from '../../../conversation/model/inbound';
import { readSubmit } from '../../adaptive/readSubmit';
import type { Activity } from './activity';
import type { Common } from './common';
import { eventKey } from './keys';
import { mentionsBot, messageText } from './messageText';

/** An activity that is no invoke, as the conversation understands it; null for what is not meant for it. */
export function toInbound(activity: Activity, common: Common): Inbound | null {
  switch (activity.type) {
    case 'message':
      return fromMessage(activity, common);
    case 'messageUpdate':
      return activity.channelData?.eventType === 'editMessage' ? fromEdit(activity, common) : null;
    case 'messageDelete':
      return activity.channelData?.eventType === 'softDeleteMessage' ? fromDeletion(activity, common) : null;
    case 'installationUpdate':
      if (activity.action?.startsWith('add')) return installed(common);
      // An update of the app is a removal with an addition after it: only a removal by the person counts.
      return activity.action === 'remove' && common.location.kind === 'private' ? removed(common) : null;
    case 'conversationUpdate': {
      const added = activity.membersAdded?.some((member) => member.id === activity.recipient.id);
      return added ? installed(common) : null;
    }
    default:
      return null;
  }
}

function fromMessage(activity: Activity, common: Common): Inbound | null {
  const id = idOf(activity, common);
  const conversation = activity.conversation.id;
  const text = messageText(activity);
  const submitted = text === '' ? readSubmit(activity.value) : null;
  if (!submitted) {
    const message = { text, messageKey: `${conversation}:${id}` };
    if (isOverheard(activity, common))
      return { ...common, kind: 'overheard', eventKey: eventKey('heard', conversation, id), ...message };
    return { ...common, kind: 'message', eventKey: eventKey('msg', conversation, id), ...message };
  }
  if (submitted.kind === 'press') {
    const { token } = submitted;
    const messageRef = activity.replyToId ?? null;
    return { ...common, kind: 'press', eventKey: eventKey('press', conversation, id), token, messageRef };
  }
  const { session, values } = submitted;
  return {
    ...common,
    kind: 'submit',
    eventKey: eventKey('submit', conversation, id),
    session,
    values,
  };
}

/** A post in a channel that does not mention the bot: it comes only where the team lets the app read its channels. */
function isOverheard(activity: Activity, common: Common): boolean {
  return common.location.kind === 'channel' && !mentionsBot(activity);
}

function fromEdit(activity: Activity, common: Common): Inbound {
  const id = idOf(activity, common);
  const conversation = activity.conversation.id;
  return {
    ...common,
    kind: 'edited',
    eventKey: eventKey('edit', conversation, id, common.sentAt),
    text: messageText(activity),
    messageKey: `${conversation}:${id}`,
    ...(isOverheard(activity, common) && { overheard: true }),
  };
}

function fromDeletion(activity: Activity, common: Common): Inbound {
  const id = idOf(activity, common);
  const conversation = activity.conversation.id;
  const messageKey = `${conversation}:${id}`;
  return { ...common, kind: 'deleted', eventKey: eventKey('delete', conversation, id), messageKey };
}

// Teams tells of one installation twice (installationUpdate and conversationUpdate), with different ids: one a day.
function installed(common: Common): Inbound {
  const key = eventKey('installed', common.location.conversation, common.sentAt.slice(0, 10));
  return { ...common, kind: 'installed', eventKey: key, actionKey: null };
}

function removed(common: Common): Inbound {
  const key = eventKey('removed', common.location.conversation, common.sentAt);
  return { ...common, kind: 'removed', eventKey: key, actionKey: null };
}

function idOf(activity: Activity, common: Common): string {
  return activity.id ?? common.orderKey;
}
