import { startForTest } from '../behaviour/platforms/startForTest';
import type { TestDatabase } from './database';
import type { PersonName } from './seedScheme';
import { type SlackRequests, slackRequests } from './slackRequests';
import { type SlackMessageSeen, type SlackServer, startSlackServer } from './slackServer';

/** The user id of somebody in the stood-in workspace. */
export const slackUserOf = (name: PersonName) => `U0${name.toUpperCase()}`;

/** The whole service on Slack, for tests of what goes wrong: nothing is asserted of what comes back. */
export interface SlackService {
  readonly slack: SlackServer;
  readonly requests: SlackRequests;
  readonly logLines: readonly string[];
  /** Moves the service's clock, and that of the requests, on. */
  later(minutes: number): void;
  settled(): Promise<void>;
  /** The newest button with this label in the person's private chat. @throws where there is none */
  button(user: string, label: string): { readonly token: string; readonly messageTs: string };
  stop(): Promise<void>;
}

/** Starts it on a seeded database, which the service reaches at `url`. */
export async function startSlackService(db: TestDatabase, url: string): Promise<SlackService> {
  const signingSecret = 'a signing secret for tests';
  const team = 'T0ROLLCALL';
  const slack = await startSlackServer({ team });
  const { service, clock, lines } = await startForTest({
    db: { ...db, url },
    platform: 'slack',
    tenant: team,
    userIdOf: slackUserOf,
    realTime: true,
    environment: {
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
    },
  });
  return {
    slack,
    requests: slackRequests({ signingSecret, team, baseUrl: service.url, clock: clock.now }),
    logLines: lines,
    later: clock.later,
    settled: service.settled,
    button: (user, label) => buttonIn(slack.messagesOf(user), label),
    stop: async () => {
      await service.stop();
      await slack.stop();
    },
  };
}

function buttonIn(messages: readonly SlackMessageSeen[], label: string) {
  for (const message of [...messages].reverse()) {
    const found = message.buttons.find((button) => button.label === label);
    if (found !== undefined) return { token: found.token, messageTs: message.ts };
  }
  throw new Error(`No button "${label}" in:\n${messages.map(({ words }) => words).join('\n---\n')}`);
}
