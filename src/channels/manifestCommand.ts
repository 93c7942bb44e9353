import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildManifest } from './slack/buildManifest';
import { buildPackage, packageIds } from './teams/buildPackage';

/** `npm run manifests`: builds the Teams package with the configured ids, and the Slack manifest with the host. */
async function main(): Promise<number> {
  const configured = packageIds(process.env);
  if ('problems' in configured) {
    process.stderr.write(`${configured.problems.join('\n')}\n`);
    return 1;
  }
  const root = join(__dirname, '..', '..');
  const target = join(root, 'dist', 'manifests');
  const zip = await buildPackage({ folder: join(root, 'manifests', 'teams'), ids: configured.ids });
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'rollcall-teams.zip'), zip);
  process.stdout.write('dist/manifests/rollcall-teams.zip is ready to upload in the Teams admin centre.\n');
  const slack = await buildManifest({
    folder: join(root, 'manifests', 'slack'),
    host: configured.ids.publicHost,
  });
  await writeFile(join(target, 'slack-manifest.json'), slack);
  process.stdout.write('dist/manifests/slack-manifest.json is ready to paste where Slack makes an app.\n');
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `The package was not built: ${error instanceof Error ? error.message : 'unknown error'}\n`,
    );
    process.exitCode = 1;
  },
);
