import { z } from 'zod';
import { readTokenKeys, type TokenKeys } from './domain/tokenKeys';

/**
 * The environment, read once. An empty variable counts as not set. The README lists the same variables in words.
 * @throws ConfigError with a sentence for each thing that is wrong; secrets never stand in it
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(set);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const config = toConfig(parsed.data);
  const problems = problemsOf(config, parsed.data);
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** What the service is told from outside. */
export interface Config {
  /** `practice`: the practice room with made-up people. `live`: real Slack or Teams. Never both on one database. */
  readonly mode: 'practice' | 'live';
  readonly port: number;
  /** Address to listen on; the practice room listens on this machine only. */
  readonly host: string;
  readonly logLevel: string;
  /** A PostgreSQL server; null: the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  /** The role that owns the tables; null: migrations are run beforehand, by `npm run migrate`. */
  readonly migrateDatabaseUrl: string | null;
  readonly dataFolder: string;
  /** Who may read `/metrics`; null: this machine only. */
  readonly metricsToken: string | null;
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
}

/** One workspace with its bot's token, or the app's credentials, with which workspaces install it themselves. */
export type SlackConfig = {
  readonly signingSecret: string | undefined;
  readonly appToken: string | undefined;
  readonly apiUrl: string | undefined;
} & ({ readonly botToken: string } | { readonly install: SlackInstallConfig });

export interface SlackInstallConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenKeys: TokenKeys;
}

export interface TeamsConfig {
  readonly appId: string;
  readonly appPassword: string;
  readonly appType: string;
  readonly appTenantId: string;
  readonly allowedTenants: readonly string[];
  readonly anonymous: boolean;
}

/** The environment is wrong; the message says what and how to mend it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** Said by whoever accepts that the embedded database makes no promise about a power cut. */
export const embeddedConsent = 'yes-records-may-be-lost';

const schema = z.object({
  /** Port to listen on. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  /** Address to listen on with real platforms. */
  HOST: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** PostgreSQL, as the application's role: reads and writes rows. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  /** PostgreSQL, as the role that owns tables and queues. */
  MIGRATE_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  /** Folder of the embedded database. */
  ROLLCALL_DATA: z.string().default('.rollcall'),
  /** Bearer token for `/metrics`. */
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, 'must have at least 16 letters, digits or signs of -._~+/=, and no spaces')
    .optional(),
  ALLOW_EMBEDDED_DATABASE: z.string().optional(),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  /** Socket Mode, for an office without a public address. */
  SLACK_APP_TOKEN: z.string().optional(),
  /** The app's own credentials: several workspaces install it from `/slack/install`. Instead of a bot token. */
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  /** Keys that encrypt the stored bot tokens, newest first: `id:base64` of 32 bytes, separated by commas. */
  SLACK_TOKEN_KEYS: z
    .string()
    .transform((written, context) => {
      const read = readTokenKeys(written);
      if (read.kind === 'keys') return read.keys;
      context.addIssue({ code: 'custom', message: read.sentence });
      return z.NEVER;
    })
    .optional(),
  /** Another address of Slack's API. */
  SLACK_API_URL: z.url().optional(),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI']).default('SingleTenant'),
  MicrosoftAppTenantId: z.string().optional(),
  /** Tenant ids, separated by commas, whose people the bot listens to. */
  TEAMS_ALLOWED_TENANTS: z.string().optional(),
  /** `local`: Microsoft's local test client, without tokens; practice database and this machine only. */
  TEAMS_ANONYMOUS: z.literal('local', { error: 'must be "local" or not set' }).optional(),
});
type Environment = z.infer<typeof schema>;

function toConfig(env: Environment): Config {
  const slack = toSlack(env);
  const mode = slack !== null || env.MicrosoftAppId !== undefined ? 'live' : 'practice';
  return {
    mode,
    port: env.PORT,
    host: mode === 'practice' ? '127.0.0.1' : (env.HOST ?? '0.0.0.0'),
    logLevel: env.LOG_LEVEL,
    databaseUrl: env.DATABASE_URL ?? null,
    migrateDatabaseUrl: env.MIGRATE_DATABASE_URL ?? null,
    dataFolder: env.ROLLCALL_DATA,
    metricsToken: env.METRICS_TOKEN ?? null,
    slack,
    teams: toTeams(env),
  };
}

