import { Failure } from '../../../../src/conversation/model/failure';
import type { Form } from '../../../../src/conversation/model/form';
import { type SlackTrial, startSlackTrial } from '../../../helpers/slackChannel';
import { isObject, wordsOf } from '../../../helpers/slackView';

let slack: SlackTrial;
beforeAll(async () => {
  slack = await startSlackTrial();
});
afterAll(() => slack.stop());
beforeEach(() => {
  slack.port.received.length = 0;
  slack.port.answer = {};
  slack.port.away = false;
  slack.port.failure = null;
  slack.server.reset();
});

const form: Form = {
  session: 'session-7',
  title: 'Change the encounter',
  submitLabel: 'Save',
  fields: [
    { id: 'name', kind: 'text', label: 'Name', optional: false },
    { id: 'age', kind: 'number', label: 'Age', optional: true, min: 4, max: 18 },
    { id: 'place', kind: 'search', label: 'Place', optional: true, source: 'places' },
    {
      id: 'reason',
      kind: 'choice',
      label: 'Says',
      optional: true,
      options: [
        { value: 'medical', label: 'Medical appointment' },
        { value: 'other', label: 'Something else' },
      ],
    },
    { id: 'alone', kind: 'yesNo', label: 'Alone', optional: false },
    { id: 'words', kind: 'longText', label: 'In their words', optional: true },
  ],
  values: {
    name: 'Kai Brown',
    age: 14,
    place: 'Festival Place',
    reason: 'medical',
    alone: false,
    words: null,
  },
  errors: {},
};

/** Opens the form for a person and gives it back as Slack has it. */
async function openForm(user: string, opened: Form = form) {
  slack.port.answer = { openForm: opened };
  await slack.requests.press({ user, token: 'change' }).send();
  await slack.server.until(() => slack.server.viewsOf(user).length > 0);
  const view = slack.server.viewsOf(user).at(-1);
  if (view === undefined) throw new Error('no form');
  slack.port.received.length = 0;
  return view;
}

const away = "Not saved yet. Rollcall can't reach its records just now. Press again in a minute.";

