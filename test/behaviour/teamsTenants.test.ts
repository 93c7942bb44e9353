import { type as typeCommand } from '../admin/typing';
import { withTestServer } from '../helpers/database';
import { textOf } from '../helpers/teams';
import { startTeamsService, type TeamsService } from '../helpers/teamsService';

const policeTenant = '22222222-bbbb-4222-8222-222222222222';
const strangeTenant = '33333333-cccc-4333-8333-333333333333';

withTestServer('several Teams tenants, and people who remove the bot', (db) => {
  let running: TeamsService;
  let server: TeamsService['server'];
  let activities: TeamsService['activities'];

  beforeAll(async () => {
    running = await startTeamsService(db, { alsoAllowed: policeTenant });
    ({ server, activities } = running);
    await db.prisma.scheme.update({ where: { id: 1 }, data: { linkByVerifiedEmail: true } });
  });
  afterAll(async () => {
    await running.stop();
  });

  const admin = (...argv: string[]) => typeCommand(db, ['--as', 'whitlock@example.org', ...argv]);
  const unreachable = async () => (await admin('people', 'unreachable')).lines.join('\n');
  const osei = () => activities.person({ aadObjectId: 'aad-osei', name: 'Ama Osei' });
  const policeperson = (aadObjectId: string, email: string) => {
    const person = activities.person({ aadObjectId, name: aadObjectId, tenant: policeTenant });
    server.addMember({ id: person.fromId, aadObjectId, email });
    return person;
  };
  let sent = 0;
  const later = () => {
    sent += 1;
    return { timestamp: new Date(running.clock.now().getTime() + sent).toISOString() };
  };
  const seenBy = (person: { conversation: string }) =>
    server.messagesOf(person.conversation).map(({ card }) => textOf(card));

  test('a tenant linked to the police has no coordinator of the council’s in it, whatever its directory says', async () => {
    await admin('tenant', 'link', '--platform', 'teams', '--tenant', policeTenant, '--agency', 'police');
    const hale = policeperson('aad-police-hale', 'hale@example.org');
    const pretender = policeperson('aad-police-other', 'whitlock@example.org');
    await hale.writes('help', later());
    await pretender.writes('help', later());
    await running.service.settled();
    expect(seenBy(hale).at(-1)).toContain('Write what happened');
    expect(seenBy(pretender).at(-1)).toContain('not registered');
  });

  test('a tenant nobody allowed is not listened to', async () => {
    const stranger = activities.person({ aadObjectId: 'aad-x', name: 'X', tenant: strangeTenant });
    expect(await stranger.writes('help')).toMatchObject({ status: 403 });
  });

  test('who removes the bot is listed as unreachable by number; an update of the app is no removal', async () => {
    await osei().writes('help', later());
    await osei().installs(later());
    await osei().writes('', {
      ...later(),
      activity: { type: 'installationUpdate', action: 'remove-upgrade' },
    });
    await running.service.settled();
    expect(await unreachable()).not.toContain('S-1:');
    await osei().removesBot(later());
    await running.service.settled();
    expect(await unreachable()).toMatch(/S-1: not on Teams since/);
  });

  test('who installs it again on the same day is reached again', async () => {
    await osei().installs(later());
    await running.service.settled();
    expect(await unreachable()).not.toContain('S-1:');
  });

  test('who blocked the bot is listed once a message is refused, and no more once they write', async () => {
    server.trouble({ status: 403, body: { error: { code: 'MessageWritesBlocked' } } });
    await osei().writes('help', later());
    await running.service.settled();
    expect(await unreachable()).toMatch(/S-1: not on Teams since/);
    await osei().writes('help', later());
    await running.service.settled();
    expect(await unreachable()).not.toContain('S-1:');
  });
});
