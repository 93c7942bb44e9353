import { Failure } from '../../../../src/conversation/model/failure';
import type { Form } from '../../../../src/conversation/model/form';
import { inputsOf, textOf } from '../../../helpers/teams';
import { type ReceivingTeams, startReceivingTeams } from '../receivingTeams';

let teams: ReceivingTeams;
beforeEach(async () => {
  teams = await startReceivingTeams();
});
afterEach(() => teams.stop());

const officer = () => teams.teams.person({ aadObjectId: 'aad-sam', name: 'Sam Osei' });
const form: Form = {
  session: 'session-1',
  title: 'Change encounter',
  submitLabel: 'Save',
  fields: [
    { id: 'name', label: 'Name', optional: false, kind: 'text' },
    { id: 'alone', label: 'On their own', optional: true, kind: 'yesNo' },
  ],
  values: { name: 'Jo' },
  errors: {},
};
const notSaved = "Not saved yet. Rollcall can't reach its records just now. Press again in a minute.";

describe('a press on Teams', () => {
  test('arrives with its token and the message it stands under', async () => {
    await officer().presses('token-1', { messageRef: 'm1' });
    expect(teams.heard).toMatchObject([
      { kind: 'press', token: 'token-1', messageRef: 'm1', canOpenForm: false, answersWithCard: true },
    ]);
  });

  test('is answered with the card that takes its place', async () => {
    teams.answerWith({ card: { title: 'Saved as E-1042', summary: 'Saved', blocks: [] } });
    const { status, body } = await officer().presses('token-1');
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(textOf(body)).toBe('Saved as E-1042');
  });

  test.each([
    [{ message: 'V12 is with somebody else.' }, 'V12 is with somebody else.'],
    [{}, 'Done.'],
    [{ message: '' }, 'Done.'],
  ])('answered %j shows a sentence, never nothing', async (answer, value) => {
    teams.answerWith(answer);
    expect((await officer().presses('token-1')).body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value,
    });
  });

  test('sent again under a new id has the same action key; another button has another', async () => {
    const timestamp = '2026-11-24T10:40:00.123Z';
    const first = await officer().presses('token-1', {}, { timestamp });
    await teams.teams.send({ ...first.activity, id: 'another' });
    await officer().presses('token-2', {}, { timestamp });
    const [one, again, other] = teams.heard.map((inbound) => inbound.actionKey);
    expect([again, other === one]).toEqual([one, false]);
  });

  test('in a channel says where it was pressed, and the person can still be written to in private', async () => {
    await officer().presses('token-1', { channel: '19:abc@thread.tacv2' });
    expect(teams.heard).toMatchObject([
      {
        location: { kind: 'channel', conversation: '19:abc@thread.tacv2' },
        reference: { conversationId: null },
      },
    ]);
  });

  test('of a client without Action.Execute works, and the sentence follows in the private chat', async () => {
    teams.answerWith({ message: 'Thrown away.' });
    expect(await officer().pressesOnOldClient('token-1', { messageRef: 'm1' })).toMatchObject({
      status: 200,
    });
    expect(teams.heard).toMatchObject([
      { kind: 'press', token: 'token-1', messageRef: 'm1', answersWithCard: false },
    ]);
    expect(teams.server.messagesOf(officer().conversation)).toMatchObject([
      { activity: { text: 'Thrown away.' } },
    ]);
  });

  test('of such a client in a channel is answered to nobody else', async () => {
    teams.answerWith({ message: 'Thrown away.' });
    await officer().pressesOnOldClient('token-1', { channel: '19:abc@thread.tacv2' });
    expect(teams.server.calls).toEqual([]);
  });

  test('with data of nobody’s is told so', async () => {
    const value = { action: { type: 'Action.Execute', data: { other: 1 } } };
    const { status, body } = await officer().presses('x', {}, { activity: { value } });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('That button is out of date.');
    expect(teams.heard).toEqual([]);
  });

  test('of a kind nobody knows is answered 501', async () => {
    const activity = { name: 'composeExtension/query', value: {} };
    expect(await officer().presses('x', {}, { activity })).toMatchObject({ status: 501 });
  });
});

