// A migrated embedded database to copy, kept between runs: making one takes 4 seconds, copying it 50 milliseconds.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runSource } from './runSource.mjs';

const { root, work } = createRequire(import.meta.url)('./paths.cjs');

/** The folder of the template that fits the migrations as they are now. */
export async function embeddedTemplate() {
  const name = `embedded-${fingerprint()}`;
  const target = join(work, name);
  if (existsSync(target)) return target;
  await mkdir(work, { recursive: true });
  for (const older of await readdir(work)) {
    if (older.startsWith('embedded-')) await rm(join(work, older), { recursive: true, force: true });
  }
  const draft = await mkdtemp(join(work, 'making-'));
  try {
    await runSource({ file: join(root, 'test', 'setup', 'makeEmbeddedTemplate.ts'), args: [draft] });
    // Another run may have been quicker: then its template is as good.
    await rename(draft, target).catch(() => undefined);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

function fingerprint() {
  const migrations = join(root, 'prisma', 'migrations');
  const files = readdirSync(migrations, { recursive: true })
    .filter((file) => String(file).endsWith('.sql'))
    .map((file) => join(migrations, String(file)));
  const others = ['migrate.ts', 'queues.ts', 'roles.ts', 'embeddedProcess.ts'].map((file) =>
    join(root, 'src', 'data', file),
  );
  const hash = createHash('sha256');
  for (const file of [...files.sort(), ...others, join(root, 'node_modules', '.package-lock.json')]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
