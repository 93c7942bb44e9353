import { existsSync, readFileSync } from 'node:fs';
import { readConfig } from '../../src/config';
import { type ComposeService, fillIn, readCompose, readEnvExample, variablesOf } from '../helpers/compose';

const { services, networks, volumes } = readCompose();
const ours = { migrate: services.migrate, rollcall: services.rollcall, admin: services.admin };
const SECRET = /PASSWORD|SECRET|TOKEN/i;

const secretsOf = (service: ComposeService) =>
  Object.values(service.environment)
    .flatMap(variablesOf)
    .filter((name) => SECRET.test(name))
    .sort();

/** The service's configuration where everything in compose.env is filled in, but for what is given. */
function configOf(given: Readonly<Record<string, string>>) {
  const madeUp = Object.entries(readEnvExample()).map(([name, value]) => [name, value || `made-up-${name}`]);
  const variables = { ...Object.fromEntries(madeUp), ...given };
  const environment = Object.entries(services.rollcall.environment).map(
    ([name, value]) => [name, fillIn(value, variables)] as const,
  );
  return readConfig(Object.fromEntries(environment));
}

describe('one machine by compose.yaml', () => {
  test.each(Object.entries(ours))('%s can change nothing in its own container but /tmp', (_name, service) => {
    expect(service.read_only).toBe(true);
    expect(service.tmpfs?.map((mount) => mount.split(':')[0])).toEqual(['/tmp']);
    expect(service.volumes).toBeUndefined();
  });

  test.each(Object.entries(ours))('%s has no right beyond that of its user', (_name, service) => {
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.cap_add).toBeUndefined();
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.user).toBeUndefined();
    expect(service.privileged).toBeUndefined();
  });

  test('each container gets only the secrets that are its own', () => {
    expect(secretsOf(services.migrate)).toEqual(['ROLLCALL_OWNER_PASSWORD']);
    expect(secretsOf(services.admin)).toEqual(['ROLLCALL_APP_PASSWORD']);
    expect(secretsOf(services.rollcall)).toEqual([
      'METRICS_TOKEN',
      'MicrosoftAppPassword',
      'ROLLCALL_APP_PASSWORD',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
      'SLACK_CLIENT_SECRET',
      'SLACK_SIGNING_SECRET',
      'SLACK_TOKEN_KEYS',
    ]);
  });

  test('no secret is written down: each comes from compose.env, which git leaves out', () => {
    for (const service of Object.values(services))
      for (const [name, value] of Object.entries(service.environment)) {
        if (SECRET.test(name)) expect(value).toMatch(/^\$\{\w+:[-?][^}]*\}$/);
        const [, password] = /^postgresql:\/\/\w+:([^@]*)@/.exec(value) ?? [];
        if (password !== undefined) expect(password).toMatch(/^\$\{\w+\}$/);
      }
    const example = Object.entries(readEnvExample());
    expect(example.filter(([name, value]) => SECRET.test(name) && value !== '')).toEqual([]);
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('*.env');
  });

  test('a password of the database that was forgotten stops everything, and says what to do', () => {
    for (const value of Object.values(services.database.environment))
      expect(value).toMatch(/:\?is missing\. Fill in compose\.env/);
  });

  test('compose.env.example names every variable, and none that is not used', () => {
    const used = new Set(variablesOf(readFileSync('compose.yaml', 'utf8')));
    expect(Object.keys(readEnvExample()).sort()).toEqual([...used].sort());
  });

  test('what is filled in reaches the service, which works as the role that owns nothing', () => {
    const config = configOf({ SLACK_CLIENT_ID: '', SLACK_CLIENT_SECRET: '', SLACK_TOKEN_KEYS: '' });
    expect(config).toMatchObject({
      mode: 'live',
      port: 3978,
      host: '0.0.0.0',
      databaseUrl: 'postgresql://rollcall_app:made-up-ROLLCALL_APP_PASSWORD@database:5432/rollcall',
      migrateDatabaseUrl: null,
      metricsToken: 'made-up-METRICS_TOKEN',
      slack: {
        botToken: 'made-up-SLACK_BOT_TOKEN',
        signingSecret: 'made-up-SLACK_SIGNING_SECRET',
        appToken: 'made-up-SLACK_APP_TOKEN',
      },
      teams: {
        appId: 'made-up-MicrosoftAppId',
        appPassword: 'made-up-MicrosoftAppPassword',
        appTenantId: 'made-up-MicrosoftAppTenantId',
        allowedTenants: ['made-up-TEAMS_ALLOWED_TENANTS'],
      },
    });
  });

  test('so do the credentials with which several workspaces install it, instead of one bot’s token', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    expect(
      configOf({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_TOKEN_KEYS: `k1:${key}` }).slack,
    ).toMatchObject({
      install: { clientId: 'made-up-SLACK_CLIENT_ID', clientSecret: 'made-up-SLACK_CLIENT_SECRET' },
    });
  });

  test('every program that a container starts is one that is built', () => {
    const started = Object.values(ours)
      .flatMap(({ entrypoint = [], command = [] }) => [...entrypoint, ...command])
      .filter((word) => word.startsWith('dist/'));
    expect(started).toHaveLength(2);
    for (const program of started)
      expect(existsSync(program.replace(/^dist/, 'src').replace(/\.js$/, '.ts'))).toBe(true);
  });

  test('the tables are brought up to date, once, before the service or a command starts', () => {
    expect(services.migrate.command).toEqual(['node', 'dist/data/migrateCommand.js']);
    expect(services.migrate.restart).toBe('no');
    expect(services.migrate.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    for (const service of [services.rollcall, services.admin])
      expect(service.depends_on?.migrate).toEqual({ condition: 'service_completed_successfully' });
  });

  test('the service and its database come back by themselves, and have time to finish before they end', () => {
    for (const service of [services.rollcall, services.database]) {
      expect(service.restart).toBe('unless-stopped');
      expect(service.stop_grace_period).toMatch(/^\d+m$/);
    }
  });

  test('the records are on a volume where this PostgreSQL keeps them, and outlive the container', () => {
    const version = Number(/^postgres:(\d+)/.exec(services.database.image)?.[1]);
    expect(version).toBeGreaterThanOrEqual(18);
    expect(services.database.volumes).toContain('database:/var/lib/postgresql');
    expect(Object.keys(volumes)).toContain('database');
  });

  test('the database is reached by the service alone, the service through this machine alone', () => {
    expect(services.database.ports).toBeUndefined();
    expect(services.database.networks).toEqual(['records']);
    expect(networks.records?.internal).toBe(true);
    expect(services.rollcall.ports).toHaveLength(1);
    expect(services.rollcall.ports?.[0]).toMatch(/^127\.0\.0\.1:.*:3978$/);
    expect(services.migrate.ports ?? services.admin.ports).toBeUndefined();
  });

  test('the service’s health is asked for as the image says, the database’s by its own program', () => {
    expect(services.rollcall.healthcheck).toBeUndefined();
    expect(services.database.healthcheck?.test?.slice(0, 2)).toEqual(['CMD', 'pg_isready']);
  });
});
