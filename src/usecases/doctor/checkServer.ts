import type { Probed } from '../../data/probeDatabase';
import { type Finding, failed, ok } from './finding';
import { whyNotReached } from './whyNotReached';

const oldestVersion = 150_000;

const refusals: Readonly<Record<string, { readonly why: string; readonly toDo: string }>> = {
  '28P01': {
    why: 'refuses the role or its password',
    toDo: 'Check both in DATABASE_URL. Special characters of a password are written as %40 and the like. A role that is missing: CREATE ROLE … LOGIN PASSWORD (see the README).',
  },
  '28000': {
    why: 'does not let this role in: it does not exist, or pg_hba.conf does not allow it from here',
    toDo: 'Make the role (see the README), or allow it in pg_hba.conf.',
  },
  '3D000': {
    why: 'has no database of this name',
    toDo: 'Check the name in DATABASE_URL, or make it: CREATE DATABASE … OWNER … (see the README).',
  },
  '42501': {
    why: 'does not let this role connect to the database',
    toDo: 'As its owner: GRANT CONNECT ON DATABASE … TO the role of DATABASE_URL.',
  },
  '53300': {
    why: 'has no connection free',
    toDo: 'Raise max_connections, or end what holds connections. An instance of Rollcall takes about 20.',
  },
  '57P03': { why: 'is just starting', toDo: 'Wait a minute and run doctor again.' },
  NO_TLS: {
    why: 'speaks without encryption, which the address asks for',
    toDo: 'Turn ssl on at the server, or take sslmode out of DATABASE_URL where the network is safe.',
  },
};

/** Whether the database answers, which one it is, and whether it is new enough. */
export function checkServer(input: { place: string; probed: Probed }): Finding {
  const { place, probed } = input;
  if (probed.kind === 'away') {
    const refusal = refusals[probed.code];
    if (refusal !== undefined) return failed(`The database (${place}) ${refusal.why}.`, refusal.toDo);
    const { why, toDo } = whyNotReached(probed.code);
    return failed(`The database (${place}) can’t be reached: ${why}.`, toDo);
  }
  const { version, versionNumber, role, database } = probed;
  const found = `The database answers: PostgreSQL ${version}, ${place}, database ${database}, as role ${role}.`;
  return versionNumber < oldestVersion
    ? failed(found, 'Rollcall needs PostgreSQL 15 or later: update the server, or name another.')
    : ok(found);
}
