import { type as typeCommand } from '../admin/typing';
import { withTestServer } from '../helpers/database';
import { type SlackService, startSlackService } from '../helpers/slackService';
import { startSlackWorkspaces } from './platforms/slackWorkspaces';

const team = 'T0ROLLCALL';
const elsewhere = 'T0ELSEWHERE';
const channel = 'C0SHARED';
const encounter = 'kai brown 14 costello at festival place just now, alone, no reason, advised';

withTestServer('a channel shared with another organisation, one workspace', (db) => {
  let running: SlackService;
  let server: SlackService['slack'];
  let slack: SlackService['requests'];

  beforeAll(async () => {
    running = await startSlackService(db);
    ({ slack: server, requests: slack } = running);
    await db.prisma.scheme.update({ where: { id: 1 }, data: { linkByVerifiedEmail: true } });
  });
  afterAll(async () => {
    await running.stop();
  });

  /** The token of a button that is Ama Osei's to press. */
  const saveToken = async () => {
    await slack.message({ user: 'U0OSEI', text: encounter }).send();
    await running.service.settled();
    const buttons = server.messagesOf('U0OSEI').flatMap((message) => message.buttons);
    const token = buttons.find(({ label }) => label === 'Save')?.token;
    if (token === undefined) throw new Error('no Save button');
    return token;
  };

  test('a press by somebody of another organisation is refused in a sentence only they see, and does nothing', async () => {
    const token = await saveToken();
    const press = slack.press({ user: 'U8VISITOR', userTeam: elsewhere, token, channel });
    expect((await press.send()).status).toBe(200);
    await server.until(() => server.ephemeralsOf('U8VISITOR').length > 0);
    expect(server.ephemeralsOf('U8VISITOR').map(({ channel: where, words }) => [where, words])).toEqual([
      [channel, expect.stringContaining('your account is not registered')],
    ]);
    expect(server.ephemeralsOf('U8VISITOR')[0]?.words).toContain('ask Dana Whitlock, 01632 960001');
    expect(await db.prisma.encounter.count()).toBe(0);
  });

  test('who has the user id of one of ours in another organisation is somebody else, however they ask', async () => {
    const token = await saveToken();
    const user = 'U0OSEI';
    await slack.command({ user, text: 'form' }).send();
    await server.until(() => server.viewsOf(user).length > 0);
    const [view = { id: 'none' }] = server.viewsOf(user);
    const drafts = await db.prisma.draft.count();
    server.reset();
    const theirs = { user, userTeam: elsewhere };
    await slack.press({ ...theirs, token, channel }).send();
    await slack.mention({ ...theirs, text: 'drafts', channel }).send();
    await slack.shortcut(theirs).send();
    const submitted = await slack.submit({ ...theirs, view, values: { givenName: 'Kai', age: 14 } }).send();
    const suggested = await slack.suggest({ ...theirs, actionId: 'search:schools', query: 'cost' }).send();
    await running.service.settled();
    await server.until(() => server.ephemeralsOf(user).length > 0 && server.callsOf('views.open').length > 0);
    expect(server.ephemeralsOf(user)[0]?.words).toContain('not registered');
    expect(submitted.text).toContain('not registered');
    expect(suggested.text).not.toContain('The Costello School');
    expect(await db.prisma.encounter.count()).toBe(0);
    expect(await db.prisma.draft.count()).toBe(drafts);
    expect(JSON.stringify(server.calls)).not.toMatch(/kai|brown|draft/i);
    const accounts = await db.pg('SELECT "staffId" FROM "Account" WHERE tenant = $1', [elsewhere]);
    expect(accounts.map(({ staffId }) => staffId)).toEqual(accounts.map(() => null));
  });

  test('the address in another organisation’s directory makes nobody one of ours', async () => {
    const address = { email: 'hale@example.org', is_email_confirmed: true };
    server.addUser({ id: 'U8FALSE', team_id: elsewhere, ...address });
    server.addUser({ id: 'U9HALE', team_id: team, ...address });
    await slack.mention({ user: 'U8FALSE', userTeam: elsewhere, text: 'help', channel }).send();
    await slack.mention({ user: 'U9HALE', text: 'help', channel }).send();
    await running.service.settled();
    expect(server.messagesOf('U8FALSE').at(-1)?.words).toContain('not registered');
    // The same address in our own workspace's directory does.
    expect(server.messagesOf('U9HALE').at(-1)?.words).toContain('Write what happened');
  });

  test('a registered person of another organisation acts as who they are', async () => {
    await db.pg(
      `INSERT INTO "Account" (id, platform, tenant, "userId", "staffId")
       VALUES (gen_random_uuid(), 'slack', $1, 'U8HALE', $2::uuid)`,
      [elsewhere, running.seeded.staffIds.hale],
    );
    await slack.mention({ user: 'U8HALE', userTeam: elsewhere, text: 'help', channel }).send();
    await running.service.settled();
    expect(server.messagesOf('U8HALE').at(-1)?.words).toContain('Write what happened');
  });
});

