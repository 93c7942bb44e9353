import { Router } from 'express';
import { answered } from './answered';
import { locationOf } from './conversations';
import { inboundParts, orderKeyOf } from './inboundParts';
import { mentionsBot, withoutMention } from './mention';
import type { PracticeParts } from './practiceParts';
import type { PracticeMessage } from './practiceStore';
import { presentMessage } from './presentMessage';
import { Refusal } from './refusal';
import { bodies, queries } from './requestSchemas';
import { mustSee, ownMessage, visitorOf } from './visitors';

const pageOfMessages = 100;

/** Reading, writing, editing and deleting messages. */
export function messageRoutes(parts: PracticeParts): Router {
  const { log } = parts;
  const router = Router();
  router.get(
    '/messages',
    answered(log, (request) => read(queries.messages.parse(request.query), parts)),
  );
  router.post(
    '/messages',
    answered(log, (request) => send(bodies.send.parse(request.body), parts)),
  );
  router.post(
    '/messages/edit',
    answered(log, (request) => edit(bodies.edit.parse(request.body), parts)),
  );
  router.post(
    '/messages/delete',
    answered(log, (request) => remove(bodies.remove.parse(request.body), parts)),
  );
  return router;
}

type Read = ReturnType<typeof queries.messages.parse>;
type Send = ReturnType<typeof bodies.send.parse>;
type Edit = ReturnType<typeof bodies.edit.parse>;
type Remove = ReturnType<typeof bodies.remove.parse>;

async function read({ as, conversation, since, before }: Read, { store, renderForSlack }: PracticeParts) {
  const visitor = await visitorOf({ store, as });
  mustSee(visitor, conversation);
  const messages = await store.list({
    conversation,
    limit: pageOfMessages,
    sinceId: since,
    beforeId: before,
  });
  return {
    messages: messages.map((message) => presentMessage({ message, people: visitor.people, renderForSlack })),
  };
}

async function send({ as, conversation, text, requestId }: Send, parts: PracticeParts) {
  const { store, port, feed, clock, renderForSlack } = parts;
  const visitor = await visitorOf({ store, as });
  mustSee(visitor, conversation);
  if (conversation.startsWith('home:')) throw new Refusal(403, 'Nothing can be written in Home.');
  const message = await store.append({
    key: `request:${as}:${requestId}`,
    conversation,
    author: as,
    content: { kind: 'text', text },
    at: clock(),
  });
  // Told to the conversation before the page: what is seen as sent is kept there. A try that failed here is
  // repeated under the same request id, so it finds its message and tells the conversation of it again.
  if (isForBot(message)) {
    const said = { kind: 'message', text: forBot(message), messageKey: String(message.id) } as const;
    await port.receive({ ...aboutMessage(message, null, `msg:${message.id}`), ...said });
  }
  feed.publish(message);
  return { message: presentMessage({ message, people: visitor.people, renderForSlack }) };
}

async function edit({ as, messageId, text, requestId }: Edit, parts: PracticeParts) {
  const { store, port, feed, clock, renderForSlack } = parts;
  const visitor = await visitorOf({ store, as });
  const before = await ownMessage({ store, visitor, id: messageId });
  const at = clock();
  const message = await store.update({ id: messageId, content: { kind: 'text', text }, at });
  if (message === null) throw new Refusal(404, 'That message is not there any more.');
  if (isForBot(before) || isForBot(message)) {
    const said = { kind: 'edited', text: forBot(message), messageKey: String(messageId) } as const;
    await port.receive({ ...aboutMessage(message, at, `edit:${messageId}:${requestId}`), ...said });
  }
  feed.publish(message);
  return { message: presentMessage({ message, people: visitor.people, renderForSlack }) };
}

async function remove({ as, messageId }: Remove, parts: PracticeParts) {
  const { store, port, feed, clock, renderForSlack } = parts;
  const visitor = await visitorOf({ store, as });
  const before = await ownMessage({ store, visitor, id: messageId });
  const at = clock();
  // The conversation first: once the message is gone from the room, this could not be tried again.
  if (isForBot(before)) {
    const said = { kind: 'deleted', messageKey: String(messageId) } as const;
    await port.receive({ ...aboutMessage(before, at, `delete:${messageId}`), ...said });
  }
  const message = await store.remove({ id: messageId, at });
  if (message === null) throw new Refusal(404, 'That message is not there any more.');
  feed.publish(message);
  return { message: presentMessage({ message, people: visitor.people, renderForSlack }) };
}

/** In a private chat everything is for the bot; in a channel what mentions it. */
function isForBot({ conversation, text }: PracticeMessage): boolean {
  return locationOf(conversation).kind === 'private' || mentionsBot(text ?? '');
}

function forBot({ conversation, text }: PracticeMessage): string {
  return locationOf(conversation).kind === 'private' ? (text ?? '') : withoutMention(text ?? '');
}

function aboutMessage(message: PracticeMessage, doneAt: Date | null, eventKey: string) {
  return inboundParts({
    userId: message.author,
    conversation: message.conversation,
    eventKey,
    orderKey: orderKeyOf({ messageId: message.id, doneAt }),
    at: doneAt ?? message.createdAt,
    canOpenForm: false,
  });
}
