import { readFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm';
import { DatabaseError, Pool } from 'pg';
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
  const pool = new Pool({ connectionString: url, max: 1 });
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg(pool)));
  const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(folder),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
    await pool.end();
  }
}

/**
 * The adapter would cut a migration at every semicolon, those inside functions and comments too. Sent whole,
 * PostgreSQL reads it, and runs it in one transaction: a migration that fails leaves nothing behind.
 */
function wholeScripts(factory: PrismaPg): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        throw asAdapterError(error);
      }
    };
    return adapter;
  };
  return factory;
}

function asAdapterError(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { code = '', severity = 'ERROR', message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}

/** What is used of WebAssembly, which the library types of Node do not declare. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

/** The package expects a bundler to load its WebAssembly; on Node it is put together by hand. */
async function loadEngine(): Promise<typeof Engine> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = require.resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': withoutLingering(glue),
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

/**
 * The engine gives up waiting for its lock after ten seconds and never takes that timer back, which would keep a
 * command running for as long after its work is done. A timer that is not waited for does no harm.
 */
function withoutLingering(glue: object): object {
  const timers = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout'));
  const quiet = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref();
  return { ...glue, ...Object.fromEntries(timers.map((name) => [name, quiet])) };
}
