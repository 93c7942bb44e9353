import type { Card } from '../../../../src/conversation/model/card';
import type { Delivery, Recipient } from '../../../../src/conversation/model/delivery';
import { startTeamsServer, textOf } from '../../../helpers/teams';
import { type ReceivingTeams, startReceivingTeams } from '../receivingTeams';

let teams: ReceivingTeams;
beforeEach(async () => {
  teams = await startReceivingTeams();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await teams.stop();
});

const card = (title: string): Card => ({ title, summary: 'Check 1 encounter', blocks: [] });
const officer = () => teams.teams.person({ aadObjectId: 'aad-sam', name: 'Sam Osei' });
const deliver = (change: Partial<Delivery> & { to: Recipient }) => {
  const delivery = {
    id: 'd1',
    tenant: teams.server.tenant,
    operation: 'post',
    card: card('Check and save'),
    ...change,
  };
  return teams.channel.sender.deliver(delivery as Delivery);
};

async function officerMet(): Promise<Recipient> {
  await officer().writes('hello');
  const inbound = teams.heard.at(-1);
  if (!inbound) throw new Error('nothing heard');
  return {
    kind: 'person',
    account: inbound.account,
    reference: JSON.parse(JSON.stringify(inbound.reference)),
  };
}

describe('what the bot sends on Teams', () => {
  test('arrives in the private chat as a card alone, with its summary and the bot’s token', async () => {
    const result = await deliver({ to: await officerMet() });
    const [message] = teams.server.messagesOf(officer().conversation);
    expect(result).toEqual({ kind: 'sent', messageRef: message?.id, conversation: officer().conversation });
    expect(textOf(message?.card)).toBe('Check and save');
    expect(message?.activity).toMatchObject({ type: 'message', summary: 'Check 1 encounter' });
    expect(message?.activity.text).toBeUndefined();
    expect(teams.server.calls.at(-1)?.authorization).toBe('Bearer bot-token');
  });

  test('is changed and taken away where it stands', async () => {
    const to = await officerMet();
    const sent = await deliver({ to });
    const messageRef = sent.kind === 'sent' ? (sent.messageRef ?? '') : '';
    expect(await deliver({ to, operation: 'update', messageRef, card: card('Saved as E-1') })).toMatchObject({
      kind: 'sent',
      messageRef,
    });
    expect(teams.server.messagesOf(officer().conversation)).toMatchObject([{ id: messageRef, edits: 1 }]);
    expect(await deliver({ to, operation: 'delete', messageRef })).toMatchObject({ kind: 'sent' });
    expect(teams.server.messagesOf(officer().conversation)).toEqual([]);
    expect(await deliver({ to, operation: 'update', messageRef, card: card('x') })).toEqual({ kind: 'gone' });
  });

  test('reaches a channel, at the address its tenant was last heard from', async () => {
    await officer().mentions('19:abc@thread.tacv2', 'hello');
    await deliver({ to: { kind: 'conversation', conversation: '19:abc@thread.tacv2' } });
    expect(teams.server.messagesOf('19:abc@thread.tacv2')).toHaveLength(1);
  });

  test('reaches somebody met in a channel only in private', async () => {
    await officer().mentions('19:abc@thread.tacv2', 'hello');
    const [inbound] = teams.heard;
    if (!inbound) throw new Error('nothing heard');
    const { account, reference } = inbound;
    const result = await deliver({ to: { kind: 'person', account, reference } });
    const opened = teams.server.openedFor(officer().fromId);
    expect(result).toMatchObject({ kind: 'sent', conversation: opened });
    expect(teams.server.conversations()).toEqual([opened]);
  });

  test.each([
    [
      '429 with Retry-After',
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'retry', afterMs: 7_000 },
    ],
    ['429 without', { status: 429 }, { kind: 'retry', afterMs: null }],
    ['401', { status: 401 }, { kind: 'retry' }],
    ['500', { status: 500 }, { kind: 'unknown' }],
    ['502 after it was posted', { status: 502, done: true }, { kind: 'unknown' }],
    ['a cut connection', { drop: true }, { kind: 'unknown' }],
    ['413', { status: 413 }, { kind: 'never', unreachable: false }],
    ['400', { status: 400 }, { kind: 'never', unreachable: false }],
    [
      '403 of a person who blocked the bot',
      { status: 403, body: { error: { code: 'ConversationBlockedByUser', message: 'Sam Osei blocked' } } },
      { kind: 'never', unreachable: true, error: 'teams 403 ConversationBlockedByUser' },
    ],
    ['404', { status: 404 }, { kind: 'never', unreachable: true }],
  ])('answered %s is tried once and counted as it is', async (_, trouble, expected) => {
    const to = await officerMet();
    teams.server.trouble({ ...trouble, times: Number.POSITIVE_INFINITY });
    expect(await deliver({ to })).toMatchObject(expected);
    expect(teams.server.calls).toHaveLength(1);
  });

  test('left without an answer may have arrived', async () => {
    const to = await officerMet();
    teams.server.trouble({ hang: true });
    const impatient = AbortSignal.timeout(50);
    jest.spyOn(AbortSignal, 'timeout').mockReturnValue(impatient);
    expect(await deliver({ to })).toMatchObject({ kind: 'unknown' });
  });

  test('to a server that is down did certainly not arrive', async () => {
    const down = await startTeamsServer();
    await down.stop();
    const to = await officerMet();
    if (to.kind !== 'person') throw new Error('no person');
    const reference = { ...(to.reference as object), serviceUrl: down.serviceUrl };
    expect(await deliver({ to: { ...to, reference } })).toEqual({
      kind: 'retry',
      afterMs: null,
      error: 'teams ECONNREFUSED',
    });
  });

  test('to somebody never met, and to a home, can not be sent', async () => {
    const account = { platform: 'teams' as const, tenant: 't', userId: 'u' };
    expect(await deliver({ to: { kind: 'person', account, reference: null } })).toMatchObject({
      kind: 'never',
      unreachable: true,
    });
    expect(await deliver({ to: { kind: 'home', account } })).toMatchObject({
      kind: 'never',
      unreachable: false,
    });
  });

  test('can not be asked about afterwards', async () => {
    const to = await officerMet();
    const delivery: Delivery = { id: 'd1', tenant: 't', to, operation: 'post', card: card('x') };
    expect(await teams.channel.sender.find(delivery)).toBeNull();
  });
});

