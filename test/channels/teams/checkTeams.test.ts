import { checkTeams } from '../../../src/channels/teams/checkTeams';
import { startTeamsServer, type TeamsServer } from '../../helpers/teams';

describe('the doctor asks Microsoft', () => {
  let microsoft: TeamsServer;

  beforeEach(async () => {
    microsoft = await startTeamsServer();
  });
  afterEach(() => microsoft.stop());

  const check = (change: Partial<Parameters<typeof checkTeams>[0]> = {}) =>
    checkTeams({
      settings: microsoft.settings,
      connectorUrl: `${microsoft.serviceUrl}v3/`,
      timeoutMs: 5_000,
      ...change,
    });

  it('finds login, token and connector in order where they are', async () => {
    const findings = await check();
    expect(findings.map(({ level }) => level)).toEqual(['ok', 'ok', 'ok']);
    expect(findings[1]?.found).toBe('Microsoft gives a token for the app’s credentials.');
  });

  it.each([
    ['AADSTS7000222', 'the client secret has expired', 'MicrosoftAppPassword'],
    ['AADSTS7000215', 'the client secret is wrong', 'MicrosoftAppPassword'],
    ['AADSTS700016', 'there is no such app in this tenant', 'MicrosoftAppId'],
    ['AADSTS99', '(AADSTS99)', 'MicrosoftAppTenantId'],
  ])('says why there is no token (%s) and what to do, never the secret', async (number, why, toDo) => {
    microsoft.refuseToken(number);
    const findings = await check();
    expect(findings[1]).toEqual({
      level: 'FAILED',
      found: expect.stringContaining(why),
      toDo: expect.stringContaining(toDo),
    });
    expect(JSON.stringify(findings)).not.toContain('not-a-secret');
  });

  it('asks for no token where the login fails, and looks at the connector all the same', async () => {
    microsoft.breakKeys();
    const findings = await check();
    expect(findings.map(({ level }) => level)).toEqual(['FAILED', 'ok']);
    expect(findings[0]?.found).toMatch(/^Microsoft’s login \(127\.0\.0\.1:\d+\) answers with status 500\.$/);
  });

  it.each([
    [{ status: 503 }, 'answers with status 503'],
    [{ hang: true }, 'it does not answer in time'],
    [{ drop: true }, 'it cuts the connection off'],
  ])('says in plain words that the connector is in trouble: %j', async (trouble, words) => {
    microsoft.trouble(trouble);
    const findings = await check({ timeoutMs: 300 });
    expect(findings[2]).toMatchObject({ level: 'FAILED', found: expect.stringContaining(words) });
  });

  it('says that the connector’s name is not known', async () => {
    const findings = await check({ connectorUrl: 'https://no-such-host.invalid/teams/' });
    expect(findings[2]).toMatchObject({
      level: 'FAILED',
      found:
        'Teams’ Bot Connector (no-such-host.invalid) can’t be reached: its name can’t be looked up (DNS).',
    });
  });

  it('asks nothing for Microsoft’s local test client', async () => {
    const settings = { ...microsoft.settings, appId: '', anonymous: true };
    expect((await check({ settings })).map(({ level }) => level)).toEqual(['ok']);
    expect(microsoft.calls).toEqual([]);
  });
});
