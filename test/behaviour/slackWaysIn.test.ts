import { readConfig } from '../../src/config';
import { withTestServer } from '../helpers/database';
import { newestButton, type SlackService, startSlackService } from '../helpers/slackService';

withTestServer('the other ways in on Slack', (db) => {
  let running: SlackService;
  let server: SlackService['slack'];
  let slack: SlackService['requests'];

  beforeAll(async () => {
    running = await startSlackService(db);
    ({ slack: server, requests: slack } = running);
    expect(readConfig({ ...running.environment, DATABASE_URL: db.url }).mode).toBe('live');
  });
  afterAll(async () => {
    await running.stop();
  });

  const last = () => server.messagesOf('U0OSEI').at(-1)?.words ?? '';

  test('/rollcall with an encounter shows the check card in the private chat, and nothing in the channel', async () => {
    const { json, status } = await slack
      .command({
        user: 'U0OSEI',
        text: 'kai brown 14 costello at festival place just now, alone, no reason, advised',
        channel: 'C0SHARED',
      })
      .send();
    await running.service.settled();
    expect(status).toBe(200);
    expect(JSON.stringify(json)).not.toMatch(/kai|brown/i);
    expect(last()).toContain('Check and save: 1 child');
    expect(server.messagesIn('C0SHARED')).toEqual([]);
  });

  test('/rollcall form and the shortcut open the form at once', async () => {
    await slack.command({ user: 'U0OSEI', text: 'form' }).send();
    await slack.shortcut({ user: 'U0OSEI' }).send();
    await server.until(() => server.viewsOf('U0OSEI').length === 2);
    expect(server.callsOf('views.open')).toHaveLength(2);
  });

  test('the form suggests schools while one types, to people who are registered', async () => {
    const ask = async (user: string) =>
      JSON.stringify((await slack.suggest({ user, actionId: 'search:schools', query: 'cost' }).send()).json);
    expect(await ask('U0OSEI')).toContain('The Costello School');
    expect(await ask('U0STRANGER')).not.toContain('The Costello School');
  });

  test('Home says what waits, names no child, and leads to the drafts', async () => {
    await slack.homeOpened({ user: 'U0OSEI' }).send();
    await running.service.settled();
    const home = server.homeOf('U0OSEI');
    expect(home?.words).toContain('1 draft is not saved yet.');
    expect(home?.words).not.toMatch(/kai|brown/i);
    const drafts = home?.buttons.find((button) => button.label === 'My drafts');
    await slack.press({ user: 'U0OSEI', token: drafts?.token ?? '', onHome: true }).send();
    await running.service.settled();
    expect(last()).toContain('1 draft is not saved');
  });

  test('a press, a command and a form by somebody nobody registered get one sentence and do nothing', async () => {
    const drafts = server.homeOf('U0OSEI')?.buttons[0];
    const before = await db.prisma.draft.count();
    const command = await slack
      .command({ user: 'U0STRANGER', text: 'kai brown 14 costello at festival place' })
      .send();
    expect(command.text).toContain('ask Dana Whitlock, 01632 960001');
    await slack.press({ user: 'U0STRANGER', token: drafts?.token ?? '', messageTs: '1.1' }).send();
    await running.service.settled();
    expect(await db.prisma.draft.count()).toBe(before);
    expect(server.viewsOf('U0STRANGER')).toEqual([]);
  });

  test('somebody else’s button is refused with a sentence', async () => {
    const token = server
      .messagesOf('U0OSEI')
      .flatMap((message) => message.buttons)
      .find((button) => button.label === 'Throw away')?.token;
    await slack.press({ user: 'U0MARSH', token: token ?? '', messageTs: '1.1' }).send();
    await running.service.settled();
    expect(server.messagesOf('U0MARSH').at(-1)?.words).toContain('made for somebody else');
    expect(await db.prisma.draft.count({ where: { state: 'open' } })).toBe(1);
  });

  test.each(['wrong', 'missing', 'stale', 'future'] as const)(
    'a %s signature is refused',
    async (signature) => {
      const before = await db.prisma.inboundEvent.count();
      const { status } = await slack.message({ user: 'U0OSEI', text: 'help' }).send({ signature });
      expect(status).toBe(401);
      expect(await db.prisma.inboundEvent.count()).toBe(before);
    },
  );

  test('a post that names a child is answered in the channel without any detail, goes on in private, and is counted', async () => {
    const said = { user: 'U0OSEI', channel: 'C0SHARED' };
    const post = slack.channelPost({
      ...said,
      text: 'Leila Haddad 13 everest, at the malls just now, alone, no reason, advised',
    });
    await post.send();
    await post.send();
    await running.service.settled();
    const words = server.messagesIn('C0SHARED').map((message) => message.words);
    expect(words).toEqual([
      'I’ve taken this to our private chat. Please delete your message here: others can read it.',
    ]);
    expect(last()).toContain('Leila Haddad');
    expect(await db.prisma.channelSlip.findMany()).toMatchObject([
      { mentioned: false, conversation: 'C0SHARED' },
    ]);
    expect(
      JSON.stringify(await db.prisma.channelSlip.findMany({ select: { conversation: true } })),
    ).not.toMatch(/leila|haddad/i);
  });

  test('a post that is only overheard records no hand-over and amends no draft', async () => {
    const officer = { user: 'U0OSEI', channel: 'C0SHARED' };
    await slack
      .message({
        user: officer.user,
        text: 'kai brown 14 costello, festival place just now, walking him back',
      })
      .send();
    await running.service.settled();
    const check = newestButton(server.messagesOf(officer.user), 'Save');
    await slack.press({ user: officer.user, ...check }).send();
    await slack.message({ user: officer.user, text: 'jayden pike 12 at eastrop park just now' }).send();
    await running.service.settled();
    const draftsBefore = await db.prisma.draft.findMany({ orderBy: { createdAt: 'asc' } });
    for (const text of ['Kai Brown 14 handed over to his nan', 'Jayden Pike 13 everest'])
      await slack.channelPost({ ...officer, text }).send();
    await running.service.settled();
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({
      underWay: true,
      handedOverTo: null,
    });
    const draftsAfter = await db.prisma.draft.findMany({ orderBy: { createdAt: 'asc' } });
    expect(draftsAfter.slice(0, draftsBefore.length)).toEqual(draftsBefore);
  });

  test('other posts without a mention are never answered, and not kept', async () => {
    const before = await db.prisma.inboundEvent.count();
    for (const text of [
      'morning all',
      'who has the van keys?',
      'met two lads at the malls, no names',
      'help',
    ])
      await slack.channelPost({ user: 'U0OSEI', channel: 'C0OTHER', text }).send();
    await slack
      .channelPost({
        user: 'U0STRANGER',
        channel: 'C0OTHER',
        text: 'Leila Haddad 13 everest, malls just now, advised',
      })
      .send();
    await running.service.settled();
    expect(server.messagesIn('C0OTHER')).toEqual([]);
    expect((await db.prisma.inboundEvent.count()) - before).toBe(1);
    expect(
      (
        await db.pg<{ payload: string }>(
          'SELECT payload::text AS payload FROM "InboundEvent" ORDER BY id DESC LIMIT 1',
        )
      )[0]?.payload,
    ).not.toMatch(/leila/i);
  });
});
