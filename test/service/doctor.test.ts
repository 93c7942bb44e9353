import manifest from '../../manifests/slack/manifest.json';
import { checkSettings } from '../../src/service/checkSettings';
import { withTestServer } from '../helpers/database';
import { runSource } from '../helpers/runSource';
import { type SlackServer, startSlackServer } from '../helpers/slackServer';

/** Runs it as `npm run admin -- doctor` does. */
const runDoctor = (env: Readonly<Record<string, string>>) =>
  runSource('service/adminCommand.ts', env, ['doctor']);

withTestServer('npm run admin -- doctor', (db) => {
  let slack: SlackServer;
  beforeAll(async () => {
    slack = await startSlackServer();
    slack.grantScopes(manifest.oauth_config.scopes.bot);
  });
  afterAll(() => slack.stop());

  const environment = () => ({
    DATABASE_URL: db.appUrl ?? '',
    SLACK_BOT_TOKEN: 'xoxb-made-up',
    SLACK_SIGNING_SECRET: 'made-up',
    SLACK_API_URL: slack.apiUrl,
  });

  test('looks over settings, database and Slack, also before there is a scheme', async () => {
    const { code, output } = await runDoctor(environment());
    expect(code).toBe(1);
    expect(output.match(/^FAILED .*$/gm)).toEqual(['FAILED   There is no scheme yet.']);
    expect(output).toContain('ok       The settings can be read: they are for Slack.');
    expect(output).toMatch(/^ok {7}Slack \(127\.0\.0\.1:\d+\) answers and knows the bot’s token/m);
  });

  test('a database that is away is named without its password; an address that can’t be read, not at all', async () => {
    const away = await runDoctor({ ...environment(), DATABASE_URL: 'postgresql://r:secret@127.0.0.1:1/x' });
    expect(away.code).toBe(1);
    expect(away.output).toMatch(
      /^FAILED {3}The database \(127\.0\.0\.1:1\) can’t be reached: nothing accepts/m,
    );
    const unreadable = await runDoctor({ ...environment(), DATABASE_URL: 'postgresql://r:se#cret@host/x' });
    expect(unreadable.code).toBe(1);
    expect(unreadable.output).toMatch(/^FAILED {3}DATABASE_URL can’t be read as an address\./m);
    for (const { output } of [away, unreadable]) {
      expect(output).toContain('knows the bot’s token');
      expect(output).not.toMatch(/secret|se#|cret@|made-up/);
    }
  });
});

describe('the doctor reads the settings', () => {
  const levels = (environment: Record<string, string>) =>
    checkSettings(environment).findings.map(({ level, found }) => `${level} ${found}`);
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };

  test('what keeps the service from starting is FAILED, with what to do', () => {
    const { config, findings } = checkSettings({ SLACK_BOT_TOKEN: 'xoxb-1', DATABASE_URL: 'postgres://h/d' });
    expect(config).toBeNull();
    expect(findings).toEqual([
      {
        level: 'FAILED',
        found: 'SLACK_SIGNING_SECRET is missing.',
        toDo: 'Set it, or SLACK_APP_TOKEN for Socket Mode.',
      },
    ]);
  });

  test('real platforms on the embedded database are FAILED, and a warning where somebody accepted it', () => {
    expect(levels(slack)).toEqual(['FAILED DATABASE_URL is missing.']);
    expect(levels({ ...slack, ALLOW_EMBEDDED_DATABASE: 'yes-records-may-be-lost' })).toEqual([
      'ok The settings can be read: they are for Slack.',
      expect.stringMatching(/^warning Real platforms use the embedded database/),
    ]);
  });

  test('a variable that is set but empty is named', () => {
    expect(
      levels({ ...slack, DATABASE_URL: 'postgres://h/d', SLACK_APP_TOKEN: '', METRICS_TOKEN: '', PATH: '' }),
    ).toEqual([
      'ok The settings can be read: they are for Slack.',
      'warning Set, but empty, which counts as not set: METRICS_TOKEN, SLACK_APP_TOKEN.',
    ]);
  });
});
