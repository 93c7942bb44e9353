import manifest from '../../../manifests/slack/manifest.json';
import { checkSlack } from '../../../src/channels/slack/checkSlack';
import { scopeUses } from '../../../src/channels/slack/scopeUses';
import { type SlackServer, startSlackServer } from '../../helpers/slackServer';

const scopes = manifest.oauth_config.scopes.bot;
const shared = { platform: 'slack', tenant: 'T0ROLLCALL', channelId: 'C0SHARED', agencyKey: null } as const;
const police = { ...shared, channelId: 'C0POLICE', agencyKey: 'police' } as const;

describe('the doctor asks Slack', () => {
  let slack: SlackServer;

  beforeAll(async () => {
    slack = await startSlackServer();
  });
  beforeEach(() => {
    slack.reset();
    slack.grantScopes(scopes);
  });
  afterAll(() => slack.stop());

  const check = (change: Partial<Parameters<typeof checkSlack>[0]> = {}) =>
    checkSlack({
      settings: { botToken: 'xoxb-made-up-token', signingSecret: 'made-up', apiUrl: slack.apiUrl },
      links: [shared, police],
      clock: () => new Date(),
      timeoutMs: 5_000,
      ...change,
    });
  const appSettings = () => ({ botToken: 'xoxb-made-up', appToken: 'xapp-made-up', apiUrl: slack.apiUrl });

  it('finds everything in order where it is', async () => {
    const findings = await check({ settings: appSettings() });
    expect(findings.map(({ level }) => level)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    expect(findings[0]?.found).toContain('of workspace T0ROLLCALL');
    expect(findings[2]?.found).toBe(`The bot has all ${scopes.length} rights of the manifest.`);
    expect(findings[4]?.found).toBe('The bot is in all 2 linked channels.');
  });

  it('asks at the address of SLACK_API_URL, and reads no post of a channel', async () => {
    await check();
    expect(slack.calls.map(({ method }) => method)).toEqual([
      'auth.test',
      'conversations.history',
      'conversations.history',
    ]);
    expect(slack.callsOf('conversations.history').map(({ args }) => args.latest)).toEqual([
      '1.000000',
      '1.000000',
    ]);
  });

  it.each(scopes)('says what stops working without %s', async (scope) => {
    slack.grantScopes(scopes.filter((one) => one !== scope));
    const wrong = (await check()).filter(({ level }) => level !== 'ok');
    const use = scopeUses[scope];
    expect(wrong).toEqual([
      {
        level: use?.optional ? 'warning' : 'FAILED',
        found: `The bot lacks the right ${scope}: ${use?.without}.`,
        toDo: expect.stringContaining('OAuth & Permissions'),
      },
    ]);
  });

  it('names rights that the bot has and does not need', async () => {
    slack.grantScopes([...scopes, 'files:read']);
    expect((await check()).filter(({ level }) => level !== 'ok')).toEqual([
      expect.objectContaining({
        level: 'warning',
        found: 'The bot has rights that it does not need: files:read.',
      }),
    ]);
  });

  it('says that a token was revoked, where a new one is got, and never the token', async () => {
    slack.failNext({ error: 'token_revoked' }, 'auth.test');
    const findings = await check();
    expect(findings[0]).toEqual({
      level: 'FAILED',
      found: 'Slack refuses SLACK_BOT_TOKEN (token_revoked).',
      toDo: expect.stringContaining('copy the Bot User OAuth Token into SLACK_BOT_TOKEN'),
    });
    expect(JSON.stringify(findings)).not.toContain('made-up');
  });

  it('says the same of the token of Socket Mode', async () => {
    slack.failNext({ error: 'invalid_auth' }, 'apps.connections.open');
    expect(await check({ settings: appSettings() })).toContainEqual({
      level: 'FAILED',
      found: 'Slack refuses SLACK_APP_TOKEN (invalid_auth).',
      toDo: expect.stringContaining('connections:write'),
    });
  });

  it.each([
    [{ status: 500 } as const, /answers with status 500/, /status\.slack\.com/],
    [{ status: 404 } as const, /answers with status 404/, /SLACK_API_URL/],
    [{ hang: true } as const, /can’t be reached: it does not answer in time/, /firewall or proxy/],
    [{ hangUp: true } as const, /can’t be reached: it cuts the connection off/, /firewall or proxy/],
  ])('says in plain words what %j means', async (failure, found, toDo) => {
    slack.failNext(failure, 'auth.test');
    const [first] = await check({ timeoutMs: 300 });
    expect(first).toMatchObject({
      level: 'FAILED',
      found: expect.stringMatching(found),
      toDo: expect.stringMatching(toDo),
    });
  });

  it('tells a wrong name from a closed door', async () => {
    const gone = await startSlackServer();
    await gone.stop();
    const foundAt = async (apiUrl: string) => {
      const [first] = await check({ settings: { botToken: 'xoxb-made-up', apiUrl } });
      return first?.found;
    };
    expect(await foundAt('http://no-such-host.invalid/api/')).toContain('its name can’t be looked up (DNS)');
    expect(await foundAt(gone.apiUrl)).toContain('nothing accepts connections there');
  });

  it('says that a connection is not encrypted as it should be', async () => {
    const apiUrl = slack.apiUrl.replace('http:', 'https:');
    const [first] = await check({ settings: { botToken: 'xoxb-made-up', apiUrl } });
    expect(first).toMatchObject({ level: 'FAILED', found: expect.stringContaining('(TLS)') });
  });

  it.each([
    [10_000, 'warning', '10 seconds ahead of Slack'],
    [-600_000, 'FAILED', '10 minutes behind Slack'],
  ])('compares the clock with Slack’s: %i ms apart', async (apart, level, words) => {
    const findings = await check({ clock: () => new Date(Date.now() + apart) });
    const said = findings.find(({ found }) => found.includes('clock'));
    expect(said?.level).toBe(level);
    // The header counts whole seconds, so the last digit may be one off.
    expect(said?.found.replace(/\b(9|11) seconds/, '10 seconds')).toContain(words);
  });

  it('names a linked channel that is archived or that the bot is not in, by its id', async () => {
    slack.archive('C0POLICE');
    expect((await check()).filter(({ level }) => level !== 'ok')).toEqual([
      {
        level: 'FAILED',
        found:
          'The bot is not in channel C0POLICE (of police), or the channel is archived: it can’t post there.',
        toDo: expect.stringContaining('/invite @rollcall'),
      },
    ]);
  });

  it('names a linked channel that Slack does not know, and one of another workspace', async () => {
    slack.failNext({ error: 'channel_not_found' }, 'conversations.history');
    const wrong = (await check({ links: [shared, { ...police, tenant: 'T0OTHER' }] })).filter(
      ({ level }) => level === 'FAILED',
    );
    expect(wrong.map(({ found }) => found)).toEqual([
      'Slack knows no channel C0SHARED (shared), or it is private and the bot is not in it.',
      'Channel C0POLICE (of police) is linked in workspace T0OTHER, but the token is of T0ROLLCALL.',
    ]);
  });

  it('says where it can’t look for lack of the right', async () => {
    slack.failNext({ error: 'missing_scope' }, 'conversations.history');
    expect(await check({ links: [shared] })).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        found: expect.stringContaining('can’t be checked without channels:history'),
      }),
    );
  });
});

it('knows what stops working without each right of the manifest', () => {
  expect(Object.keys(scopeUses).sort()).toEqual([...scopes].sort());
});
