import type { DoctorIo } from '../admin/adminIo';
import { checkSlack } from '../channels/slack/checkSlack';
import { checkTeams } from '../channels/teams/checkTeams';
import { type Finding, failed, warning } from '../usecases/doctor/finding';
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
      const asked = await Promise.all([
        slack === null ? [] : checkSlack({ settings: slack, links, clock, timeoutMs }).catch(broken('Slack')),
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