function toSlack(env: Environment): SlackConfig | null {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_TOKEN_KEYS: tokenKeys } = env;
  const base = {
    signingSecret: env.SLACK_SIGNING_SECRET,
    appToken: env.SLACK_APP_TOKEN,
    apiUrl: env.SLACK_API_URL,
  };
  if (env.SLACK_BOT_TOKEN) return { ...base, botToken: env.SLACK_BOT_TOKEN };
  if (clientId === undefined || clientSecret === undefined || tokenKeys === undefined) return null;
  return { ...base, install: { clientId, clientSecret, tokenKeys } };
}

function toTeams(env: Environment): TeamsConfig | null {
  if (env.MicrosoftAppId === undefined && env.TEAMS_ANONYMOUS === undefined) return null;
  return {
    appId: env.MicrosoftAppId ?? '',
    appPassword: env.MicrosoftAppPassword ?? '',
    appType: env.MicrosoftAppType,
    appTenantId: env.MicrosoftAppTenantId ?? '',
    allowedTenants: (env.TEAMS_ALLOWED_TENANTS ?? '')
      .split(',')
      .map((tenant) => tenant.trim())
      .filter((tenant) => tenant !== ''),
    anonymous: env.TEAMS_ANONYMOUS === 'local',
  };
}

function slackProblems(slack: SlackConfig | null, env: Environment): string[] {
  const installing = {
    SLACK_CLIENT_ID: env.SLACK_CLIENT_ID,
    SLACK_CLIENT_SECRET: env.SLACK_CLIENT_SECRET,
    SLACK_TOKEN_KEYS: env.SLACK_TOKEN_KEYS,
  };
  const set = Object.entries(installing).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (slack === null && set.length > 0)
    return Object.keys(installing)
      .filter((name) => !set.includes(name))
      .map(
        (name) =>
          `${name} is missing. For several workspaces all three are needed: ${Object.keys(installing).join(', ')}.`,
      );
  if (slack === null)
    return env.SLACK_SIGNING_SECRET === undefined && env.SLACK_APP_TOKEN === undefined
      ? []
      : ['SLACK_BOT_TOKEN is missing. Slack needs it to answer, or SLACK_CLIENT_ID for several workspaces.'];
  if ('botToken' in slack && set.length > 0)
    return [
      `SLACK_BOT_TOKEN is for one workspace, ${set.join(' and ')} for several. Set one or the other: to go over, take SLACK_BOT_TOKEN away and install the app in its workspace again from /slack/install.`,
    ];
  if ('install' in slack && slack.signingSecret === undefined)
    return [
      'SLACK_SIGNING_SECRET is missing. Several workspaces come over HTTP: an installation needs a public address.',
    ];
  if ('install' in slack && slack.appToken !== undefined)
    return [
      'SLACK_APP_TOKEN is for one workspace in Socket Mode. Take it away: several workspaces come over HTTP.',
    ];
  return slack.signingSecret === undefined && slack.appToken === undefined
    ? ['SLACK_SIGNING_SECRET is missing. Set it, or SLACK_APP_TOKEN for Socket Mode.']
    : [];
}

function problemsOf(config: Config, env: Environment): string[] {
  const { teams } = config;
  const problems = slackProblems(config.slack, env);
  if (teams?.anonymous && config.mode === 'live')
    problems.push(
      'TEAMS_ANONYMOUS=local is for the practice database only. Take it away, or the platforms’ credentials.',
    );
  if (teams && !teams.anonymous && teams.appPassword === '' && teams.appType !== 'UserAssignedMSI')
    problems.push('MicrosoftAppPassword is missing. Set it, or MicrosoftAppType=UserAssignedMSI.');
  if (teams && !teams.anonymous && teams.allowedTenants.length === 0 && teams.appTenantId === '')
    problems.push('TEAMS_ALLOWED_TENANTS is missing. Name the tenants whose people the bot may listen to.');
  if (
    config.mode === 'live' &&
    config.databaseUrl === null &&
    env.ALLOW_EMBEDDED_DATABASE !== embeddedConsent
  )
    problems.push(
      `DATABASE_URL is missing. Real records belong on a PostgreSQL server: the embedded database makes no promise about a power cut. To use it all the same, set ALLOW_EMBEDDED_DATABASE=${embeddedConsent}.`,
    );
  return problems;
}
