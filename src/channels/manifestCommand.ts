import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPackage, packageIds } from './teams/buildPackage';

/** `npm run manifests`: builds dist/manifests/rollcall-teams.zip with the configured ids. */
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
