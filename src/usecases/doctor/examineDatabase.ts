import type { PrismaClient } from '../../data/generated/client';
import { adapterCause } from '../../data/isDatabaseAway';
import type { Probed } from '../../data/probeDatabase';
import { checkAuditTriggers } from './checkAuditTriggers';
import { checkChannelLinks } from './checkChannelLinks';
import { checkClock } from './checkClock';
import { checkMigrations } from './checkMigrations';
import { checkOutgoing } from './checkOutgoing';
import { checkPeople } from './checkPeople';
import { checkRights } from './checkRights';
import { checkScheme } from './checkScheme';
import { checkSealing } from './checkSealing';
import { type Finding, failed, ok } from './finding';

export interface DatabaseExamined {
  readonly probed: Extract<Probed, { kind: 'answers' }>;
  readonly kind: 'embedded' | 'server';
  /** What the environment says the service is; null where it can't be read. */
  readonly mode: 'practice' | 'live' | null;
  /** This machine's clock as the database told its own. */
  readonly now: Date;
}

/**
 * Every check of a database that answers. None depends on another: a check that can't be made says so, and the next
 * ones are made all the same. Changes nothing.
 */
export async function examineDatabase(
  prisma: PrismaClient,
  input: DatabaseExamined,
): Promise<readonly Finding[]> {
  const { probed, kind, mode, now } = input;
  const findings: Finding[] = [checkClock({ ours: now, theirs: probed.time, other: 'the database server' })];
  const checks: readonly [string, () => Promise<readonly Finding[]>][] = [
    ['Migrations', () => checkMigrations(prisma)],
    [
      'Rights of the database role',
      async () =>
        kind === 'embedded'
          ? [ok('The embedded database has one role, which may do everything.')]
          : checkRights(prisma, { strict: mode !== 'practice' }),
    ],
    ['Guarding of the audit', () => checkAuditTriggers(prisma)],
    ['The scheme', () => checkScheme(prisma, { mode })],
    ['Links of channels', () => checkChannelLinks(prisma)],
    ['Accounts of staff', () => checkPeople(prisma)],
    ['Sealing of the audit', () => checkSealing(prisma, now)],
    ['Messages sent', () => checkOutgoing(prisma)],
  ];
  for (const [what, check] of checks) findings.push(...(await guarded(what, check)));
  return findings;
}

async function guarded(what: string, check: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [
      failed(
        `${what} could not be checked (${codeOf(error)}).`,
        'Put right what stands above, then run doctor again. If this is left alone, it is a fault of Rollcall’s own.',
      ),
    ];
  }
}

/** Prisma's code, and PostgreSQL's where there is one; never the message, which may hold a value. */
function codeOf(error: unknown): string {
  const { code, name } = Object(error);
  const own = typeof code === 'string' ? code : String(name);
  const original = adapterCause(error)?.originalCode;
  return original === undefined ? own : `${own} ${original}`;
}
