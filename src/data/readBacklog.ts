import { countUnsealed } from './auditChain';
import type { OutgoingState, PrismaClient } from './generated/client';

/** States of the outbox in which something is still to be done, by the service or by an administrator. */
const openStates = ['pending', 'sending', 'uncertain', 'undeliverable'] as const satisfies OutgoingState[];

/** What waits in the database, in numbers. */
export interface Backlog {
  /** Messages stored and not yet handled. */
  readonly inboxWaiting: number;
  /** What is not sent, by state. */
  readonly outgoing: Readonly<Record<(typeof openStates)[number], number>>;
  /** Audit rows without a seal. */
  readonly auditUnsealed: number;
}

/**
 * Counts what waits. Each count reads an index, however much is done already.
 * @throws when the database does not answer
 */
export async function readBacklog(prisma: PrismaClient): Promise<Backlog> {
  const [inboxWaiting, states, auditUnsealed] = await Promise.all([
    prisma.inboundEvent.count({ where: { state: 'received' } }),
    prisma.outgoing.groupBy({ by: ['state'], where: { state: { in: [...openStates] } }, _count: true }),
    countUnsealed(prisma),
  ]);
  const inState = (state: OutgoingState) => states.find((row) => row.state === state)?._count ?? 0;
  return {
    inboxWaiting,
    outgoing: {
      pending: inState('pending'),
      sending: inState('sending'),
      uncertain: inState('uncertain'),
      undeliverable: inState('undeliverable'),
    },
    auditUnsealed,
  };
}
