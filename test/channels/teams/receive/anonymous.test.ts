import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import pino from 'pino';
import { createTeamsChannel } from '../../../../src/channels/teams/createTeamsChannel';
import { isLoopbackAddress, isLoopbackUrl } from '../../../../src/channels/teams/loopback';
import { localOnly } from '../../../../src/channels/teams/receive/localOnly';
import { type ReceivingTeams, startReceivingTeams } from '../receivingTeams';

let teams: ReceivingTeams;
beforeAll(async () => {
  teams = await startReceivingTeams((settings) => {
    const { authOverrides: _, ...rest } = settings;
    return { ...rest, appId: '', appPassword: '', appTenantId: '', anonymous: true };
  });
});
afterAll(() => teams.stop());

const body = (serviceUrl: string) =>
  JSON.stringify({
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl,
    text: 'hello',
    from: { id: 'user-1' },
    recipient: { id: 'bot' },
    conversation: { id: 'c', conversationType: 'personal' },
  });

function post(headers: Record<string, string>, content = body(teams.server.serviceUrl)): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${teams.baseUrl}/api/messages`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(content);
  });
}

describe('TEAMS_ANONYMOUS=local', () => {
  test('takes a message of this machine without a token', async () => {
    expect(await post({})).toBe(200);
    expect(teams.heard.at(-1)).toMatchObject({
      account: { tenant: 'local', userId: 'user-1' },
      text: 'hello',
    });
  });

  test.each(['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded', 'via'])(
    'refuses what came through a proxy (%s)',
    async (name) => {
      expect(await post({ [name]: '127.0.0.1' })).toBe(403);
    },
  );

  test('refuses a page that calls this machine by a name of its own', async () => {
    expect(await post({ host: 'rollcall.example.org' })).toBe(403);
  });

  test('refuses to be sent answers elsewhere', async () => {
    expect(await post({}, body('https://smba.example.org/'))).toBe(403);
    const reference = {
      serviceUrl: 'https://smba.example.org/',
      conversationId: 'c',
      tenantId: 't',
      botId: 'b',
      userId: 'u',
    };
    const account = { platform: 'teams' as const, tenant: 't', userId: 'u' };
    const card = { title: 'Hello', summary: 'Hello', blocks: [] };
    const to = { kind: 'person' as const, account, reference };
    expect(
      await teams.channel.sender.deliver({ id: '1', tenant: 't', to, operation: 'post', card }),
    ).toMatchObject({ kind: 'never' });
  });

  test('refuses another machine', () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((entries) => entries ?? [])
      .find((entry) => !entry.internal);
    for (const address of [
      outside?.address ?? '192.0.2.7',
      '10.0.0.1',
      '::ffff:10.0.0.1',
      '1.127.0.0.1',
      undefined,
    ]) {
      expect(isLoopbackAddress(address)).toBe(false);
      const sendStatus = jest.fn();
      const next = jest.fn();
      const asked = { headers: { host: 'localhost' }, socket: { remoteAddress: address } };
      localOnly(asked as never, { sendStatus } as never, next);
      expect(sendStatus).toHaveBeenCalledWith(403);
      expect(next).not.toHaveBeenCalled();
    }
  });

  test('knows its own addresses from look-alikes', () => {
    for (const url of ['http://localhost:1/', 'http://127.0.0.1/', 'http://[::1]:5/'])
      expect(isLoopbackUrl(url)).toBe(true);
    for (const url of [
      'http://localhost.example.org/',
      'http://127.0.0.1.nip.io/',
      'http://x@10.0.0.1/',
      'nonsense',
    ]) {
      expect(isLoopbackUrl(url)).toBe(false);
    }
  });

  test.each([
    ['an app id beside it', { anonymous: true, appId: 'an-app' }, 'practising only'],
    ['neither', { anonymous: false, appId: '' }, 'MicrosoftAppId is missing'],
  ])('does not start with %s', (_, change, sentence) => {
    const port = { receive: jest.fn(), respond: jest.fn(), suggest: jest.fn() };
    const settings = { ...teams.server.settings, ...change };
    const start = () =>
      createTeamsChannel({ port, settings, log: pino({ enabled: false }), clock: () => new Date() });
    expect(start).toThrow(sentence);
  });
});
