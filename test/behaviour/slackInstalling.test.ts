import { withTestServer } from '../helpers/database';
import { startSlackWorkspaces, workspaces } from './platforms/slackWorkspaces';

withTestServer('installing Rollcall in a Slack workspace', (db) => {
  let slack: Awaited<ReturnType<typeof startSlackWorkspaces>>;
  beforeAll(async () => {
    slack = await startSlackWorkspaces(db);
  });
  afterAll(() => slack.stop());
  beforeEach(async () => {
    await db.prisma.slackInstallation.deleteMany();
    slack.server.reset();
  });

  const grant = (code: string, more = {}) =>
    slack.server.grant(code, { team: 'T0POLICE', ...workspaces.T0POLICE, more });
  const stored = () => db.prisma.slackInstallation.findMany();
  const exchanged = () => slack.server.callsOf('oauth.v2.access').length;

  test('the page leads to Slack’s own question, with a state nobody can guess, kept by this browser only', async () => {
    const browser = slack.browser();
    const first = await browser.begins();
    expect(first.origin + first.pathname).toBe('https://slack.com/oauth/v2/authorize');
    expect(first.searchParams.get('client_id')).toBe('12.34');
    expect(first.searchParams.get('scope')).toContain('chat:write');
    const state = first.searchParams.get('state') ?? '';
    expect(Buffer.from(state, 'base64url')).toHaveLength(32);
    expect(browser.cookies).toEqual([
      `__Host-rollcall-slack-install=${state}; Secure; HttpOnly; Path=/; Max-Age=600`,
    ]);
    expect((await slack.browser().begins()).searchParams.get('state')).not.toBe(state);
    const kept = await db.pg('SELECT * FROM "SlackInstallState"');
    expect(JSON.stringify(kept)).not.toContain(state);
  });

  test('a workspace that installs it waits for approval, and its people are told which id to pass on', async () => {
    grant('code-1');
    const { status, page } = await slack.browser().installs('code-1');
    expect(status).toBe(200);
    expect(page).toContain('not approved yet');
    expect(page).toContain('T0POLICE');
    expect(await stored()).toMatchObject([
      { team: 'T0POLICE', state: 'pending', botUserId: workspaces.T0POLICE.botUser, approvedAt: null },
    ]);
    expect(await db.pg(`SELECT 1 FROM "AuditEvent" WHERE action = 'workspace.installed'`)).toHaveLength(1);
  });

  test('its token lies in the database encrypted, and no secret is in the page or the log', async () => {
    grant('code-2');
    const { page } = await slack.browser().installs('code-2');
    const rows = JSON.stringify(await db.pg('SELECT * FROM "SlackInstallation"'));
    expect(rows).toContain('k1.');
    for (const text of [rows, page, slack.logged()])
      expect(text).not.toMatch(/xoxb-police|code-2|a client secret/);
  });

  test('what comes back in another browser installs nothing', async () => {
    grant('code-3');
    const state = (await slack.browser().begins()).searchParams.get('state') ?? '';
    const { status, page } = await slack.browser().returns({ code: 'code-3', state });
    expect(status).toBe(400);
    expect(page).toContain('in the browser that began it');
    expect(exchanged()).toBe(0);
    expect(await stored()).toEqual([]);
  });

  test('a state is good once, also for two who come at the same moment', async () => {
    grant('code-4');
    const browser = slack.browser();
    const state = (await browser.begins()).searchParams.get('state') ?? '';
    const both = await Promise.all([1, 2].map(() => browser.returns({ code: 'code-4', state })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(exchanged()).toBe(1);
    expect((await browser.returns({ code: 'code-4', state })).status).toBe(400);
  });

  test('a state is good for ten minutes', async () => {
    grant('code-5');
    const browser = slack.browser();
    const state = (await browser.begins()).searchParams.get('state') ?? '';
    slack.clock.later(10);
    expect((await browser.returns({ code: 'code-5', state })).status).toBe(400);
    expect(exchanged()).toBe(0);
  });

  test('a state somebody made up is none, even with a cookie that says the same', async () => {
    const state = 'made-up-state';
    const response = await fetch(`${slack.service.url}/slack/oauth_redirect?code=x&state=${state}`, {
      headers: { cookie: `__Host-rollcall-slack-install=${state}` },
    });
    expect(response.status).toBe(400);
    expect(exchanged()).toBe(0);
  });

  test('who says no at Slack is told that nothing was installed', async () => {
    const browser = slack.browser();
    const state = (await browser.begins()).searchParams.get('state') ?? '';
    const { page } = await browser.returns({ error: 'access_denied', state });
    expect(page).toContain('you cancelled');
    expect(await stored()).toEqual([]);
  });

  test.each([
    ['of a whole organisation', { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true }],
    ['with tokens that end', { refresh_token: 'xoxe-made-up', expires_in: 43_200 }],
  ])('an installation %s is refused with what to do, and nothing is kept', async (_words, more) => {
    grant('code-6', more);
    const { status, page } = await slack.browser().installs('code-6');
    expect(status).toBe(400);
    expect(page).toMatch(/workspace by workspace|Switch it off/);
    expect(await stored()).toEqual([]);
  });

  test('where Slack does not answer nothing is stored, and the page says to install again', async () => {
    grant('code-7');
    slack.server.failNext({ status: 500 }, 'oauth.v2.access');
    const { status, page } = await slack.browser().installs('code-7');
    expect(status).toBe(502);
    expect(page).toContain('install it again in a minute');
    expect(await stored()).toEqual([]);
  });

  test('the pages run nothing, load nothing, and give their address to nobody', async () => {
    const { headers } = await fetch(`${slack.service.url}/slack/install`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('a thousand begun and not finished are enough: the next has to wait', async () => {
    const expiresAt = new Date(slack.clock.now().getTime() + 60_000);
    await db.prisma.slackInstallState.createMany({
      data: Array.from({ length: 1000 }, (_, index) => ({ stateHash: `begun ${index}`, expiresAt })),
    });
    expect((await fetch(`${slack.service.url}/slack/install`)).status).toBe(503);
    slack.clock.later(2);
    expect((await fetch(`${slack.service.url}/slack/install`)).status).toBe(200);
  });
});
