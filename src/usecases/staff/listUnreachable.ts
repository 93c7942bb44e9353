import type { Platform } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';

/** One account of a member of staff that can't be written to. */
export interface UnreachableListed {
  readonly staffNumber: number;
  readonly platform: Platform;
  readonly since: Date;
  /** Where else they are reached; empty: nowhere. */
  readonly reachedOn: readonly Platform[];
}

/** Active staff who blocked or removed the bot, or whose workspace did: by number, those reached nowhere first. */
export async function listUnreachable(
  work: Work,
  person: Person,
): Promise<{ kind: 'listed'; people: readonly UnreachableListed[] } | Refused> {
  const decision = authorise(person, 'workspace.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const staff = await work.tx.staffMember.findMany({
    where: { active: true, accounts: { some: { unreachableSince: { not: null } } } },
    select: { number: true, accounts: { select: { platform: true, unreachableSince: true } } },
    orderBy: { number: 'asc' },
  });
  const people = staff.flatMap(({ number, accounts }) => {
    const reached = accounts.filter(({ unreachableSince }) => unreachableSince === null);
    const reachedOn = [...new Set(reached.map(({ platform }) => platform))];
    return accounts.flatMap(({ platform, unreachableSince: since }) =>
      since === null ? [] : [{ staffNumber: number, platform, since, reachedOn }],
    );
  });
  return {
    kind: 'listed',
    people: [
      ...people.filter(({ reachedOn }) => reachedOn.length === 0),
      ...people.filter(({ reachedOn }) => reachedOn.length > 0),
    ],
  };
}
