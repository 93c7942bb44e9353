import { performance } from 'node:perf_hooks';
import { Prisma, type PrismaClient } from '../../data/generated/client';
import { isDatabaseAway } from '../../data/isDatabaseAway';
import { inOneTransaction, type Work } from '../../data/unitOfWork';
import { type WriterRow, writerColumns, writerOf, writerTables } from '../../usecases/accounts/findWriter';
import { errorCode, type Log } from '../log';
import type { Meter } from '../meter';
import { Failure } from '../model/failure';
import { type Inbound, inboundSchema, type PlatformName } from '../model/inbound';
import { storeOutcomes } from '../outgoing/storeOutcomes';
import { referenceOfEvent } from '../reference';
import { failedCard } from '../views/notes';
import { keepAnswer } from './claimEvent';
import type { Knowledge } from './createKnowledge';
import { takeTurn } from './takeTurn';

/** A message that fails this often is set aside and its writer told, so that those after it are not held up. */
const attemptsAtMost = 3;

/** A message that waits in the inbox, and who wrote it. */
type Waiting = WriterRow & {
  readonly id: bigint;
  readonly platform: PlatformName;
  readonly kind: Inbound['kind'];
  readonly payload: unknown;
};

/**
 * Makes what handles a person's oldest waiting message, in one transaction. It answers whether another waits behind it;
 * when the message could not be handled it counts that and throws a Failure, and the message waits for its next turn.
 */
export function createMessageHandler(input: {
  prisma: PrismaClient;
  clock: () => Date;
  log: Log;
  meter: Meter;
  knowledgeNow: () => Promise<Knowledge>;
  verifiedEmail: (accountId: string) => Promise<string | null>;
  /** Called when a message was counted as failed, so that it, or the one after it, gets its turn. */
  again: (accountId: string) => void;
}): (accountId: string) => Promise<boolean> {
  const { prisma, clock, log, meter } = input;
  const transaction = <T>(run: (work: Work) => Promise<T>) =>
    // Stryker disable next-line ObjectLiteral,StringLiteral: a turn's audit is in its writer's name, none in this one
    inOneTransaction({ prisma, now: clock(), actor: { kind: 'service' } }, run);

  const countFailure = async (accountId: string, row: Waiting, failure: Failure) => {
    const { reference, code } = failure;
    log.error({ eventId: String(row.id), reference, code }, 'a message could not be handled');
    const result = await transaction((work) => setAsideAfterThree(work, row.id, reference));
    meter.inbound({ ...labelsOf(row), result });
    input.again(accountId);
  };

  return async (accountId) => {
    const knowledge = await input.knowledgeNow();
    const verifiedEmail = await input.verifiedEmail(accountId);
    const begun = performance.now();
    const taken: { row: Waiting | null } = { row: null };
    try {
      const more = await transaction(async (work) => {
        const [row, next] = await oldestWaiting(work, accountId);
        if (row === undefined) return false;
        taken.row = row;
        const inbound = inboundSchema.parse(row.payload);
        const turn = { knowledge, verifiedEmail, accountId, eventId: row.id, inbound, writer: writerOf(row) };
        keepAnswer(work, row.id, await takeTurn(work, turn));
        return next !== undefined;
      });
      if (taken.row !== null) meter.inbound({ ...labelsOf(taken.row), result: 'handled' });
      return more;
    } catch (error) {
      if (taken.row === null || isDatabaseAway(error)) throw error;
      const failure = new Failure(referenceOfEvent(taken.row.id), errorCode(error), false);
      await countFailure(accountId, taken.row, failure);
      throw failure;
    } finally {
      if (taken.row !== null) meter.turn((performance.now() - begun) / 1000);
    }
  };
}

/** The person's oldest waiting message, held until the transaction ends, and the one behind it. One statement. */
function oldestWaiting(work: Work, accountId: string): Promise<Waiting[]> {
  return work.tx.$queryRaw<Waiting[]>(Prisma.sql`
    SELECT i.id, i.platform, i.kind, i.payload, ${writerColumns(work.now)}
    FROM "InboundEvent" i JOIN (${writerTables}) ON a.id = i."accountId"
    WHERE i."accountId" = ${accountId}::uuid AND i.state = 'received'
    ORDER BY i."orderKey", i.id LIMIT 2 FOR UPDATE OF i`);
}

function labelsOf({ platform, kind }: Waiting): Pick<Waiting, 'platform' | 'kind'> {
  return { platform, kind };
}

/** The third failure sets the message aside, and tells its writer with the reference that stands in the log. */
async function setAsideAfterThree(
  work: Work,
  eventId: bigint,
  reference: string,
): Promise<'retried' | 'failed'> {
  const event = await work.tx.inboundEvent.update({
    where: { id: eventId },
    data: { attempts: { increment: 1 } },
    include: { account: true },
  });
  if (event.attempts < attemptsAtMost) return 'retried';
  await work.tx.inboundEvent.update({ where: { id: eventId }, data: { state: 'failed', doneAt: work.now } });
  const { platform, tenant, userId, conversation, staffId } = event.account;
  await storeOutcomes(work, {
    answered: { account: { platform, tenant, userId }, reference: conversation, staffId },
    inbound: null,
    eventId: String(eventId),
    outcomes: [{ kind: 'reply', view: failedCard(reference) }],
  });
  return 'failed';
}