withTestServer('a channel shared with another organisation, several workspaces', (db) => {
  let slack: Awaited<ReturnType<typeof startSlackWorkspaces>>;
  beforeEach(async () => {
    slack = await startSlackWorkspaces(db);
    await slack.installs('T0COUNCIL');
    const approve = ['slack', 'approve', 'T0COUNCIL', '--agency', 'council'];
    await typeCommand(db, ['--as', 'whitlock@example.org', ...approve]);
    slack.server.reset();
  });
  afterEach(() => slack.stop());

  const registered = async (userId: string, tenant: string) => {
    const { id } = await db.prisma.staffMember.findUniqueOrThrow({ where: { email: 'hale@example.org' } });
    await db.prisma.account.create({ data: { platform: 'slack', tenant, userId, staffId: id } });
  };

  test('one of ours from a workspace that never installed the app is answered through the one that heard them', async () => {
    await registered('U8HALE', elsewhere);
    const said = { user: 'U8HALE', userTeam: elsewhere, channel };
    await slack
      .of('T0COUNCIL')
      .mention({ ...said, text: encounter })
      .send();
    await slack.service.settled();
    expect(slack.server.messagesOf('U8HALE').at(-1)?.words).toContain('Check and save');
    expect(slack.server.messagesIn(channel).at(-1)?.words).toMatch(/private chat/);
    expect(new Set(slack.tokens())).toEqual(new Set(['xoxb-council']));
  });

  test('nothing is sent to the people of a workspace that removed the app, through no other workspace either', async () => {
    await registered('U8HALE', 'T0POLICE');
    await slack.installs('T0POLICE');
    await slack.of('T0POLICE').event({ type: 'app_uninstalled' }).send();
    expect(await slack.stateOf('T0POLICE')).toBe('revoked');
    slack.server.reset();
    const said = { user: 'U8HALE', userTeam: 'T0POLICE', channel };
    await slack
      .of('T0COUNCIL')
      .mention({ ...said, text: 'help' })
      .send();
    await slack.service.settled();
    expect(slack.server.messagesOf('U8HALE')).toEqual([]);
  });

  test('a stranger’s press there is refused by the workspace whose message it is', async () => {
    const stranger = { user: 'U8VISITOR', userTeam: elsewhere };
    const press = slack.of('T0COUNCIL').press({ ...stranger, token: 'any', channel });
    expect((await press.send()).status).toBe(200);
    await slack.server.until(() => slack.server.ephemeralsOf('U8VISITOR').length > 0);
    expect(slack.server.ephemeralsOf('U8VISITOR')[0]?.words).toContain('not registered');
    expect(slack.server.callsOf('chat.postEphemeral')[0]?.token).toBe('xoxb-council');
  });

  test('what Slack sends in the name of a workspace that waits is heard, where the shared channel is an approved one’s', async () => {
    await slack.installs('T0POLICE');
    const mention = {
      type: 'app_mention',
      user: 'U0OSEI',
      user_team: 'T0COUNCIL',
      text: '<@U0BOTCOUNCIL> help',
      ts: '1795515000.000300',
      channel,
      event_ts: '1795515000.000300',
    };
    const body = (shared: boolean) => ({
      type: 'event_callback',
      team_id: 'T0COUNCIL',
      context_team_id: 'T0COUNCIL',
      is_ext_shared_channel: shared,
      authorizations: [{ team_id: 'T0POLICE', user_id: 'U0BOTPOLICE', is_bot: true }],
      event: mention,
    });
    await slack
      .of('T0POLICE')
      .raw({ json: body(false) })
      .send();
    await slack.service.settled();
    expect(slack.server.messagesOf('U0OSEI')).toEqual([]);
    await slack
      .of('T0POLICE')
      .raw({ json: body(true) })
      .send();
    await slack.service.settled();
    expect(slack.server.messagesOf('U0OSEI').at(-1)?.words).toContain('Write what happened');
  });
});