describe('a form on Teams', () => {
  test('opens in the answer to the press', async () => {
    teams.answerWith({ openForm: form });
    const answered = await officer().opensForm('token-1', { messageRef: 'm1' });
    expect(teams.heard).toMatchObject([
      { kind: 'press', token: 'token-1', canOpenForm: true, answersWithCard: false },
    ]);
    expect(answered.body).toMatchObject({ task: { type: 'continue', value: { title: 'Change encounter' } } });
    expect(inputsOf(teams.teams.formIn(answered)).map((input) => input.label)).toEqual([
      'Name',
      'On their own',
    ]);
  });

  test('that can not be opened says why', async () => {
    teams.answerWith({ message: 'The day is closed.' });
    expect((await officer().opensForm('t')).body).toEqual({
      task: { type: 'message', value: 'The day is closed.' },
    });
  });

  test('submitted, arrives with what was typed', async () => {
    teams.answerWith({ openForm: form });
    const card = teams.teams.formIn(await officer().opensForm('token-1'));
    teams.answerWith({});
    const { body } = await officer().submits(card, { name: 'Joe', alone: true });
    expect(teams.heard.at(-1)).toMatchObject({
      kind: 'submit',
      session: 'session-1',
      values: { name: 'Joe', alone: true },
    });
    expect(body).toEqual({ task: { type: 'message', value: 'Saved.' } });
  });

  test('with an error comes back with everything typed and the error at its field', async () => {
    teams.answerWith({ openForm: form });
    const card = teams.teams.formIn(await officer().opensForm('token-1'));
    teams.answerWith({
      formErrors: { ...form, values: { name: 'Joe' }, errors: { name: 'Give a whole name.' } },
    });
    const answered = await officer().submits(card, { name: 'Joe' });
    const again = teams.teams.formIn(answered);
    expect(textOf(again)).toContain('Error: Give a whole name.');
    expect(inputsOf(again)[0]).toMatchObject({ field: 'name', value: 'Joe' });
  });
});

describe('when the records can not be reached', () => {
  beforeEach(() => teams.breakConversation());

  test('a press is told it is not saved', async () => {
    expect(await officer().presses('t')).toMatchObject({ status: 200, body: { value: notSaved } });
  });

  test('a form is told it is not saved', async () => {
    const toldSo = { status: 200, body: { task: { type: 'message', value: notSaved } } };
    expect(await officer().opensForm('t')).toMatchObject(toldSo);
  });

  test('a press of an old client is told in the chat', async () => {
    await officer().pressesOnOldClient('t');
    expect(teams.server.messagesOf(officer().conversation)).toMatchObject([{ activity: { text: notSaved } }]);
  });
});

describe('what fails on our side is told with a reference that the log bears too', () => {
  const sentence =
    'Not saved yet. Something went wrong on our side. Press again in a minute. If it happens again, ring your coordinator: reference 7K2F0A.';
  beforeEach(() => teams.breakConversation(new Failure('7K2F0A', 'P2010', false)));
  afterEach(() => expect(teams.logged.join('')).toContain('"reference":"7K2F0A"'));

  test('a press', async () => {
    expect(await officer().presses('t')).toMatchObject({ status: 200, body: { value: sentence } });
  });

  test('a form', async () => {
    const toldSo = { status: 200, body: { task: { type: 'message', value: sentence } } };
    expect(await officer().opensForm('t')).toMatchObject(toldSo);
  });

  test('a press of an old client', async () => {
    await officer().pressesOnOldClient('t');
    expect(teams.server.messagesOf(officer().conversation)).toMatchObject([{ activity: { text: sentence } }]);
  });
});
