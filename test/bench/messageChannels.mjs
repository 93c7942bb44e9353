import { randomBytes } from 'node:crypto';
import { tenant as slackTeam } from './seedDistrict.mjs';
import { startSlackStandIn } from './slackStandIn.mjs';
import { startTeamsStandIn } from './teamsStandIn.mjs';

/** What the measurements need to know of Slack: the service's environment, the yardstick, how messages are signed. */
export async function slackChannel() {
  const standIn = await startSlackStandIn();
  const secret = randomBytes(16).toString('hex');
  return {
    what: 'A signed Slack message',
    yardstick: 'bare Bolt',
    accounts: {
      platform: 'slack',
      tenant: slackTeam,
      userIdOf: (index) => `U0B${String(index).padStart(4, '0')}`,
    },
    service: '../../dist/main.js',
    bare: './bareBolt.mjs',
    env: { SLACK_SIGNING_SECRET: secret, SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_API_URL: standIn.apiUrl },
    path: '/slack/events',
    order: () => ({ platform: 'slack', secret, team: slackTeam }),
    posted: standIn.posted,
    stop: standIn.stop,
  };
}

/** The same of Teams. */
export async function teamsChannel() {
  const appId = '11111111-1111-4111-8111-111111111111';
  const tenant = '22222222-2222-4222-8222-222222222222';
  const standIn = await startTeamsStandIn({ appId });
  return {
    what: 'A Teams activity',
    yardstick: 'bare express',
    accounts: {
      platform: 'teams',
      tenant,
      userIdOf: (index) => `33333333-3333-4333-8333-${String(index).padStart(12, '0')}`,
    },
    service: './teamsService.mjs',
    bare: './bareExpress.mjs',
    env: {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: 'not-a-secret',
      MicrosoftAppTenantId: tenant,
      BENCH_TEAMS_AUTH: JSON.stringify(standIn.authOverrides),
    },
    path: '/api/messages',
    order: () => ({
      platform: 'teams',
      authorization: standIn.authorization(),
      appId,
      serviceUrl: standIn.serviceUrl,
      tenant,
    }),
    posted: standIn.posted,
    stop: standIn.stop,
  };
}
