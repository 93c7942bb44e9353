import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { buildPackage, packageIds } from '../../../src/channels/teams/buildPackage';

const root = join(__dirname, '..', '..', '..');
const folder = join(root, 'manifests', 'teams');
const botId = '11111111-1111-4111-8111-111111111111';
const teamsAppId = '44444444-4444-4444-8444-444444444444';
const environment = { MicrosoftAppId: botId, PUBLIC_HOST: 'rollcall.example.org' };

async function built(more: Record<string, string> = {}) {
  const configured = packageIds({ ...environment, ...more });
  if ('problems' in configured) throw new Error(configured.problems.join(' '));
  const files = unzipSync(await buildPackage({ folder, ids: configured.ids }));
  return { files, manifest: JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) };
}

/** Microsoft's newest schema; it is of draft 4, of which it uses nothing that has changed since. */
function schemaErrors(manifest: unknown): unknown {
  const folders = join(root, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
  const { $schema: _, ...schema } = JSON.parse(
    readFileSync(join(folders, 'v1.30/MicrosoftTeams.schema.json'), 'utf8'),
  );
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return validate(manifest) ? null : validate.errors;
}

/** Width, height and colour type in a PNG's header. */
function pngHeader(bytes: Uint8Array | undefined) {
  const header = Buffer.from(bytes ?? []);
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20), colour: header[25] };
}

describe('the Teams app package', () => {
  test('is what Microsoft’s schema 1.30 asks for', async () => {
    const { manifest } = await built();
    expect(schemaErrors(manifest)).toBeNull();
    expect(schemaErrors({ ...manifest, permissions: ['identityy'] })).not.toBeNull();
  });

  test('holds the manifest and both icons, in their sizes, and nothing else', async () => {
    const { files, manifest } = await built();
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(manifest.icons).toEqual({ color: 'color.png', outline: 'outline.png' });
    expect(pngHeader(files['color.png'])).toMatchObject({ width: 192, height: 192 });
    const withAlpha = 6;
    expect(pngHeader(files['outline.png'])).toEqual({ width: 32, height: 32, colour: withAlpha });
  });

  test('asks to read the posts of channels only where it is told to', async () => {
    expect((await built()).manifest).not.toHaveProperty('authorization');
    const { manifest } = await built({ TEAMS_READ_CHANNELS: 'yes' });
    expect(manifest.authorization.permissions.resourceSpecific).toEqual([
      { name: 'ChannelMessage.Read.Group', type: 'Application' },
    ]);
    expect(manifest.webApplicationInfo.id).toBe(botId);
    expect(schemaErrors(manifest)).toBeNull();
  });

  test('carries the configured ids', async () => {
    const { manifest } = await built({ TEAMS_APP_ID: teamsAppId });
    expect(manifest.id).toBe(teamsAppId);
    expect(manifest.bots[0].botId).toBe(botId);
    expect(manifest.validDomains).toEqual(['rollcall.example.org']);
    expect((await built()).manifest.id).toBe(botId);
  });

  test('asks for the private chat and channels, takes files, and offers at most 12 commands a list', async () => {
    const { manifest } = await built();
    const [bot] = manifest.bots;
    expect(bot).toMatchObject({ scopes: ['personal', 'team'], supportsFiles: true });
    for (const list of bot.commandLists) expect(list.commands.length).toBeLessThanOrEqual(12);
    expect(manifest.authorization).toBeUndefined();
    expect(manifest.webApplicationInfo).toBeUndefined();
  });

  test.each([
    [{ MicrosoftAppId: '' }, 'MicrosoftAppId is missing'],
    [{ MicrosoftAppId: 'rollcall' }, 'MicrosoftAppId is missing or no GUID'],
    [{ TEAMS_APP_ID: 'rollcall' }, 'TEAMS_APP_ID is no GUID'],
    [{ PUBLIC_HOST: '' }, 'PUBLIC_HOST is missing'],
    [{ PUBLIC_HOST: 'https://rollcall.example.org' }, 'PUBLIC_HOST is missing or no host name'],
    [{ PUBLIC_HOST: 'a.org", "x": "' }, 'PUBLIC_HOST is missing or no host name'],
  ])('is not built with %j, and says why', (wrong, sentence) => {
    const configured = packageIds({ ...environment, ...wrong });
    expect('problems' in configured && configured.problems.join(' ')).toContain(sentence);
  });

  test('every permission in the manifest is explained beside it', async () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const { manifest } = await built();
    for (const scope of manifest.bots[0].scopes) expect(readme).toContain(`scope \`${scope}\``);
    for (const word of ['supportsFiles', 'validDomains', 'command lists']) expect(readme).toContain(word);
  });
});
