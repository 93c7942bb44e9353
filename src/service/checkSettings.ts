import { type Config, ConfigError, embeddedConsent, readConfig } from '../config';
import { type Finding, failed, ok, warning } from '../usecases/doctor/finding';
import { sayFew } from '../usecases/doctor/sayFew';

export interface SettingsChecked {
  /** Null where the environment is wrong: the service does not start with it. */
  readonly config: Config | null;
  readonly findings: readonly Finding[];
}

/** Every variable of the README's list that people set. */
const variables =
  /^(PORT|HOST|LOG_LEVEL|(MIGRATE_)?DATABASE_URL|RETENTION_DATABASE_ROLE|ROLLCALL_DATA|ALLOW_EMBEDDED_DATABASE|METRICS_TOKEN|SLACK_\w+|MicrosoftApp\w+|TEAMS_\w+)$/;

/** The environment as the service would read it. Values are never shown. */
export function checkSettings(environment: Readonly<Record<string, string | undefined>>): SettingsChecked {
  const empty = Object.keys(environment).filter((name) => variables.test(name) && environment[name] === '');
  const more = [
    ...(empty.length === 0
      ? []
      : [
          warning(
            `Set, but empty, which counts as not set: ${sayFew(empty.sort())}.`,
            'Give each its value, or take it away.',
          ),
        ]),
    ...['DATABASE_URL', 'MIGRATE_DATABASE_URL'].flatMap((name) => checkAddress(name, environment[name])),
  ];
  try {
    const config = readConfig(environment);
    return { config, findings: [...checkConfig(config), ...more] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { config: null, findings: [...error.problems.map(asFinding), ...more] };
  }
}

function checkConfig(config: Config): readonly Finding[] {
  const platforms = [...(config.slack ? ['Slack'] : []), ...(config.teams ? ['Teams'] : [])];
  const use = config.mode === 'live' ? platforms.join(' and ') : 'the practice room';
  return [
    ok(`The settings can be read: they are for ${use}.`),
    ...(config.mode === 'live' && config.databaseUrl === null
      ? [
          warning(
            `Real platforms use the embedded database (ALLOW_EMBEDDED_DATABASE=${embeddedConsent}): records may be lost in a power cut.`,
            'Set DATABASE_URL to a PostgreSQL server before the first real day.',
          ),
        ]
      : []),
  ];
}

/** A password with signs that mean something in an address makes one that nothing can read. */
function checkAddress(name: string, written: string | undefined): readonly Finding[] {
  if (!written || URL.canParse(written)) return [];
  return [
    failed(
      `${name} can’t be read as an address.`,
      'Write it as postgresql://role:password@host:5432/database, with # / ? @ % : in the password written as %23 %2F %3F %40 %25 %3A.',
    ),
  ];
}

/** The first sentence says what is wrong; the others, what to do. */
function asFinding(problem: string): Finding {
  const [found = problem, ...toDo] = problem.split(/(?<=\.) /);
  return failed(
    found,
    toDo.length > 0 ? toDo.join(' ') : 'Put it right in the environment: the README lists every variable.',
  );
}
