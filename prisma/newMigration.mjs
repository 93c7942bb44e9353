// node prisma/newMigration.mjs NAME: writes prisma/migrations/<stamp>_<name>/migration.sql, the way from the schema
// as it was at the last migration (prisma/migrations/last-schema.prisma) to prisma/schema.prisma. No database needed.
// The first migration also takes the hand-written SQL of prisma/extras; later ones are edited by hand where
// Prisma's language does not reach (triggers, functions, trigram indexes).
// --check instead of a name writes nothing, and fails if the schema is ahead of the migrations.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diffSchemas } from './schemaEngine.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const name = process.argv[2];
const isCheck = name === '--check';
if (name === undefined || (!isCheck && !/^[a-z0-9_]+$/.test(name))) {
  process.stderr.write(
    'Name the migration in lower case and underscores: node prisma/newMigration.mjs add_school_phase\n',
  );
  process.exit(2);
}

const lastSchema = `${folder}migrations/last-schema.prisma`;
const isFirst = !existsSync(lastSchema);
const to = readFileSync(`${folder}schema.prisma`, 'utf8');
const change = await diffSchemas({ ...(isFirst ? {} : { from: readFileSync(lastSchema, 'utf8') }), to });
if (isCheck) {
  if (change === '') process.exit(0);
  process.stderr.write(
    `prisma/schema.prisma is ahead of the migrations. Run node prisma/newMigration.mjs NAME:\n${change}`,
  );
  process.exit(1);
}
if (change === '') {
  process.stdout.write('The schema has not changed since the last migration: nothing written.\n');
  process.exit(0);
}

const extras = (position) =>
  readdirSync(`${folder}extras`)
    .filter((file) => file.endsWith(`${position}.sql`))
    .sort()
    .map((file) => readFileSync(`${folder}extras/${file}`, 'utf8'));
const parts = isFirst ? [...extras('-before'), change, ...extras('-after')] : [change];

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const target = `${folder}migrations/${stamp}_${name}`;
mkdirSync(target, { recursive: true });
writeFileSync(`${target}/migration.sql`, `${parts.map((part) => part.trim()).join('\n\n')}\n`);
writeFileSync(`${folder}migrations/migration_lock.toml`, 'provider = "postgresql"\n');
writeFileSync(lastSchema, to);
process.stdout.write(`Wrote prisma/migrations/${stamp}_${name}/migration.sql\n`);
