import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../manifests/slack/manifest.json';
import { slackPath } from '../../../src/channels/slack/httpReceiver';
import { redirectPath } from '../../../src/channels/slack/install/pages';
import { commandName } from '../../../src/channels/slack/receive/receiveCommands';
import { subscribedEvents } from '../../../src/channels/slack/receive/receiveEvents';
import { shortcutCallbackId } from '../../../src/channels/slack/receive/receiveShortcuts';
import { botScopes } from '../../../src/channels/slack/scopeUses';

const root = join(__dirname, '../../..');
const readme = readFileSync(join(root, 'manifests/slack/README.md'), 'utf8');
const sources = join(root, 'src/channels/slack');
const code = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(sources, name), 'utf8'))
  .join('\n');

/** From the reference of each method and event at docs.slack.dev. */
const scopesOfMethods: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'users.info': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
};
const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  tokens_revoked: [],
};
const { bot: scopes } = manifest.oauth_config.scopes;
const { bot_events: events } = manifest.settings.event_subscriptions;

function sorted(list: Iterable<string>): string[] {
  return [...new Set(list)].sort();
}

describe('the Slack manifest', () => {
  it('asks for the scopes that what it does needs, and for no other', () => {
    const called = sorted(
      [...code.matchAll(/client\.([a-z]+\.[a-zA-Z]+)\(/g)].flatMap(([, name]) => name ?? []),
    );
    expect(called).toEqual(sorted(Object.keys(scopesOfMethods)));
    const needed = [
      ...called.flatMap((name) => scopesOfMethods[name] ?? []),
      ...events.flatMap((name) => scopesOfEvents[name] ?? []),
      'commands',
    ];
    expect(sorted(scopes)).toEqual(sorted(needed));
  });

  it('is what workspaces that install it themselves are asked for, and where Slack sends them back', () => {
    expect(sorted(botScopes)).toEqual(sorted(scopes));
    expect(manifest.oauth_config.redirect_urls.map((address) => new URL(address).pathname)).toEqual([
      redirectPath,
    ]);
  });

  it('subscribes to every event the code listens to, and to no other', () => {
    const listened = sorted([...code.matchAll(/app\.event\('([a-z_]+)'/g)].flatMap(([, name]) => name ?? []));
    expect(sorted(events)).toEqual(sorted(subscribedEvents));
    expect(sorted(events.map((name) => name.split('.')[0] ?? ''))).toEqual(listened);
  });

  it.each(scopes)('explains the scope %s in the README', (scope) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${scope}\` +\\| \\S.{20,} \\|$`, 'm'));
  });

  it.each(events)('explains the event %s in the README', (event) => {
    expect(readme).toMatch(new RegExp(`^\\| [^|]*\`${event}\`[^|]* \\| \\S.{20,} \\|$`, 'm'));
  });

  it('names the command and the shortcut as the code does', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([commandName]);
    expect(manifest.features.shortcuts.map(({ callback_id: id }) => id)).toEqual([shortcutCallbackId]);
  });

  it('lets people write to the bot', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('sends everything to the one address served', () => {
    const addresses = [
      manifest.settings.event_subscriptions.request_url,
      manifest.settings.interactivity.request_url,
      manifest.settings.interactivity.message_menu_options_url,
      ...manifest.features.slash_commands.map(({ url }) => url),
    ];
    expect(addresses.map((address) => new URL(address).pathname)).toEqual(addresses.map(() => slackPath));
  });

  it('keeps the lengths Slack allows', () => {
    const { name, description, long_description: long } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long.length).toBeGreaterThanOrEqual(175);
    expect(long.length).toBeLessThanOrEqual(4000);
    expect(manifest.features.shortcuts.every((one) => one.name.length <= 24)).toBe(true);
    expect(manifest.features.shortcuts.every((one) => one.description.length <= 150)).toBe(true);
  });

  it('comes with a square picture of 512 pixels', () => {
    const icon = readFileSync(join(root, 'manifests/slack/icon.png'));
    expect(icon.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([512, 512]);
  });
});
