import { randomBytes } from 'node:crypto';
import type { TestDatabase } from '../../helpers/database';
import { installingBrowser } from '../../helpers/slackInstalling';
import { slackRequests } from '../../helpers/slackRequests';
import { startSlackServer } from '../../helpers/slackServer';
import { slackUserOf } from '../../helpers/slackService';
import { startForTest } from './startForTest';

const signingSecret = 'a signing secret for tests';

/** Of each made-up workspace: the bot's user and token there. */
export const workspaces = {
  T0COUNCIL: { botUser: 'U0BOTCOUNCIL', botToken: 'xoxb-council' },
  T0POLICE: { botUser: 'U0BOTPOLICE', botToken: 'xoxb-police' },
} as const;
export type Team = keyof typeof workspaces;

/** The service as several workspaces install it; the seeded staff are of T0COUNCIL, as U0OSEI and so on. */
export async function startSlackWorkspaces(db: TestDatabase) {
  await db.truncate();
  const server = await startSlackServer();
  const running = await startForTest({
    db,
    platform: 'slack',
    tenant: 'T0COUNCIL',
    userIdOf: slackUserOf,
    realTime: true,
    environment: {
      SLACK_CLIENT_ID: '12.34',
      SLACK_CLIENT_SECRET: 'a client secret for tests',
      SLACK_TOKEN_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: server.apiUrl,
    },
  });
  const { service, clock } = running;
  const from = (team: string, botUser = 'U0BOT') =>
    slackRequests({ signingSecret, team, botUser, baseUrl: service.url, clock: clock.now });
  let count = 0;
  const installs = async (team: Team) => {
    count += 1;
    const code = `code-${team}-${count}`;
    server.grant(code, { team, name: `The people of ${team}`, ...workspaces[team] });
    return installingBrowser(service.url).installs(code);
  };
  return {
    server,
    service,
    clock,
    logged: () => running.lines.join(''),
    /** Requests as Slack sends them for this workspace. */
    of: (team: Team) => from(team, workspaces[team].botUser),
    from,
    browser: () => installingBrowser(service.url),
    installs,
    /** With which tokens messages were posted, in order. */
    tokens: () => server.callsOf('chat.postMessage').map(({ token }) => token),
    stateOf: async (team: string) =>
      (await db.prisma.slackInstallation.findUnique({ where: { team } }))?.state ?? null,
    stop: async () => {
      await service.stop();
      await server.stop();
    },
  };
}
