import { pino } from 'pino';
import { createSlackChannel } from '../../../../src/channels/slack/createSlackChannel';
import { createSender } from '../../../../src/channels/slack/send/createSender';
import { createPictures } from '../../../../src/channels/slack/send/pictures';
import { slackClient } from '../../../../src/channels/slack/slackClient';
import type { Card } from '../../../../src/conversation/model/card';
import type { Delivery, Sender } from '../../../../src/conversation/model/delivery';
import { fakePort } from '../../../helpers/slackFakePort';
import { type SlackServer, startSlackServer } from '../../../helpers/slackServer';

let server: SlackServer;
let sender: Sender;
let logged: string[];
beforeAll(async () => {
  server = await startSlackServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.reset();
  logged = [];
  sender = senderTo(server.apiUrl);
});

function senderTo(apiUrl: string): Sender {
  return createSlackChannel({
    port: fakePort(),
    settings: { botToken: 'xoxb-made-up', signingSecret: 's', apiUrl },
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    clock: () => new Date(),
  }).sender;
}

const card: Card = {
  title: 'Check and save: 1 child',
  summary: 'Check 1 encounter, Festival Place 10:40',
  blocks: [
    { kind: 'text', text: 'Kai Brown, 14' },
    { kind: 'buttons', buttons: [{ label: 'Save', style: 'primary', token: 'tok' }] },
  ],
};
const person = (userId: string, reference: unknown = null): Delivery['to'] => ({
  kind: 'person',
  account: { platform: 'slack', tenant: 'T0ROLLCALL', userId },
  reference,
});
const channel = (conversation: string): Delivery['to'] => ({ kind: 'conversation', conversation });
const post = (to: Delivery['to'], id = 'd-1'): Delivery => ({
  id,
  tenant: 'T0ROLLCALL',
  to,
  operation: 'post',
  card,
});

describe('posting', () => {
  it("opens the person's private chat once, and names the message it sent", async () => {
    const first = await sender.deliver(post(person('U1')));
    await sender.deliver(post(person('U1'), 'd-2'));
    expect(server.callsOf('conversations.open')).toHaveLength(1);
    const [message] = server.messagesOf('U1');
    expect(first).toEqual({ kind: 'sent', messageRef: message?.ts, conversation: 'D1' });
    expect(message?.text).toBe('Check 1 encounter, Festival Place 10:40');
    expect(message?.words).toMatch(/Kai Brown, 14/);
    expect(message?.buttons).toEqual([{ label: 'Save', token: 'tok' }]);
  });

  it('uses the private chat the person wrote from', async () => {
    await sender.deliver(post(person('U1', { im: 'D1' })));
    expect(server.callsOf('conversations.open')).toHaveLength(0);
    expect(server.messagesOf('U1')).toHaveLength(1);
  });

  it('shows no previews of links', async () => {
    await sender.deliver(post(channel('C1')));
    expect(server.callsOf('chat.postMessage')[0]?.args).toMatchObject({
      unfurl_links: 'false',
      unfurl_media: 'false',
      parse: 'none',
    });
  });
});

describe('keeping a message current', () => {
  it('updates and deletes it, in the private chat too', async () => {
    const sent = await sender.deliver(post(person('U1')));
    const messageRef = sent.kind === 'sent' ? (sent.messageRef ?? '') : '';
    const to = person('U1');
    const newer = { ...card, title: 'Saved as E-1042' };
    const base = { id: 'd-2', tenant: 'T0ROLLCALL', to, messageRef };
    expect(await sender.deliver({ ...base, operation: 'update', card: newer })).toMatchObject({
      kind: 'sent',
      messageRef,
    });
    expect(server.messagesOf('U1').map(({ words }) => words)).toEqual([
      expect.stringMatching(/^Saved as E-1042/),
    ]);
    await sender.deliver({ ...base, operation: 'delete' });
    expect(server.messagesOf('U1')).toEqual([]);
    expect(await sender.deliver({ ...base, operation: 'update', card })).toEqual({ kind: 'gone' });
  });

  it('puts a card on Home', async () => {
    const account = { platform: 'slack', tenant: 'T0ROLLCALL', userId: 'U1' } as const;
    const result = await sender.deliver(post({ kind: 'home', account }));
    expect(result).toEqual({ kind: 'sent', messageRef: null, conversation: null });
    expect(server.homeOf('U1')?.words).toMatch(/Check and save: 1 child/);
    expect(server.homeOf('U1')?.buttons).toEqual([{ label: 'Save', token: 'tok' }]);
  });
});

