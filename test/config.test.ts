import { ConfigError, embeddedConsent, readConfig } from '../src/config';

const database = { DATABASE_URL: 'postgresql://app@localhost/rollcall' };
const slack = { SLACK_BOT_TOKEN: 'xoxb-secret-one', SLACK_SIGNING_SECRET: 'secret-two' };
const teams = {
  MicrosoftAppId: 'app',
  MicrosoftAppPassword: 'secret-three',
  TEAMS_ALLOWED_TENANTS: 't1, t2',
};

function problems(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no problem';
}

test('without any variable it is the practice room, on this machine only', () => {
  expect(readConfig({ HOST: '0.0.0.0' })).toMatchObject({
    mode: 'practice',
    host: '127.0.0.1',
    port: 3978,
    databaseUrl: null,
  });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: '' })).toMatchObject({ mode: 'practice', port: 3978 });
});

test('with a platform’s credentials it is live', () => {
  expect(readConfig({ ...slack, ...database }).mode).toBe('live');
  expect(readConfig({ ...teams, ...database }).teams).toMatchObject({
    allowedTenants: ['t1', 't2'],
    anonymous: false,
  });
});

const keys = { old: Buffer.alloc(32, 1).toString('base64'), young: Buffer.alloc(32, 2).toString('base64') };
const install = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'secret-four',
  SLACK_TOKEN_KEYS: `k2:${keys.young}, k1:${keys.old}`,
  SLACK_SIGNING_SECRET: 'secret-two',
};

test('with the app’s own credentials several workspaces may install it, the newest key first', () => {
  const config = readConfig({ ...install, ...database });
  expect(config.mode).toBe('live');
  const tokenKeys = config.slack !== null && 'install' in config.slack ? config.slack.install.tokenKeys : [];
  expect(tokenKeys.map(({ id }) => id)).toEqual(['k2', 'k1']);
});

test.each([
  ['a secret', { SLACK_CLIENT_SECRET: '' }, 'SLACK_CLIENT_SECRET is missing'],
  ['keys', { SLACK_TOKEN_KEYS: '' }, 'SLACK_TOKEN_KEYS is missing'],
  ['a signing secret', { SLACK_SIGNING_SECRET: '' }, 'SLACK_SIGNING_SECRET is missing'],
])('several workspaces without %s: does not start', (_words, change, sentence) => {
  expect(problems({ ...install, ...database, ...change })).toContain(sentence);
});

test.each([
  ['a bot token as well', { SLACK_BOT_TOKEN: 'xoxb-secret-one' }, 'Set one or the other'],
  ['Socket Mode', { SLACK_APP_TOKEN: 'xapp-secret' }, 'Take it away'],
  ['a key that is too short', { SLACK_TOKEN_KEYS: 'k1:c2VjcmV0LWZpdmU=' }, 'Key 1'],
  ['a key without an id', { SLACK_TOKEN_KEYS: `k1:${keys.old},${keys.young}` }, 'Key 2'],
  ['two keys of one id', { SLACK_TOKEN_KEYS: `k1:${keys.old},k1:${keys.young}` }, 'Key 2'],
])('several workspaces with %s: does not start, and no secret is shown', (_words, change, sentence) => {
  const said = problems({ ...install, ...database, ...change });
  expect(said).toContain(sentence);
  expect(said).not.toMatch(/secret-|c2VjcmV0|AQEBAQ|AgICAg/);
});

test.each([
  ['real platforms without a server', slack, 'DATABASE_URL is missing'],
  [
    'Slack without a way to check requests',
    { SLACK_BOT_TOKEN: 'x', ...database },
    'SLACK_SIGNING_SECRET is missing',
  ],
  ['a signing secret alone', { SLACK_SIGNING_SECRET: 'x' }, 'SLACK_BOT_TOKEN is missing'],
  [
    'Teams without a password',
    { MicrosoftAppId: 'x', TEAMS_ALLOWED_TENANTS: 't', ...database },
    'MicrosoftAppPassword is missing',
  ],
  [
    'Teams without tenants',
    { MicrosoftAppId: 'x', MicrosoftAppPassword: 'y', ...database },
    'TEAMS_ALLOWED_TENANTS is missing',
  ],
  [
    'anonymous Teams beside real credentials',
    { ...slack, ...database, TEAMS_ANONYMOUS: 'local' },
    'practice database only',
  ],
  ['anonymous Teams misspelt', { TEAMS_ANONYMOUS: 'yes' }, 'TEAMS_ANONYMOUS'],
  ['a token for the metrics that can be guessed', { METRICS_TOKEN: 'short' }, 'at least 16'],
  ['a token that no header can carry', { METRICS_TOKEN: 'made up, with blanks' }, 'METRICS_TOKEN'],
  ['a database that is none', { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
])('%s: does not start, and says what to do', (_words, environment, sentence) => {
  expect(problems(environment)).toContain(sentence);
});

test('the embedded database takes real records only where somebody has accepted it', () => {
  expect(readConfig({ ...slack, ALLOW_EMBEDDED_DATABASE: embeddedConsent }).mode).toBe('live');
  expect(problems({ ...slack, ALLOW_EMBEDDED_DATABASE: 'yes' })).toContain(embeddedConsent);
});

test('the metrics are for this machine only, unless they have a token', () => {
  expect(readConfig({}).metricsToken).toBeNull();
  expect(readConfig({ METRICS_TOKEN: 'made-up-token-for-tests' }).metricsToken).toBe(
    'made-up-token-for-tests',
  );
});

test('no problem names a secret', () => {
  expect(problems({ ...slack, ...teams, PORT: 'abc', METRICS_TOKEN: 'secret-four' })).not.toMatch(/secret-/);
});
