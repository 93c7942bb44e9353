import { Router } from 'express';
import type { Answer } from '../../conversation/model/conversationPort';
import type { Form } from '../../conversation/model/form';
import type { AdaptiveCard } from '../adaptive/elements';
import { inputId } from '../adaptive/inputId';
import { readSubmit } from '../adaptive/readSubmit';
import { renderForm } from '../adaptive/renderForm';
import { answered } from './answered';
import { homeConversation } from './conversations';
import { inboundParts, orderKeyOf, practiceAccount } from './inboundParts';
import type { PracticeParts } from './practiceParts';
import { Refusal } from './refusal';
import { bodies, queries } from './requestSchemas';
import { mustSee, seenMessage, visitorOf } from './visitors';

/** A form as the page gets it. */
export interface PresentedForm {
  readonly session: string;
  readonly title: string;
  readonly adaptive: AdaptiveCard;
  /** What is wrong with which input. The card says it too: this ties it to the input for a screen reader. */
  readonly errors: readonly { readonly input: string; readonly sentence: string }[];
  /** Inputs for which entries can be asked for while typing. */
  readonly searches: readonly { readonly input: string; readonly source: string }[];
}

/** Presses, forms, commands, opening Home, and suggestions while typing. */
export function actionRoutes(parts: PracticeParts): Router {
  const { log } = parts;
  const router = Router();
  router.post(
    '/press',
    answered(log, (request) => press(bodies.press.parse(request.body), parts)),
  );
  router.post(
    '/submit',
    answered(log, (request) => submit(bodies.submit.parse(request.body), parts)),
  );
  router.post(
    '/command',
    answered(log, (request) => command(bodies.command.parse(request.body), parts)),
  );
  router.post(
    '/opened',
    answered(log, (request) => opened(bodies.opened.parse(request.body), parts)),
  );
  router.get(
    '/suggest',
    answered(log, (request) => suggest(queries.suggest.parse(request.query), parts)),
  );
  return router;
}

async function press(body: ReturnType<typeof bodies.press.parse>, parts: PracticeParts) {
  const { as, messageId, token, requestId } = body;
  const visitor = await visitorOf({ store: parts.store, as });
  const message = await seenMessage({ store: parts.store, visitor, id: messageId });
  const inbound = await actionParts({ as, conversation: message.conversation, parts, canOpenForm: true });
  const eventKey = `press:${as}:${requestId}`;
  const answer = await parts.port.respond({
    ...inbound,
    eventKey,
    kind: 'press',
    token,
    messageRef: String(messageId),
  });
  return presentAnswer(answer);
}

async function submit(body: ReturnType<typeof bodies.submit.parse>, parts: PracticeParts) {
  const { as, conversation, data, requestId } = body;
  const submitted = readSubmit(data);
  if (submitted?.kind !== 'submit') throw new Refusal(400, 'That form is not known here. Open it again.');
  const { session, values } = submitted;
  mustSee(await visitorOf({ store: parts.store, as }), conversation);
  const inbound = await actionParts({ as, conversation, parts, canOpenForm: false });
  const eventKey = `submit:${as}:${requestId}`;
  const answer = await parts.port.respond({ ...inbound, eventKey, kind: 'submit', session, values });
  return presentAnswer(answer);
}

async function command(body: ReturnType<typeof bodies.command.parse>, parts: PracticeParts) {
  const { as, conversation, text, requestId } = body;
  mustSee(await visitorOf({ store: parts.store, as }), conversation);
  const inbound = await actionParts({ as, conversation, parts, canOpenForm: true });
  const eventKey = `command:${as}:${requestId}`;
  return presentAnswer(await parts.port.respond({ ...inbound, eventKey, kind: 'command', text }));
}

async function opened(body: ReturnType<typeof bodies.opened.parse>, parts: PracticeParts) {
  const { as, requestId } = body;
  await visitorOf({ store: parts.store, as });
  const conversation = homeConversation(as);
  const inbound = await actionParts({ as, conversation, parts, canOpenForm: false });
  await parts.port.receive({ ...inbound, eventKey: `opened:${as}:${requestId}`, kind: 'opened' });
  return {};
}

async function suggest(query: ReturnType<typeof queries.suggest.parse>, { store, port }: PracticeParts) {
  await visitorOf({ store, as: query.as });
  const account = practiceAccount(query.as);
  return { options: await port.suggest({ account, source: query.source, query: query.q }) };
}

/** An action is ordered after everything that had been written in its conversation when it was done. */
async function actionParts(input: {
  as: string;
  conversation: string;
  parts: PracticeParts;
  canOpenForm: boolean;
}) {
  const { as, conversation, parts, canOpenForm } = input;
  const [last] = await parts.store.list({ conversation, limit: 1 });
  const at = parts.clock();
  return inboundParts({
    userId: as,
    conversation,
    eventKey: '',
    orderKey: orderKeyOf({ messageId: last?.id ?? 0, doneAt: at }),
    at,
    canOpenForm,
  });
}

function presentAnswer(answer: Answer) {
  return {
    openForm: answer.openForm === undefined ? null : presentForm(answer.openForm),
    formErrors: answer.formErrors === undefined ? null : presentForm(answer.formErrors),
    message: answer.message ?? null,
  };
}

function presentForm(form: Form): PresentedForm {
  return {
    session: form.session,
    title: form.title,
    adaptive: renderForm(form),
    errors: form.fields.flatMap((field) => {
      const sentence = form.errors[field.id];
      return sentence === undefined ? [] : [{ input: inputId(field), sentence }];
    }),
    searches: form.fields.flatMap((field) =>
      field.kind === 'search' ? [{ input: inputId(field), source: field.source }] : [],
    ),
  };
}
