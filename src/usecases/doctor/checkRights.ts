import { APPEND_ONLY_TABLES } from '../../data/roles';
import type { Transaction } from '../../data/unitOfWork';
import { type Finding, failed, ok, warning } from './finding';
import { sayFew } from './sayFew';

/** What the role of DATABASE_URL holds on one table. */
interface TableRights {
  readonly name: string;
  readonly reads: boolean;
  readonly inserts: boolean;
  readonly updates: boolean;
  readonly deletes: boolean;
  readonly truncates: boolean;
}

/**
 * Whether the service's role may do what it needs and nothing that breaks a promise: it owns no table, and can't change
 * or remove a row of the audit.
 * @param input.strict real records: a role that could do too much is a failure, no warning
 */
export async function checkRights(tx: Transaction, input: { strict: boolean }): Promise<readonly Finding[]> {
  const tables = await readTables(tx);
  const ownership = await checkOwnership(tx, input.strict);
  const findings = [
    ...ownership,
    // An owner holds every right on what it owns: that is said already.
    ...(ownership.length > 0 ? [] : checkAppendOnly(tables)),
    ...(await checkNeeded(tx, tables)),
  ];
  return findings.length > 0
    ? findings
    : [ok(`The database role has what it needs on all ${tables.length} tables, and can’t change the audit.`)];
}

async function readTables(tx: Transaction): Promise<readonly TableRights[]> {
  return tx.$queryRaw<TableRights[]>`
    SELECT CASE n.nspname WHEN 'public' THEN c.relname::text ELSE n.nspname || '.' || c.relname END AS name,
      has_table_privilege(c.oid, 'SELECT') AS reads, has_table_privilege(c.oid, 'INSERT') AS inserts,
      has_any_column_privilege(c.oid, 'UPDATE') AS updates, has_table_privilege(c.oid, 'DELETE') AS deletes,
      has_table_privilege(c.oid, 'TRUNCATE') AS truncates
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') ORDER BY 1`;
}

async function checkOwnership(tx: Transaction, strict: boolean): Promise<readonly Finding[]> {
  const [row] = await tx.$queryRaw<{ superuser: boolean; owner: boolean }[]>`
    SELECT r.rolsuper AS superuser, EXISTS (
      SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p')
        AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owner
    FROM pg_roles r WHERE r.rolname = current_user`;
  if (row === undefined || !(row.superuser || row.owner)) return [];
  const found = row.superuser
    ? 'The role of DATABASE_URL is a superuser: nothing keeps it from changing the audit.'
    : 'The role of DATABASE_URL owns the tables: it could take the audit’s protection away.';
  const toDo =
    'Make a role of its own for the service (see the README), name it in DATABASE_URL and the owner in MIGRATE_DATABASE_URL, then run npm run migrate.';
  return [strict ? failed(found, toDo) : warning(found, toDo)];
}

function checkAppendOnly(tables: readonly TableRights[]): readonly Finding[] {
  const changeable = tables
    .filter(({ name }) => APPEND_ONLY_TABLES.includes(name))
    .filter(({ updates, deletes, truncates }) => updates || deletes || truncates)
    .map(({ name }) => name);
  return changeable.length === 0
    ? []
    : [
        failed(
          `The role of DATABASE_URL may change or remove rows of ${sayFew(changeable)}.`,
          'Run npm run migrate as the owner of the tables: it takes these rights back. Then npm run admin -- audit verify.',
        ),
      ];
}

async function checkNeeded(tx: Transaction, tables: readonly TableRights[]): Promise<readonly Finding[]> {
  const others = await tx.$queryRaw<{ name: string; usable: boolean }[]>`
    SELECT 'schema ' || nspname AS name, has_schema_privilege(oid, 'USAGE') AS usable
    FROM pg_namespace WHERE nspname IN ('public', 'pgboss')
    UNION ALL SELECT 'numbers of ' || c.relname, has_sequence_privilege(c.oid, 'USAGE')
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'pgboss') AND c.relkind = 'S'`;
  const lacking = [
    ...tables.flatMap((table) => {
      const said = lacks(table);
      return said === '' ? [] : [`${table.name}${said}`];
    }),
    ...others.filter(({ usable }) => !usable).map(({ name }) => name),
  ];
  return lacking.length === 0
    ? []
    : [
        failed(
          `The role of DATABASE_URL lacks rights on ${sayFew(lacking)}.`,
          'Run npm run migrate as the owner of the tables, with DATABASE_URL set: it gives the role of DATABASE_URL what it needs.',
        ),
      ];
}

/** What the service can't do with a table and must: ` (read, insert)`; empty where nothing lacks. */
function lacks({ name, reads, inserts, updates, deletes }: TableRights): string {
  const isOnlyRead = name === '_prisma_migrations';
  const isChanged = !isOnlyRead && !APPEND_ONLY_TABLES.includes(name);
  const lacking = [
    ...(reads ? [] : ['read']),
    ...(inserts || isOnlyRead ? [] : ['insert']),
    ...(updates || !isChanged ? [] : ['update']),
    ...(deletes || !isChanged ? [] : ['delete']),
  ];
  return lacking.length === 0 ? '' : ` (${lacking.join(', ')})`;
}
