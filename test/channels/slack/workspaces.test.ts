import { createDatabase, type Database } from '../../../src/data/client';
import { sealToken } from '../../../src/domain/sealedToken';
import { readTokenKeys } from '../../../src/domain/tokenKeys';
import { type BreakableWay, breakableWay } from '../../helpers/breakableWay';
import { withTestServer } from '../../helpers/database';
import { type SlackTrial, startSlackTrial } from '../../helpers/slackChannel';

const team = 'T0ROLLCALL';

withTestServer('while the database with the workspaces is away', (db) => {
  let slack: SlackTrial;
  let way: BreakableWay;
  let database: Database;
  beforeAll(async () => {
    const read = readTokenKeys(`k1:${Buffer.alloc(32, 1).toString('base64')}`);
    if (read.kind === 'wrong') throw new Error(read.sentence);
    await db.prisma.slackInstallation.create({
      data: {
        team,
        teamName: 'Made-up people',
        state: 'approved',
        botUserId: 'U0ROLLCALL',
        sealedToken: sealToken('xoxb-made-up', { team, keys: read.keys }),
        installedAt: new Date(),
      },
    });
    way = await breakableWay(db.url);
    database = createDatabase({ url: way.url });
    const install = { clientId: '1.2', clientSecret: 's', tokenKeys: read.keys, prisma: database.prisma };
    slack = await startSlackTrial({ install });
    await slack.requests.message({ user: 'U1', text: 'hello' }).send();
    expect(slack.port.received).toHaveLength(1);
    await way.break();
    slack.port.away = true;
  });
  afterAll(async () => {
    await slack.stop();
    await database.close();
  });

  it('who presses a button or sends a command is told that nothing is saved', async () => {
    await slack.requests.press({ user: 'U1', token: 'any', channel: 'C1' }).send();
    await slack.server.until(() => slack.server.ephemeralsOf('U1').length > 0);
    expect(slack.server.ephemeralsOf('U1')[0]?.words).toContain('Not saved yet');
    const { text } = await slack.requests.command({ user: 'U1', text: 'help' }).send();
    expect(text).toContain('Not saved yet');
  });

  it('a message is answered 503, so that Slack sends it again, also from a workspace not met before', async () => {
    expect((await slack.requests.message({ user: 'U1', text: 'kai 14' }).send()).status).toBe(503);
    const other = { type: 'event_callback', team_id: 'T0OTHER', event: { type: 'message', user: 'U1' } };
    expect((await slack.requests.raw({ json: other }).send()).status).toBe(503);
  });

  it('a removal of the app is answered 503, and comes again', async () => {
    expect((await slack.requests.event({ type: 'app_uninstalled' }).send()).status).toBe(503);
  });

  it('nothing is given up that was to be sent', async () => {
    const result = await slack.channel.sender.deliver({
      id: 'd-1',
      tenant: team,
      to: { kind: 'conversation', conversation: 'C1' },
      operation: 'post',
      card: { title: 'A card', summary: 'A card', blocks: [] },
    });
    expect(result).toMatchObject({ kind: 'retry' });
  });
});
