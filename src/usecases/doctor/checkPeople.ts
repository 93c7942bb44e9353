import type { Role } from '../../data/generated/client';
import type { Transaction } from '../../data/unitOfWork';
import { type Finding, ok, warning } from './finding';
import { sayFew } from './sayFew';

/** Their work is done at the command line: they need no account. */
const withoutChat: readonly Role[] = ['administrator', 'information_governance'];

/** Active staff whom Rollcall can't write to or hear, by number only. */
export async function checkPeople(tx: Transaction): Promise<readonly Finding[]> {
  const staff = await tx.staffMember.findMany({
    where: {
      active: true,
      OR: [{ accounts: { none: {} } }, { accounts: { every: { unreachableSince: { not: null } } } }],
    },
    select: { number: true, roles: true, _count: { select: { accounts: true } } },
    orderBy: { number: 'asc' },
  });
  const chatting = staff.filter(({ roles }) => roles.some((role) => !withoutChat.includes(role)));
  const numbers = (people: typeof chatting) => sayFew(people.map(({ number }) => `S-${number}`));
  const without = chatting.filter(({ _count }) => _count.accounts === 0);
  const unreachable = chatting.filter(({ _count }) => _count.accounts > 0);
  if (chatting.length === 0)
    return [ok('Everybody who works in the chat has an account that can be reached.')];
  return [
    ...(without.length === 0
      ? []
      : [
          warning(
            `${sayPeople(without.length)} no account on Slack or Teams: ${numbers(without)}. Rollcall does not know them.`,
            'Import the staff file with their account columns, or let accounts be linked on first contact: npm run admin -- --as … scheme set --link-by-verified-email yes.',
          ),
        ]),
    ...(unreachable.length === 0
      ? []
      : [
          warning(
            `${sayPeople(unreachable.length)} an account that can’t be written to: ${numbers(unreachable)}.`,
            'Ask them to write to Rollcall once: that mends it. On Teams the app must be installed for them; on Slack the account must be active.',
          ),
        ]),
  ];
}

function sayPeople(count: number): string {
  return count === 1 ? '1 person has' : `${count} people have`;
}
