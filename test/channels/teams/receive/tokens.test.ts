import { type ReceivingTeams, startReceivingTeams } from '../receivingTeams';

let teams: ReceivingTeams;
const otherTenant = '99999999-9999-4999-8999-999999999999';
const officer = () => teams.teams.person({ aadObjectId: 'aad-sam', name: 'Sam Osei' });

beforeEach(async () => {
  // Botbuilder writes about refused tokens to the console.
  jest.spyOn(console, 'error').mockImplementation(() => {});
  teams = await startReceivingTeams();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await teams.stop();
});

describe('who may write to the bot on Teams (real token validation against a local key server)', () => {
  test('a message Microsoft signed for this bot is taken', async () => {
    expect(await officer().writes('hello')).toMatchObject({ status: 200 });
    expect(teams.heard).toHaveLength(1);
  });

  test.each([
    ['the audience of another bot', { audience: '33333333-3333-4333-8333-333333333333' }],
    ['another issuer', { issuer: 'https://login.example.org' }],
    [
      'the issuer of an emulator token',
      { issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' },
    ],
    ['an end ten minutes ago', { endsIn: -600 }],
    ['a signature nobody published', { key: 'stranger' as const }],
    ['a key nobody published', { key: 'unknown' as const }],
    ['no signature', { key: 'none' as const }],
    ['a key that is endorsed for another channel', { key: 'otherChannel' as const }],
    ['another service address', { serviceUrl: 'https://smba.example.org/' }],
  ])('a token with %s is answered 401 and nothing is read', async (_, token) => {
    expect(await officer().writes('hello', { token })).toMatchObject({ status: 401 });
    expect(teams.heard).toEqual([]);
  });

  test.each([
    ['no header', null],
    ['an empty token', 'Bearer '],
    ['nonsense', 'Bearer a.b.c'],
    ['a password', 'Basic c2FtOnNhbQ=='],
    ['a token of half JSON', `Bearer x.${Buffer.from('{"iss":').toString('base64url')}.y`],
  ])('%s is answered 401', async (_, authorization) => {
    expect(await officer().writes('hello', { authorization })).toMatchObject({ status: 401 });
    expect(teams.heard).toEqual([]);
  });

  test('another channel than Teams is answered 401, whoever signed', async () => {
    const activity = { channelId: 'webchat' };
    const token = { key: 'otherChannel' as const };
    expect(await officer().writes('hello', { activity, token })).toMatchObject({ status: 401 });
  });

  test('a message that is not signed for its service address cannot leave it out', async () => {
    expect(await officer().writes('hello', { activity: { serviceUrl: undefined } })).toMatchObject({
      status: 401,
    });
  });

  test('while the keys can not be fetched the answer is 503, not 401', async () => {
    teams.server.breakKeys();
    expect(await officer().writes('hello')).toMatchObject({ status: 503 });
    expect(teams.heard).toEqual([]);
  });

  test('a tenant not allowed is answered 403, and nothing is read', async () => {
    const stranger = teams.teams.person({ aadObjectId: 'aad-x', name: 'Alex', tenant: otherTenant });
    expect(await stranger.writes('hello')).toMatchObject({ status: 403 });
    const channelData = { tenant: { id: otherTenant } };
    expect(await officer().writes('hello', { activity: { channelData } })).toMatchObject({ status: 403 });
    expect(teams.heard).toEqual([]);
  });

  test('an activity without any tenant is answered 403', async () => {
    const activity = { channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } };
    expect(await officer().writes('hello', { activity })).toMatchObject({ status: 403 });
  });

  test('somebody without an Entra id is not listened to', async () => {
    const activity = { from: { id: '29:guest', name: 'Guest' } };
    expect(await officer().writes('hello', { activity })).toMatchObject({ status: 200 });
    expect(teams.heard).toEqual([]);
  });

  test('a body over 256 KB is answered 413', async () => {
    expect(await officer().writes('x'.repeat(300 * 1024))).toMatchObject({ status: 413 });
    expect(teams.heard).toEqual([]);
  });

  test('a body that is no JSON is answered 400', async () => {
    const authorization = teams.server.signer.authorization({});
    const headers = { 'content-type': 'application/json', authorization };
    const answer = await fetch(`${teams.baseUrl}/api/messages`, {
      method: 'POST',
      headers,
      body: '{"type":',
    });
    expect(answer.status).toBe(400);
  });

  test('the log names no text, no name and no token', async () => {
    await officer().writes('Kai Brown 14');
    await officer().writes('Kai Brown 14', { token: { audience: 'x' } });
    teams.breakConversation();
    await officer().writes('Kai Brown 14');
    expect(teams.logged.length).toBeGreaterThan(0);
    expect(teams.logged.join('\n')).not.toMatch(/Kai|Brown|Osei|Bearer|eyJ/);
  });
});

describe('an allow-list of tenants', () => {
  let listed: ReceivingTeams;
  beforeEach(async () => {
    listed = await startReceivingTeams((settings) => ({
      ...settings,
      allowedTenants: [otherTenant.toUpperCase()],
    }));
  });
  afterEach(() => listed.stop());

  test('lets in its tenants and no other, not even the bot’s own', async () => {
    const welcome = listed.teams.person({ aadObjectId: 'aad-y', name: 'Alex', tenant: otherTenant });
    const own = listed.teams.person({ aadObjectId: 'aad-sam', name: 'Sam Osei' });
    expect(await welcome.writes('hello')).toMatchObject({ status: 200 });
    expect(await own.writes('hello')).toMatchObject({ status: 403 });
    expect(listed.heard.map((inbound) => inbound.account.userId)).toEqual(['aad-y']);
  });
});
