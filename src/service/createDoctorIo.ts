import type { DoctorIo } from '../admin/adminIo';
import { checkSlack } from '../channels/slack/checkSlack';
import { checkTeams } from '../channels/teams/checkTeams';
import type { SlackConfig } from '../config';
import { type Finding, failed, ok, warning } from '../usecases/doctor/finding';
import { checkSettings } from './checkSettings';

const timeoutMs = 10_000;

/** What the doctor of the command line is told from outside its room: the environment, and the platforms' answers. */
export function createDoctorIo(input: {
  environment: Readonly<Record<string, string | undefined>>;
  dataFolder: string;
  clock: () => Date;
}): DoctorIo {
  const { environment, dataFolder, clock } = input;
  const { config, findings } = checkSettings(environment);
  return {
    settings: findings,
    mode: config?.mode ?? null,
    database: placeOf(environment.DATABASE_URL || undefined, dataFolder),
    timeoutMs,
    askPlatforms: async (links) => {
      if (config === null)
        return [
          warning(
            'Slack and Teams were not asked, since the settings are wrong.',
            'Put right what FAILED above, then run doctor again.',
          ),
        ];
      const { slack, teams } = config;
      // Workspaces that install the app themselves have a token each, which only the service can read.
      const askSlack = async (settings: SlackConfig): Promise<readonly Finding[]> =>
        'install' in settings
          ? [ok('Slack: each workspace installs the app itself; slack list shows which count.')]
          : checkSlack({ settings, links, clock, timeoutMs });
      const asked = await Promise.all([
        slack === null ? [] : askSlack(slack).catch(broken('Slack')),
        teams === null ? [] : checkTeams({ settings: teams, timeoutMs }).catch(broken('Teams')),
      ]);
      return asked.flat();
    },
  };
}

function placeOf(url: string | undefined, dataFolder: string): DoctorIo['database'] {
  if (url === undefined) return { kind: 'embedded', place: `the embedded one in ${dataFolder}` };
  if (!URL.canParse(url)) return { kind: 'server', place: 'of DATABASE_URL' };
  const { hostname, port, searchParams } = new URL(url);
  return { kind: 'server', place: `${searchParams.get('host') ?? hostname}:${port || '5432'}` };
}

/** A fault of the check itself hides nothing of the others. */
function broken(platform: string): (error: unknown) => readonly Finding[] {
  return (error) => [
    failed(
      `${platform} could not be checked (${error instanceof Error ? error.name : 'unknown error'}).`,
      'Run doctor again. If it stays so, it is a fault of Rollcall’s own.',
    ),
  ];
}
