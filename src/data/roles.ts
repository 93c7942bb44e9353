import type { Client } from 'pg';

/** The roles of a PostgreSQL server that work on the records; tables belong to the one who migrates. */
export interface DatabaseRoles {
  /** The service's: reads and writes rows, changes no tables. */
  readonly application?: string | undefined;
  /** The retention job's: may also empty what was approved. */
  readonly retention?: string | undefined;
}

/** Rows only ever added: no role but the owner is even allowed to try; a trigger refuses the owner too. */
export const APPEND_ONLY_TABLES = ['AuditEvent', 'AuditSeal'];

/**
 * Grants each role what it needs and takes back what it must not have, over all tables there are now. Can be
 * repeated. A role that is itself the one migrating (a one-role database) is left as it is.
 * @returns the roles that were granted
 * @throws when a role does not exist: creating roles and their passwords is the server's administrator's work
 */
export async function grantRoles(client: Client, roles: DatabaseRoles): Promise<readonly string[]> {
  const wanted = [roles.application, roles.retention].filter((role) => role !== undefined);
  const self = await client.query<{ name: string }>('SELECT current_user AS name');
  const others = [...new Set(wanted)].filter((role) => role !== self.rows[0]?.name);
  for (const role of others) {
    await requireRole(client, role);
    await grantRows(client, role);
  }
  return others;
}

/** The role that a database address names; undefined when it names none. */
export function roleOfAddress(url: string): string | undefined {
  const user = decodeURIComponent(new URL(url).username);
  return user === '' ? undefined : user;
}

async function requireRole(client: Client, role: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (found.rowCount === 1) return;
  throw new Error(
    `There is no role ${role} on this server. Create it first: CREATE ROLE "${role}" LOGIN PASSWORD '...';`,
  );
}

async function grantRows(client: Client, role: string): Promise<void> {
  const to = client.escapeIdentifier(role);
  const appendOnly = APPEND_ONLY_TABLES.map((table) => client.escapeIdentifier(table)).join(', ');
  await client.query(`
    GRANT USAGE ON SCHEMA public, pgboss TO ${to};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${to};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${to};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public, pgboss TO ${to};
    REVOKE UPDATE, DELETE, TRUNCATE ON ${appendOnly} FROM ${to};
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${to};
  `);
}