describe('a press', () => {
  it('carries its token, its message and who pressed', async () => {
    const messageTs = '1795515000.000100';
    const { status } = await slack.requests.press({ user: 'U1', token: 'tok-1', messageTs }).send();
    expect(status).toBe(200);
    expect(slack.port.received).toMatchObject([
      {
        kind: 'press',
        token: 'tok-1',
        messageRef: messageTs,
        account: { platform: 'slack', tenant: 'T0ROLLCALL', userId: 'U1' },
        location: { kind: 'private', conversation: 'D1' },
        canOpenForm: true,
        answersWithCard: false,
      },
    ]);
  });

  it('by someone of another workspace says so', async () => {
    await slack.requests.press({ user: 'U9', token: 't', channel: 'C1', userTeam: 'T0OTHER' }).send();
    expect(slack.port.received).toMatchObject([
      { account: { tenant: 'T0OTHER' }, location: { kind: 'channel' } },
    ]);
  });

  it('on Home has no message', async () => {
    await slack.requests.press({ user: 'U1', token: 't', onHome: true }).send();
    expect(slack.port.received).toMatchObject([{ messageRef: null, location: { kind: 'private' } }]);
  });

  it('twice the same has one key, a second press another', async () => {
    const press = slack.requests.press({ user: 'U1', token: 't' });
    await press.send();
    await press.send();
    await slack.requests.press({ user: 'U1', token: 't' }).send();
    const keys = slack.port.received.map(({ eventKey }) => eventKey);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('opens the form it is answered with, filled in', async () => {
    const view = await openForm('U1');
    expect(view.private_metadata).toBe('session-7');
    expect(wordsOf(view)).toMatch(/Change the encounter[\s\S]*Name[\s\S]*Medical appointment/);
    expect(JSON.stringify(view)).toContain('Kai Brown');
  });

  it('says that the form came too late where Slack refuses to open it', async () => {
    slack.port.answer = { openForm: form };
    slack.server.failNext({ error: 'expired_trigger_id' }, 'views.open');
    await slack.requests.press({ user: 'U1', token: 't' }).send();
    await slack.server.until(() => slack.server.messagesOf('U1').length === 1);
    expect(slack.server.messagesOf('U1')[0]?.words).toMatch(/press again/i);
  });

  it('in a channel is answered to the person alone', async () => {
    slack.port.answer = { message: 'V12 is with PC Osei since 09:42.' };
    await slack.requests.press({ user: 'U1', token: 't', channel: 'C1' }).send();
    await slack.server.until(() => slack.server.ephemeralsOf('U1').length === 1);
    expect(slack.server.ephemeralsOf('U1')[0]?.words).toBe('V12 is with PC Osei since 09:42.');
    expect(slack.server.messagesIn('C1')).toEqual([]);
  });

  it.each([
    ['in the private chat', {}, () => slack.server.messagesOf('U1').map(({ words }) => words)],
    ['in a channel', { channel: 'C1' }, () => slack.server.ephemeralsOf('U1').map(({ words }) => words)],
    ['on Home', { onHome: true }, () => slack.server.viewsOf('U1').map((view) => wordsOf(view.blocks))],
  ])('that can not be saved says so, %s', async (_, where, told) => {
    slack.port.away = true;
    const { status } = await slack.requests.press({ user: 'U1', token: 't', ...where }).send();
    expect(status).toBe(200);
    await slack.server.until(() => told().length > 0);
    expect(told()).toEqual([away]);
    expect(slack.logged()).not.toMatch(/kai brown/i);
  });
});

describe('a submitted form', () => {
  it('comes back as it was filled in, with its session', async () => {
    const view = await openForm('U1');
    slack.port.answer = {};
    const values = { age: 13, place: 'the big tesco', alone: true, words: '“I am going home”\n& back' };
    const { json } = await slack.requests.submit({ user: 'U1', view, values }).send();
    expect(json).toEqual({ response_action: 'clear' });
    expect(slack.port.received).toMatchObject([
      {
        kind: 'submit',
        session: 'session-7',
        values: { name: 'Kai Brown', reason: 'medical', ...values },
      },
    ]);
  });

  it('left alone changes nothing', async () => {
    const view = await openForm('U1');
    await slack.requests.submit({ user: 'U1', view }).send();
    expect(slack.port.received).toMatchObject([{ values: form.values }]);
  });

  it('with an optional choice cleared says that nothing is chosen', async () => {
    const view = await openForm('U1');
    await slack.requests
      .submit({ user: 'U1', view, values: { reason: 'rollcall:not-said', age: null } })
      .send();
    expect(slack.port.received).toMatchObject([{ values: { reason: null, age: null } }]);
  });

  it('never loses what was too long to show', async () => {
    const long = 'said at the door '.repeat(600);
    const view = await openForm('U1', {
      ...form,
      values: { ...form.values, words: long, place: 'x'.repeat(90) },
    });
    expect(wordsOf(view)).toMatch(/Leave this empty to keep it/);
    await slack.requests.submit({ user: 'U1', view }).send();
    const [submitted] = slack.port.received;
    expect(submitted).toMatchObject({ kind: 'submit', values: { name: 'Kai Brown' } });
    expect(submitted?.kind === 'submit' && Object.keys(submitted.values)).not.toContain('words');
    expect(submitted?.kind === 'submit' && Object.keys(submitted.values)).not.toContain('place');
  });

  it('with an error keeps everything typed and stands at its field', async () => {
    const view = await openForm('U1');
    slack.port.answer = {
      formErrors: { ...form, errors: { age: 'Write an age from 4 to 18.', gone: 'Or this.' } },
    };
    const { json } = await slack.requests.submit({ user: 'U1', view, values: { age: 99 } }).send();
    expect(json).toEqual({
      response_action: 'errors',
      errors: { age: 'Write an age from 4 to 18.', name: 'Or this.' },
    });
  });

  it('that can not be saved stays open and says so', async () => {
    const view = await openForm('U1');
    slack.port.away = true;
    const { status, json } = await slack.requests.submit({ user: 'U1', view }).send();
    expect(status).toBe(200);
    expect(json).toMatchObject({ response_action: 'errors' });
    expect(JSON.stringify(json)).toMatch(/name.*Not saved yet.*What you typed is still here/);
  });

  it('answered with a sentence shows it in place of the form', async () => {
    const view = await openForm('U1');
    slack.port.answer = { message: 'This day is closed. Ask the council to correct E-1042.' };
    const { json } = await slack.requests.submit({ user: 'U1', view }).send();
    expect(json).toMatchObject({ response_action: 'update' });
    expect(wordsOf(json)).toMatch(/Ask the council to correct E-1042/);
  });
});

describe('the command', () => {
  it('is answered to the person alone, in the request itself', async () => {
    slack.port.answer = { message: 'Write <what> you *saw* & where.' };
    const { json } = await slack.requests
      .command({ user: 'U1', text: 'kai & co <14>', channel: 'C1' })
      .send();
    expect(slack.port.received).toMatchObject([
      {
        kind: 'command',
        text: 'kai & co <14>',
        location: { kind: 'channel', conversation: 'C1' },
        canOpenForm: true,
      },
    ]);
    expect(json).toMatchObject({
      response_type: 'ephemeral',
      text: 'Write &lt;what&gt; you *saw* &amp; where.',
    });
    expect(isObject(json) && wordsOf(json.blocks)).toBe('Write <what> you *saw* & where.');
  });

  it('opens a form', async () => {
    slack.port.answer = { openForm: form };
    const { status, text } = await slack.requests.command({ user: 'U2', text: 'form' }).send();
    expect({ status, text }).toEqual({ status: 200, text: '' });
    await slack.server.until(() => slack.server.viewsOf('U2').length === 1);
  });

  it('that can not be saved says so', async () => {
    slack.port.away = true;
    const { status, json } = await slack.requests.command({ user: 'U1', text: 'kai' }).send();
    expect(status).toBe(200);
    expect(wordsOf(isObject(json) ? json.blocks : null)).toMatch(/^Not saved yet\./);
  });

  it('of another name is left alone', async () => {
    await slack.requests.command({ user: 'U1', text: 'x', command: '/other' }).send();
    expect(slack.port.received).toEqual([]);
  });
});

describe('the shortcut', () => {
  it('asks for the form', async () => {
    slack.port.answer = { openForm: form };
    await slack.requests.shortcut({ user: 'U3' }).send();
    expect(slack.port.received).toMatchObject([{ kind: 'command', text: 'form', canOpenForm: true }]);
    await slack.server.until(() => slack.server.viewsOf('U3').length === 1);
  });

  it('that can not be saved says so in a window', async () => {
    slack.port.away = true;
    await slack.requests.shortcut({ user: 'U3' }).send();
    await slack.server.until(() => slack.server.viewsOf('U3').length === 1);
    expect(wordsOf(slack.server.viewsOf('U3')[0]?.blocks)).toBe(away);
  });
});

describe('typing into a search field', () => {
  const suggest = (query: string) =>
    slack.requests.suggest({ user: 'U1', actionId: 'search:schools', query }).send();

  it('offers what was typed first, then the entries', async () => {
    slack.port.suggestions = [{ value: 'The Costello School', label: 'The Costello School (secondary)' }];
    const { json } = await suggest('costelo');
    expect(slack.port.asked.at(-1)).toEqual({ query: 'costelo', source: 'schools', user: 'U1' });
    expect(json).toEqual({
      options: [
        { value: 'said:costelo', text: plain('Not in the list: “costelo”') },
        { value: 'The Costello School', text: plain('The Costello School (secondary)') },
      ],
    });
  });

  it('still offers what was typed while the database is away', async () => {
    slack.port.away = true;
    const { status, json } = await suggest('costelo');
    expect(status).toBe(200);
    expect(json).toMatchObject({ options: [{ value: 'said:costelo' }] });
  });

  it('never offers a cut value', async () => {
    slack.port.suggestions = [{ value: 'x'.repeat(80), label: 'too long to carry' }];
    const { json } = await suggest('y'.repeat(80));
    expect(json).toEqual({ options: [] });
  });
});

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false };
}

