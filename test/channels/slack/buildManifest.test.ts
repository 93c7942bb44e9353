import { buildManifest } from '../../../src/channels/slack/buildManifest';

test('the Slack manifest comes with the service’s own host, and is valid JSON', async () => {
  const manifest = await buildManifest({ folder: 'manifests/slack', host: 'rollcall.hants.example' });
  expect(manifest).not.toContain('rollcall.example.org');
  expect(JSON.parse(manifest).settings.event_subscriptions.request_url).toBe(
    'https://rollcall.hants.example/slack/events',
  );
});
