import { startForTest } from '../behaviour/platforms/startForTest';
import type { TestDatabase } from './database';
import type { PersonName } from './seedScheme';
import { type SlackRequests, slackRequests } from './slackRequests';
import { type SlackMessageSeen, type SlackServer, startSlackServer } from './slackServer';

/** The user id of somebody in the stood-in workspace. */
export const slackUserOf = (name: PersonName | 'stranger') => `U0${name.toUpperCase()}`;

/** The whole service on Slack, with a stand-in for its Web API. */
export interface SlackService extends Awaited<ReturnType<typeof startForTest>> {
  readonly slack: SlackServer;
  /** Signed requests, by the service's clock. */
  readonly requests: SlackRequests;
  /** What its configuration was read from. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts it on a seeded database.
 * @param options.url where the service reaches the database
 */
export async function startSlackService(
  db: TestDatabase,
  options: { url?: string; withDay?: boolean; everyMinute?: boolean } = {},
): Promise<SlackService> {
  const { url = db.url, withDay, everyMinute } = options;
  const signingSecret = 'a signing secret for tests';
  const team = 'T0ROLLCALL';
  const slack = await startSlackServer({ team });
  const environment = {
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  const running = await startForTest({
    db: { ...db, url },
    platform: 'slack',
    tenant: team,
    userIdOf: slackUserOf,
    realTime: true,
    environment,
    ...(withDay !== undefined && { withDay }),
    ...(everyMinute !== undefined && { everyMinute }),
  });
  const { service, clock } = running;
  return {
    ...running,
    slack,
    requests: slackRequests({ signingSecret, team, baseUrl: service.url, clock: clock.now }),
    environment,
    stop: async () => {
      await service.stop();
      await slack.stop();
    },
  };
}

/** The newest button with this label among messages, with the message it stands on. @throws where there is none */
export function newestButton(
  messages: readonly SlackMessageSeen[],
  label: string,
): { readonly token: string; readonly messageTs: string } {
  for (const message of [...messages].reverse()) {
    const found = message.buttons.find((button) => button.label === label);
    if (found !== undefined) return { token: found.token, messageTs: message.ts };
  }
  throw new Error(`No button "${label}" in:\n${messages.map(({ words }) => words).join('\n---\n')}`);
}
