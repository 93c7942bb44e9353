import type { Outgoing } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';

const listedAtMost = 200;

/** What was not delivered, without its content: where it was to go, since when, and why it did not. */
export type OutgoingListed = Pick<
  Outgoing,
  'id' | 'platform' | 'operation' | 'state' | 'attempts' | 'createdAt' | 'lastError'
>;

const shown = {
  id: true,
  platform: true,
  operation: true,
  state: true,
  attempts: true,
  createdAt: true,
  lastError: true,
} as const;

/** Messages that may not have arrived, that can't arrive, and that wait for long; newest first. */
export async function listOutgoing(
  work: Work,
  person: Person,
): Promise<{ kind: 'listed'; rows: readonly OutgoingListed[]; more: number } | Refused> {
  const decision = authorise(person, 'outgoing.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const where = {
    OR: [
      { state: { in: ['uncertain' as const, 'undeliverable' as const] } },
      { state: { in: ['pending' as const, 'sending' as const] }, attempts: { gt: 3 } },
    ],
  };
  const rows = await work.tx.outgoing.findMany({
    where,
    select: shown,
    orderBy: { id: 'desc' },
    take: listedAtMost,
  });
  const total = await work.tx.outgoing.count({ where });
  return { kind: 'listed', rows, more: total - rows.length };
}

/**
 * Has a message sent once more that is uncertain or could not be delivered. One that may have arrived can arrive twice
 * by this: the person at the command line has looked.
 */
export async function sendAgain(
  work: Work,
  person: Person,
  input: { id: bigint },
): Promise<{ kind: 'waiting' } | Refused> {
  const decision = authorise(person, 'outgoing.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const changed = await work.tx.outgoing.updateMany({
    where: { id: input.id, state: { in: ['uncertain', 'undeliverable'] } },
    data: { state: 'pending', attempts: 0, nextAttemptAt: work.now, lastError: null },
  });
  if (changed.count === 0)
    return refused(
      `There is no message ${input.id} that is uncertain or undeliverable. See outgoing list for those there are.`,
    );
  work.audit({
    action: 'outgoing.sent_again',
    subjectType: 'Outgoing',
    subjectId: String(input.id),
    fields: ['state'],
  });
  return { kind: 'waiting' };
}
