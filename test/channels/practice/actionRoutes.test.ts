import { Failure } from '../../../src/conversation/model/failure';
import { bodyOf } from '../../helpers/practiceBody';
import { changeForm, checkCard } from '../../helpers/practiceCards';
import { type PracticeServer, startPracticeServer } from '../../helpers/practiceServer';

let server: PracticeServer;
let messageId: number;

beforeEach(async () => {
  server = await startPracticeServer();
  const account = { platform: 'practice', tenant: 'practice', userId: 'dana' } as const;
  const sent = await server.channel.sender.deliver({
    id: '1',
    tenant: 'practice',
    to: { kind: 'person', account, reference: null },
    operation: 'post',
    card: checkCard,
  });
  messageId = sent.kind === 'sent' ? Number(sent.messageRef) : 0;
});
afterEach(() => server.close());

const press = (as = 'dana') =>
  server.post('press', { as, messageId, token: 'token-change', requestId: 'request-1' });

test('a press names its button, its message and who pressed, and can open a form', async () => {
  server.conversation.onRespond = async () => ({ openForm: changeForm });
  const answer = await bodyOf(await press());
  expect(server.conversation.responded).toMatchObject([
    {
      kind: 'press',
      token: 'token-change',
      messageRef: String(messageId),
      account: { userId: 'dana' },
      location: { kind: 'private', conversation: 'private:dana' },
      eventKey: 'press:dana:request-1',
      canOpenForm: true,
      answersWithCard: false,
    },
  ]);
  expect(answer).toMatchObject({
    message: null,
    formErrors: null,
    openForm: {
      session: 'form-1',
      title: 'Change the encounter',
      adaptive: { type: 'AdaptiveCard' },
      errors: [],
      searches: [{ input: 'search.school', source: 'schools' }],
    },
  });
});

test('a doubled press is one event', async () => {
  await Promise.all([press(), press()]);
  expect(new Set(server.conversation.responded.map(({ eventKey }) => eventKey)).size).toBe(1);
});

test('nobody presses a button in a chat that is not theirs', async () => {
  expect((await press('marcus')).status).toBe(404);
  expect(server.conversation.responded).toEqual([]);
});

test('a form is submitted with its values, and comes back with its errors at their inputs', async () => {
  const errors = { age: 'Write an age between 4 and 18.' };
  server.conversation.onRespond = async (inbound) =>
    inbound.kind === 'submit' ? { formErrors: { ...changeForm, values: inbound.values, errors } } : {};
  const data = {
    session: 'form-1',
    fields: ['text.givenName', 'number.age', 'yesNo.schoolContacted', 'choice.companion', 'longText.note'],
    'text.givenName': 'Kai',
    'number.age': '40',
    'yesNo.schoolContacted': 'true',
    'choice.companion': 'friends',
  };
  const body = { as: 'dana', conversation: 'private:dana', data, requestId: 'request-2' };
  const answer = await bodyOf(await server.post('submit', body));
  expect(server.conversation.responded).toMatchObject([
    {
      kind: 'submit',
      session: 'form-1',
      values: { givenName: 'Kai', age: 40, schoolContacted: true, companion: 'friends', note: null },
    },
  ]);
  expect(answer.formErrors.errors).toEqual([{ input: 'number.age', sentence: errors.age }]);
  expect(JSON.stringify(answer.formErrors.adaptive)).toContain('Kai');
});

test('a submission without a session is refused', async () => {
  const body = { as: 'dana', conversation: 'private:dana', data: { token: 'x' }, requestId: 'request-2' };
  expect((await server.post('submit', body)).status).toBe(400);
});

test('a command is answered with what it opens or says', async () => {
  server.conversation.onRespond = async () => ({ message: 'Look in your private chat.' });
  const body = { as: 'dana', conversation: 'police', text: 'help', requestId: 'request-2' };
  expect(await (await server.post('command', body)).json()).toEqual({
    openForm: null,
    formErrors: null,
    message: 'Look in your private chat.',
  });
  expect(server.conversation.responded).toMatchObject([
    { kind: 'command', text: 'help', location: { kind: 'channel' }, canOpenForm: true },
  ]);
});

test('opening Home is told to the conversation', async () => {
  await server.post('opened', { as: 'dana', requestId: 'request-2' });
  expect(server.conversation.received).toMatchObject([{ kind: 'opened', account: { userId: 'dana' } }]);
});

test('suggestions come while typing', async () => {
  const answer = await fetch(`${server.origin}/practice/api/suggest?as=dana&source=schools&q=cos`);
  expect(await bodyOf(answer)).toEqual({
    options: [{ value: 'costello', label: 'The Costello School (cos)' }],
  });
});

test('a press while the records are away says that nothing is saved', async () => {
  server.conversation.onRespond = async () => {
    throw new Error('Kai Brown');
  };
  const answer = await press();
  expect(answer.status).toBe(503);
  expect((await bodyOf(answer)).error).toContain('Not saved yet');
  expect(server.logged.join('')).not.toContain('Kai');
});

test('a press that fails on our side is told with the reference that stands in the log', async () => {
  server.conversation.onRespond = async () => {
    throw new Failure('7K2F0A', 'P2010', false);
  };
  expect((await bodyOf(await press())).error).toBe(
    'Not saved yet. Something went wrong on our side. Try again in a minute. If it happens again, ring your coordinator: reference 7K2F0A.',
  );
  expect(server.logged.join('')).toContain('"reference":"7K2F0A","code":"P2010"');
});
