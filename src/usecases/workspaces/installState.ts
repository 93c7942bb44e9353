import { createHash, randomBytes } from 'node:crypto';
import type { PrismaClient } from '../../data/generated/client';
import { minutesAfter } from '../../domain/localTime';

/** How long an installation somebody began may take, in minutes. */
export const installMinutes = 10;
/** So many may be under way at once: anybody can open the page, and each is a row. */
const underWayAtMost = 1_000;

/** Too many installations are under way; in ten minutes at the latest there is room again. */
export class TooManyInstallsError extends Error {
  override readonly name = 'TooManyInstallsError';
  readonly code = 'too many under way';
}

/**
 * Begins an installation: an unguessable state (256 random bits), good once and for ten minutes. Only its hash is kept,
 * so that who reads the table can't finish somebody's installation.
 * @throws TooManyInstallsError
 */
export async function beginInstall(prisma: PrismaClient, now: Date): Promise<string> {
  await prisma.slackInstallState.deleteMany({ where: { expiresAt: { lte: now } } });
  if ((await prisma.slackInstallState.count()) >= underWayAtMost) throw new TooManyInstallsError();
  const state = randomBytes(32).toString('base64url');
  const expiresAt = minutesAfter(now, installMinutes);
  await prisma.slackInstallState.create({ data: { stateHash: hashOf(state), expiresAt } });
  return state;
}

/** Uses a state up. False where it is unknown, too old, or was used before: of two at once, one gets true. */
export async function useInstallState(prisma: PrismaClient, state: string, now: Date): Promise<boolean> {
  const { count } = await prisma.slackInstallState.deleteMany({
    where: { stateHash: hashOf(state), expiresAt: { gt: now } },
  });
  return count === 1;
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}
