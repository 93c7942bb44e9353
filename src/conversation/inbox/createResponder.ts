import { performance } from 'node:perf_hooks';
import type { PrismaClient } from '../../data/generated/client';
import { isDatabaseAway } from '../../data/isDatabaseAway';
import { inOneTransaction } from '../../data/unitOfWork';
import { errorCode, type Log } from '../log';
import type { Meter } from '../meter';
import type { Answer } from '../model/conversationPort';
import { Failure } from '../model/failure';
import type { Inbound } from '../model/inbound';
import { newReference } from '../reference';
import { claimNow, keepAnswer } from './claimEvent';
import type { AccountIdOf } from './createAccounts';
import type { Knowledge } from './createKnowledge';
import { takeTurn } from './takeTurn';

/**
 * Makes what handles a press, form or command at once, in one transaction, and returns what to answer.
 * It throws a Failure, whose reference stands in the log, where it could not be handled; then nothing is stored.
 */
export function createResponder(input: {
  prisma: PrismaClient;
  clock: () => Date;
  log: Log;
  meter: Meter;
  accountIdOf: AccountIdOf;
  knowledgeNow: () => Promise<Knowledge>;
  verifiedEmail: (accountId: string) => Promise<string | null>;
}): (inbound: Inbound) => Promise<Answer> {
  const { prisma, clock, log, meter } = input;

  const handle = async (inbound: Inbound) => {
    const accountId = await input.accountIdOf(inbound);
    const knowledge = await input.knowledgeNow();
    const verifiedEmail = await input.verifiedEmail(accountId);
    const now = clock();
    // Stryker disable next-line ObjectLiteral,StringLiteral: a turn's audit is in its writer's name, none in this one
    return inOneTransaction({ prisma, now, actor: { kind: 'service' } }, async (work) => {
      const claim = await claimNow(work.tx, { accountId, inbound, now });
      if (claim.kind === 'seen') return { result: 'repeated' as const, answer: claim.answer };
      const { eventId, writer } = claim;
      const answer = await takeTurn(work, { knowledge, verifiedEmail, accountId, eventId, inbound, writer });
      keepAnswer(work, eventId, answer);
      return { result: 'handled' as const, answer };
    });
  };

  return async (inbound) => {
    const { kind } = inbound;
    const { platform } = inbound.account;
    const begun = performance.now();
    try {
      const { result, answer } = await handle(inbound);
      meter.inbound({ platform, kind, result });
      return answer;
    } catch (error) {
      const away = isDatabaseAway(error);
      const failure = new Failure(newReference(), errorCode(error), away);
      meter.inbound({ platform, kind, result: away ? 'unavailable' : 'failed' });
      const { reference, code } = failure;
      log.error({ platform, kind, reference, code }, 'a press, form or command could not be handled');
      throw failure;
    } finally {
      meter.turn((performance.now() - begun) / 1000);
    }
  };
}