describe('what fails on our side', () => {
  const ours = 'Not saved yet. Something went wrong on our side.';
  const ring = 'If it happens again, ring your coordinator: reference 7K2F0A.';
  beforeEach(() => {
    slack.port.failure = new Failure('7K2F0A', 'P2010', false);
  });
  afterEach(() => {
    expect(slack.logged()).toContain('"reference":"7K2F0A","code":"Failure P2010"');
  });

  it('is told with its reference: a press', async () => {
    await slack.requests.press({ user: 'U1', token: 't' }).send();
    await slack.server.until(() => slack.server.messagesOf('U1').length === 1);
    expect(slack.server.messagesOf('U1')[0]?.words).toBe(`${ours} Press again in a minute. ${ring}`);
  });

  it('is told with its reference: a form, which stays as it was typed', async () => {
    slack.port.failure = null;
    const view = await openForm('U1');
    slack.port.failure = new Failure('7K2F0A', 'P2010', false);
    const { json } = await slack.requests.submit({ user: 'U1', view }).send();
    const again = 'What you typed is still here: press the button again in a minute.';
    expect(json).toEqual({ response_action: 'errors', errors: { name: `${ours} ${again} ${ring}` } });
  });

  it('is told with its reference: the command', async () => {
    const { json } = await slack.requests.command({ user: 'U1', text: 'form' }).send();
    expect(isObject(json) && wordsOf(json.blocks)).toBe(
      `${ours} Send the command again in a minute. ${ring}`,
    );
  });
});
