import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** What is put into the template. */
export interface PackageIds {
  /** The Teams app's own id, a GUID. */
  readonly teamsAppId: string;
  /** The bot's id (`MicrosoftAppId`), a GUID. */
  readonly botId: string;
  /** Whether it asks each team's owner to let it read the channels' posts (`TEAMS_READ_CHANNELS=yes`). */
  readonly readsChannels: boolean;
  /** The host name under which Teams reaches Rollcall, without scheme and path. */
  readonly publicHost: string;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

/**
 * Reads the ids from the environment: `MicrosoftAppId`, `TEAMS_APP_ID` (left out: the bot's id), `PUBLIC_HOST` and
 * `TEAMS_READ_CHANNELS`.
 * @returns the ids, or a sentence for each one that is missing or wrong
 */
export function packageIds(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly ids: PackageIds } | { readonly problems: readonly string[] } {
  const botId = environment.MicrosoftAppId ?? '';
  const teamsAppId = environment.TEAMS_APP_ID || botId;
  const publicHost = environment.PUBLIC_HOST ?? '';
  const readsChannels = environment.TEAMS_READ_CHANNELS === 'yes';
  const problems = [
    guid.test(botId)
      ? null
      : 'MicrosoftAppId is missing or no GUID. It stands on the Azure Bot’s page, under Configuration.',
    guid.test(teamsAppId) || !environment.TEAMS_APP_ID
      ? null
      : 'TEAMS_APP_ID is no GUID. Leave it out to use the bot’s id.',
    hostName.test(publicHost)
      ? null
      : 'PUBLIC_HOST is missing or no host name. Give the name under which Teams reaches Rollcall, like rollcall.example.org.',
  ].filter((problem) => problem !== null);
  return problems.length > 0 ? { problems } : { ids: { teamsAppId, botId, readsChannels, publicHost } };
}

/** The app package: the filled-in manifest and both icons at the zip's root, as Teams wants them. */
export async function buildPackage(input: { folder: string; ids: PackageIds }): Promise<Uint8Array> {
  const { folder, ids } = input;
  const template = await readFile(join(folder, 'manifest.json'), 'utf8');
  const manifest = template
    .replaceAll('{{TEAMS_APP_ID}}', ids.teamsAppId)
    .replaceAll('{{MicrosoftAppId}}', ids.botId)
    .replaceAll('{{PUBLIC_HOST}}', ids.publicHost);
  const left = /\{\{.*?\}\}/.exec(manifest)?.[0];
  if (left) throw new Error(`manifest.json has a placeholder nobody fills in: ${left}`);
  return zipSync({
    'manifest.json': Buffer.from(ids.readsChannels ? askToRead(manifest, ids.botId) : manifest, 'utf8'),
    'color.png': await readFile(join(folder, 'color.png')),
    'outline.png': await readFile(join(folder, 'outline.png')),
  });
}

/** The manifest with Microsoft's resource-specific permission to read the posts of the channels it is added to. */
function askToRead(manifest: string, botId: string): string {
  return JSON.stringify(
    {
      ...JSON.parse(manifest),
      webApplicationInfo: { id: botId, resource: 'https://notapplicable' },
      authorization: {
        permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] },
      },
    },
    null,
    2,
  );
}
