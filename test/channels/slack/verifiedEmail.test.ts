import { type SlackTrial, startSlackTrial } from '../../helpers/slackChannel';

let slack: SlackTrial;
beforeAll(async () => {
  slack = await startSlackTrial();
});
afterAll(() => slack.stop());

const emailOf = (userId: string, tenant = 'T0ROLLCALL') =>
  slack.channel.verifiedEmail({ platform: 'slack', tenant, userId });
const confirmed = { email: 'sam.okafor@example.org', is_email_confirmed: true };

describe('the e-mail address Slack vouches for', () => {
  it('is that of a person of the workspace, once confirmed', async () => {
    slack.server.addUser({ id: 'U1', ...confirmed });
    expect(await emailOf('U1')).toBe('sam.okafor@example.org');
  });

  it.each([
    ['not confirmed', { is_email_confirmed: false }],
    ['of a bot', { is_bot: true }],
    ['of someone who left', { deleted: true }],
    ['of a stranger in a shared channel', { is_stranger: true }],
    ['of another workspace', { team_id: 'T0OTHER' }],
  ])('is none where it is %s', async (_, change) => {
    slack.server.addUser({ id: 'U2', ...confirmed, ...change });
    expect(await emailOf('U2')).toBeNull();
  });

  it('is none for people of another organisation, whatever its directory confirms', async () => {
    slack.server.addUser({ id: 'U3', ...confirmed, team_id: 'T0OTHER' });
    expect(await emailOf('U3', 'T0OTHER')).toBeNull();
  });

  it('is none where Slack does not know the person or does not answer', async () => {
    expect(await emailOf('U404')).toBeNull();
    slack.server.failNext({ status: 500 }, 'users.info');
    expect(await emailOf('U1')).toBeNull();
  });
});
