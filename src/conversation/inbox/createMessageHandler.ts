import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '../../data/generated/client';
import { isDatabaseAway } from '../../data/isDatabaseAway';
import { inOneTransaction, type Work } from '../../data/unitOfWork';
import { errorCode, type Log } from '../log';
import { inboundSchema } from '../model/inbound';
import { storeOutcomes } from '../outgoing/storeOutcomes';
import { failedCard } from '../views/notes';
import { keepAnswer } from './claimEvent';
import type { Knowledge } from './createKnowledge';
import { takeTurn } from './takeTurn';

/** A message that fails this often is set aside and its writer told, so that those after it are not held up. */
const attemptsAtMost = 3;

/**
 * Makes what handles a person's oldest waiting message, in one transaction. It answers whether another waits behind it;
 * when the message could not be handled it counts that and throws, and the message waits for its next turn.
 */
export function createMessageHandler(input: {
  prisma: PrismaClient;
  clock: () => Date;
  log: Log;
  knowledgeNow: () => Promise<Knowledge>;
  verifiedEmail: (accountId: string) => Promise<string | null>;
  /** Called when a message was counted as failed, so that it, or the one after it, gets its turn. */
  again: (accountId: string) => void;
}): (accountId: string) => Promise<boolean> {
  const { prisma, clock, log } = input;
  const transaction = <T>(run: (work: Work) => Promise<T>) =>
    inOneTransaction({ prisma, now: clock(), actor: { kind: 'service' } }, run);

  const countFailure = async (accountId: string, eventId: bigint, error: unknown) => {
    const reference = randomBytes(3).toString('hex').toUpperCase();
    log.error(
      { eventId: String(eventId), reference, code: errorCode(error) },
      'a message could not be handled',
    );
    await transaction((work) => setAsideAfterThree(work, eventId, reference));
    input.again(accountId);
  };

  return async (accountId) => {
    const knowledge = await input.knowledgeNow();
    const verifiedEmail = await input.verifiedEmail(accountId);
    let eventId: bigint | null = null;
    try {
      return await transaction(async (work) => {
        const [row, next] = await work.tx.$queryRaw<{ id: bigint; payload: unknown }[]>`
          SELECT id, payload FROM "InboundEvent" WHERE "accountId" = ${accountId}::uuid AND state = 'received'
          ORDER BY "orderKey", id LIMIT 2 FOR UPDATE`;
        if (row === undefined) return false;
        eventId = row.id;
        const inbound = inboundSchema.parse(row.payload);
        const answer = await takeTurn(work, {
          knowledge,
          accountId,
          eventId: row.id,
          inbound,
          verifiedEmail,
        });
        await keepAnswer(work.tx, row.id, answer, work.now);
        return next !== undefined;
      });
    } catch (error) {
      if (eventId !== null && !isDatabaseAway(error)) await countFailure(accountId, eventId, error);
      throw error;
    }
  };
}

/** The third failure sets the message aside, and tells its writer with the reference that stands in the log. */
async function setAsideAfterThree(work: Work, eventId: bigint, reference: string): Promise<void> {
  const event = await work.tx.inboundEvent.update({
    where: { id: eventId },
    data: { attempts: { increment: 1 } },
    include: { account: true },
  });
  if (event.attempts < attemptsAtMost) return;
  await work.tx.inboundEvent.update({ where: { id: eventId }, data: { state: 'failed', doneAt: work.now } });
  const { platform, tenant, userId, conversation, staffId } = event.account;
  await storeOutcomes(work, {
    answered: { account: { platform, tenant, userId }, reference: conversation, staffId },
    inbound: null,
    eventId: String(eventId),
    outcomes: [{ kind: 'reply', view: failedCard(reference) }],
  });
}