describe('what did not arrive', () => {
  it.each([
    ['a rate limit', { status: 429, retryAfter: 7 }, { kind: 'retry', afterMs: 7000 }],
    ['a rate limit without a time', { status: 429 }, { kind: 'retry', afterMs: null }],
    ['a rate limit in the answer', { error: 'ratelimited', retryAfter: 2 }, { kind: 'retry', afterMs: 2000 }],
    ['a fault of Slack', { status: 503 }, { kind: 'unknown' }],
    ['a fault Slack reports itself', { error: 'fatal_error' }, { kind: 'unknown' }],
    ['a connection cut', { hangUp: true }, { kind: 'unknown' }],
    [
      'an archived channel',
      { error: 'is_archived' },
      { kind: 'never', error: 'is_archived', unreachable: true },
    ],
    ['a bot that was removed', { error: 'not_in_channel' }, { kind: 'never', unreachable: true }],
    ['an account closed', { error: 'account_inactive' }, { kind: 'never', unreachable: true }],
    ['a mistake of ours', { error: 'invalid_blocks' }, { kind: 'never', unreachable: false }],
  ] as const)('%s', async (_, failure, expected) => {
    server.failNext(failure, 'chat.postMessage');
    expect(await sender.deliver(post(channel('C1')))).toMatchObject(expected);
    expect(server.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('nobody listening means that nothing was sent', async () => {
    const gone = await startSlackServer();
    await gone.stop();
    const result = await senderTo(gone.apiUrl).deliver(post(channel('C1')));
    expect(result).toMatchObject({ kind: 'retry', error: 'ECONNREFUSED' });
  });

  it('no answer in time is an unknown result', async () => {
    const parts = {
      client: slackClient({ botToken: 'xoxb-made-up', apiUrl: server.apiUrl }, 60),
      log: pino({ level: 'silent' }),
      clock: () => new Date(),
    };
    const hasty = createSender({ ...parts, pictures: createPictures(parts) });
    server.failNext({ hang: true }, 'chat.postMessage');
    expect(await hasty.deliver(post(channel('C1')))).toMatchObject({
      kind: 'unknown',
      error: 'TimeoutError',
    });
  });

  it('an unknown result of opening the chat is not one of sending', async () => {
    server.failNext({ status: 500 }, 'conversations.open');
    expect(await sender.deliver(post(person('U1')))).toMatchObject({ kind: 'retry' });
    expect(server.callsOf('chat.postMessage')).toHaveLength(0);
  });

  it('people who can not be written to are named as such', async () => {
    server.addUser({ id: 'U7', deleted: true });
    expect(await sender.deliver(post(person('U7')))).toEqual({
      kind: 'never',
      error: 'user_disabled',
      unreachable: true,
    });
  });

  it('is logged by code, without what the message said', async () => {
    server.failNext({ error: 'is_archived' }, 'chat.postMessage');
    await sender.deliver(post(channel('C1')));
    expect(logged.join('')).toMatch(/is_archived/);
    expect(logged.join('')).not.toMatch(/Kai|xoxb/);
  });
});

describe('after an unknown result', () => {
  it('finds the message that did arrive', async () => {
    server.failNext({ status: 502, afterwards: true }, 'chat.postMessage');
    expect(await sender.deliver(post(person('U1')))).toMatchObject({ kind: 'unknown' });
    expect(await sender.find(post(person('U1')))).toEqual({ messageRef: server.messagesOf('U1')[0]?.ts });
  });

  it('sees that it did not arrive', async () => {
    await sender.deliver(post(person('U1'), 'another'));
    server.failNext({ status: 502 }, 'chat.postMessage');
    await sender.deliver(post(person('U1')));
    expect(await sender.find(post(person('U1')))).toBe('absent');
  });

  it("can't tell where it may not read", async () => {
    server.failNext({ error: 'missing_scope' }, 'conversations.history');
    expect(await sender.find(post(channel('C1')))).toBeNull();
  });

  it('asks again later where Slack does not answer', async () => {
    server.failNext({ status: 500 }, 'conversations.history');
    await expect(sender.find(post(channel('C1')))).rejects.toThrow();
  });

  it('looks past many newer messages', async () => {
    await sender.deliver(post(channel('C1'), 'wanted'));
    await Promise.all(
      Array.from({ length: 250 }, (_, index) => sender.deliver(post(channel('C1'), `n${index}`))),
    );
    expect(await senderTo(server.apiUrl).find(post(channel('C1'), 'wanted'))).toEqual({
      messageRef: server.messagesIn('C1')[0]?.ts,
    });
  });
});
