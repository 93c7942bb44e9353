import { type as typeCommand } from '../admin/typing';
import { withTestServer } from '../helpers/database';
import { startSlackWorkspaces, type Team, workspaces } from './platforms/slackWorkspaces';

const encounter = 'kai brown 14 costello at festival place just now, alone, no reason, advised';

withTestServer('several Slack workspaces', (db) => {
  let slack: Awaited<ReturnType<typeof startSlackWorkspaces>>;
  beforeEach(async () => {
    slack = await startSlackWorkspaces(db);
  });
  afterEach(() => slack.stop());

  const admin = (...argv: string[]) => typeCommand(db, ['--as', 'whitlock@example.org', ...argv]);
  const approved = async (team: Team, agency: string) => {
    await slack.installs(team);
    const { code } = await admin('slack', 'approve', team, '--agency', agency);
    expect(code).toBe(0);
    slack.server.reset();
  };
  const writes = async (team: Team, user: string, text = 'help') => {
    const answer = await slack.of(team).message({ user, text }).send();
    await slack.service.settled();
    return answer;
  };
  const uninstalls = async (team: Team, event_time = Math.floor(slack.clock.now().getTime() / 1000)) => {
    const body = {
      type: 'event_callback',
      team_id: team,
      event_id: 'Ev1',
      event_time,
      event: { type: 'app_uninstalled' },
    };
    expect((await slack.of(team).raw({ json: body }).send()).status).toBe(200);
    await slack.service.settled();
  };
  const revokesTokens = async (team: Team, tokens: object) => {
    const { status } = await slack.of(team).event({ type: 'tokens_revoked', tokens }).send();
    expect(status).toBe(200);
  };

  test('one that waits for approval, and one nobody knows, are answered with nothing; only their number is logged', async () => {
    await slack.installs('T0COUNCIL');
    slack.server.reset();
    for (const from of [slack.of('T0COUNCIL'), slack.from('T0NOBODY')]) {
      const user = 'U0OSEI';
      for (const request of [
        from.message({ user, text: encounter }),
        from.mention({ user, text: encounter, channel: 'C0SHARED' }),
        from.homeOpened({ user }),
        from.press({ user, token: 'any' }),
        from.command({ user, text: 'help' }),
        from.shortcut({ user }),
        from.suggest({ user, actionId: 'search:schools', query: 'cost' }),
      ])
        expect(await request.send()).toMatchObject({ status: 200, text: '' });
    }
    await slack.service.settled();
    expect(slack.server.calls).toEqual([]);
    expect(await db.prisma.inboundEvent.count()).toBe(0);
    slack.clock.later(1);
    await slack.from('T0NOBODY').homeOpened({ user: 'U1' }).send();
    const counted = slack.logged().match(/"ignored":\{[^}]*\}/g) ?? [];
    expect(counted).toEqual(['"ignored":{"pending":1}', '"ignored":{"pending":6,"unknown":8}']);
    expect(slack.logged()).not.toMatch(/kai brown|T0NOBODY|U0OSEI/i);
  });

  test('one that is approved is answered, each with its own token', async () => {
    await approved('T0COUNCIL', 'council');
    await approved('T0POLICE', 'police');
    await writes('T0COUNCIL', 'U0OSEI');
    await writes('T0POLICE', 'U0HALE');
    expect(slack.tokens()).toEqual(['xoxb-council', 'xoxb-police']);
    expect(slack.server.messagesOf('U0OSEI').at(-1)?.words).toContain('Write what happened');
    // Nobody registered a U0HALE of the police's workspace: the council's is somebody else.
    expect(slack.server.messagesOf('U0HALE').at(-1)?.words).toContain('not registered');
  });

  test('an approval taken back counts at once', async () => {
    await approved('T0COUNCIL', 'council');
    expect((await admin('slack', 'withdraw', 'T0COUNCIL')).code).toBe(0);
    await writes('T0COUNCIL', 'U0OSEI');
    expect(slack.server.calls).toEqual([]);
    expect(await slack.stateOf('T0COUNCIL')).toBe('pending');
  });

  test('one that is approved and installs again goes on, with its new token', async () => {
    await approved('T0COUNCIL', 'council');
    slack.server.grant('again', { team: 'T0COUNCIL', ...workspaces.T0COUNCIL, botToken: 'xoxb-newer' });
    const { page } = await slack.browser().installs('again');
    expect(page).toContain('goes on working');
    await writes('T0COUNCIL', 'U0OSEI');
    expect(slack.tokens()).toEqual(['xoxb-newer']);
  });

  test('to one that removed the app nothing is sent, not even what was waiting; its token is gone and its people are listed', async () => {
    await approved('T0COUNCIL', 'council');
    await writes('T0COUNCIL', 'U0OSEI');
    await uninstalls('T0COUNCIL');
    slack.server.reset();
    await db.pg(`INSERT INTO "Outgoing" (platform, tenant, conversation, operation, content)
      SELECT platform, tenant, conversation, operation, content FROM "Outgoing" LIMIT 1`);
    await writes('T0COUNCIL', 'U0OSEI');
    expect(slack.server.calls).toEqual([]);
    expect(await db.pg(`SELECT state, "lastError" FROM "Outgoing" ORDER BY id DESC LIMIT 1`)).toEqual([
      { state: 'undeliverable', lastError: 'workspace revoked' },
    ]);
    expect(await db.pg('SELECT state, "sealedToken" FROM "SlackInstallation"')).toEqual([
      { state: 'revoked', sealedToken: null },
    ]);
    expect((await admin('slack', 'list')).lines).toEqual([
      expect.stringMatching(/^T0COUNCIL “The people of T0COUNCIL”: removed by its people/),
    ]);
    expect((await admin('people', 'unreachable')).lines.join()).toMatch(/S-1: not on Slack since/);
  });

  test('one that removed the app and installs again waits again; approved, its people are tried again', async () => {
    await approved('T0COUNCIL', 'council');
    await uninstalls('T0COUNCIL');
    await slack.installs('T0COUNCIL');
    expect(await slack.stateOf('T0COUNCIL')).toBe('pending');
    await approved('T0COUNCIL', 'council');
    expect((await admin('people', 'unreachable')).lines).toEqual([
      'Everybody with an account can be reached.',
    ]);
    await writes('T0COUNCIL', 'U0OSEI');
    expect(slack.tokens()).toEqual(['xoxb-council']);
  });

  test('a bot’s token revoked counts as removed; a person’s own token is none of ours', async () => {
    await approved('T0COUNCIL', 'council');
    await revokesTokens('T0COUNCIL', { oauth: ['U0OSEI'], bot: [] });
    await revokesTokens('T0COUNCIL', { bot: ['U0ANOTHERBOT'] });
    expect(await slack.stateOf('T0COUNCIL')).toBe('approved');
    await revokesTokens('T0COUNCIL', { bot: [workspaces.T0COUNCIL.botUser] });
    await uninstalls('T0COUNCIL');
    expect(await slack.stateOf('T0COUNCIL')).toBe('revoked');
    expect(await db.pg(`SELECT 1 FROM "AuditEvent" WHERE action = 'workspace.revoked'`)).toHaveLength(1);
  });

  test('a removal that Slack tells of late does not undo a newer installation', async () => {
    const removedAt = Math.floor(slack.clock.now().getTime() / 1000);
    slack.clock.later(1);
    await approved('T0COUNCIL', 'council');
    await uninstalls('T0COUNCIL', removedAt);
    expect(await slack.stateOf('T0COUNCIL')).toBe('approved');
  });

  test('where the key of its token is missing the message comes again and nothing is lost', async () => {
    await approved('T0COUNCIL', 'council');
    const { sealedToken } = await db.prisma.slackInstallation.findFirstOrThrow();
    await db.prisma.slackInstallation.updateMany({ data: { sealedToken: 'k9.a.b.c' } });
    expect((await writes('T0COUNCIL', 'U0OSEI')).status).toBe(503);
    await db.prisma.slackInstallation.updateMany({ data: { sealedToken } });
    expect((await writes('T0COUNCIL', 'U0OSEI')).status).toBe(200);
    expect(slack.tokens()).toEqual(['xoxb-council']);
  });

  test('an e-mail address links only staff of the workspace’s own agency', async () => {
    await db.prisma.scheme.update({ where: { id: 1 }, data: { linkByVerifiedEmail: true } });
    await approved('T0POLICE', 'police');
    const verified = { team_id: 'T0POLICE', is_email_confirmed: true };
    slack.server.addUser({ id: 'U7HALE', ...verified, email: 'hale@example.org' });
    slack.server.addUser({ id: 'U7FALSE', ...verified, email: 'whitlock@example.org' });
    await writes('T0POLICE', 'U7HALE');
    await writes('T0POLICE', 'U7FALSE');
    expect(slack.server.messagesOf('U7HALE').at(-1)?.words).toContain('Write what happened');
    expect(slack.server.messagesOf('U7FALSE').at(-1)?.words).toContain('not registered');
  });
});
