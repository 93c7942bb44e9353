// Prisma's schema engine as WebAssembly, for what needs no database: the difference between two schemas.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** SQL that leads from one schema's text to another's; from nothing when `from` is undefined. Empty when they agree. */
export async function diffSchemas({ from, to }) {
  const engine = await loadEngine();
  const file = (content) => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] });
  const instance = await engine.SchemaEngine.new(
    { datamodels: [['schema.prisma', to]] },
    () => undefined,
    noDatabase,
  );
  const { stdout } = await instance.diff({
    from: from === undefined ? { tag: 'empty' } : file(from),
    to: file(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = stdout ?? '';
  return sql.includes('This is an empty migration') ? '' : sql;
}

async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const main = require.resolve('@prisma/schema-engine-wasm');
  const bytes = readFileSync(main.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

/** The engine opens a connection before anything else, and asks the server's version once. */
const ok = (value) => ({ ok: true, value });
const columnType = { int32: 0, boolean: 5, text: 7 };
const connection = {
  provider: 'postgres',
  adapterName: 'none',
  errorRegistry: { consumeError: () => undefined },
  queryRaw: async ({ sql }) => {
    if (!sql.includes('server_version_num'))
      throw new Error(`Comparing schemas asks no database, but wanted: ${sql}`);
    return ok({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [columnType.boolean, columnType.text, columnType.int32],
      rows: [[true, 'PostgreSQL 17.0', 170000]],
    });
  },
  getConnectionInfo: () => ok({ supportsRelationJoins: true }),
  dispose: async () => ok(undefined),
};
const noDatabase = {
  provider: 'postgres',
  adapterName: 'none',
  errorRegistry: connection.errorRegistry,
  connect: async () => ok(connection),
  connectToShadowDb: async () => ok(connection),
};
