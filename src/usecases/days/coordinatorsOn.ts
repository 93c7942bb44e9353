import type { Transaction } from '../../data/unitOfWork';
import { findDay } from './findDay';

/**
 * Who coordinates on the day of `moment`: the day's coordinator; everybody with that role where none is named, or the
 * one named can't be reached.
 */
export async function coordinatorsOn(tx: Transaction, moment: Date): Promise<readonly string[]> {
  const day = await findDay(tx, moment);
  return coordinatorsOf(tx, day?.coordinatorId ?? null);
}

/** The coordinator named, else all of them who can be reached. */
export async function coordinatorsOf(tx: Transaction, named: string | null): Promise<readonly string[]> {
  const reachable = { active: true, accounts: { some: { unreachableSince: null } } };
  const found =
    named === null
      ? null
      : await tx.staffMember.findFirst({ where: { id: named, ...reachable }, select: { id: true } });
  if (found !== null) return [found.id];
  const staff = await tx.staffMember.findMany({
    where: { ...reachable, roles: { has: 'coordinator' } },
    select: { id: true },
  });
  return staff.map((member) => member.id);
}