describe('the e-mail address Teams vouches for', () => {
  const account = () => ({ platform: 'teams' as const, tenant: teams.server.tenant, userId: 'aad-sam' });
  const member = (more: object) =>
    teams.server.addMember({ id: officer().fromId, aadObjectId: 'aad-sam', ...more });

  test('is the directory’s address, else the sign-in name', async () => {
    await officer().writes('hello');
    member({ email: 'sam.osei@example.org', userPrincipalName: 'so1@example.org' });
    expect(await teams.channel.verifiedEmail(account())).toBe('sam.osei@example.org');
    member({ userPrincipalName: 'so1@example.org' });
    expect(await teams.channel.verifiedEmail(account())).toBe('so1@example.org');
  });

  test('is none for a guest, for a stranger, for another than was asked, and while Teams is away', async () => {
    expect(await teams.channel.verifiedEmail(account())).toBeNull();
    await officer().writes('hello');
    expect(await teams.channel.verifiedEmail(account())).toBeNull();
    member({
      email: 'sam@elsewhere.example',
      userPrincipalName: 'sam_elsewhere.example#EXT#@council.example',
    });
    expect(await teams.channel.verifiedEmail(account())).toBeNull();
    member({ aadObjectId: 'aad-other', email: 'other@example.org' });
    expect(await teams.channel.verifiedEmail(account())).toBeNull();
    teams.server.trouble({ status: 500 });
    expect(await teams.channel.verifiedEmail(account())).toBeNull();
  });
});
