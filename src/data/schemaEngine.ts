import { readFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm';
import { readMigrations } from './readMigrations';

/**
 * Applies what is missing of the migrations in `folder`, through Prisma's schema engine in WebAssembly, which needs
 * no native binary. It records them in `_prisma_migrations`, as `prisma migrate deploy` does.
 * @returns the names applied now, in order
 * @throws when a migration fails or an earlier one was left half done; the message names it
 */
export async function applyMigrations({
  url,
  folder,
}: {
  url: string;
  folder: string;
}): Promise<readonly string[]> {
  const engineModule = await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url, max: 1 }));
  const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(folder),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

interface EngineExports extends WebAssembly.Exports {
  readonly __wbindgen_start: () => void;
}

/** The package expects a bundler to load its WebAssembly; on Node it is put together by hand. */
async function loadEngine(): Promise<typeof Engine> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = require.resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue as never });
  const exports = instance.exports as EngineExports;
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return glue;
}
