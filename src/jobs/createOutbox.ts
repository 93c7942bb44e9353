import { errorCode, type Log } from '../conversation/log';
import { type Meter, type OutgoingResult, silentMeter } from '../conversation/meter';
import type { Sender } from '../conversation/model/delivery';
import type { PlatformName } from '../conversation/model/inbound';
import type { Outgoing, PrismaClient } from '../data/generated/client';
import { createPace, type Pace, platformPaces } from './createPace';
import { deliverOutgoing, type Known, leaseMs, resolveLeftBehind } from './deliverOutgoing';

/** Sends what is stored, each conversation's messages in order, many conversations at once. */
export interface Outbox {
  /** Something was stored. Returns at once. */
  nudge(): void;
  /** Resolves when nothing that is due is left, and nothing is being sent. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const resultNames: Readonly<Record<Known['kind'], OutgoingResult>> = {
  sent: 'sent',
  retry: 'retry',
  askLater: 'ask_later',
  unknown: 'uncertain',
  never: 'undeliverable',
  gone: 'gone',
};

const conversationsAtOnce = 6;
/** Rows stored by another instance, and those whose time has come, are found this often. */
const lookEveryMs = 1_000;

export function createOutbox(input: {
  prisma: PrismaClient;
  senders: Partial<Record<PlatformName, Sender>>;
  clock: () => Date;
  log: Log;
  /** Who counts; nobody where not given. */
  meter?: Meter;
  paces?: Partial<Record<PlatformName, Pace>>;
}): Outbox {
  const { prisma, senders, clock, log, meter = silentMeter } = input;
  const paces = {
    slack: createPace(input.paces?.slack ?? platformPaces.slack),
    teams: createPace(input.paces?.teams ?? platformPaces.teams),
    practice: createPace(input.paces?.practice ?? platformPaces.practice),
  };
  const sending = new Set<string>();
  const notBefore = new Map<string, number>();
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopped = false;
  const watchers: (() => void)[] = [];

  const look = async () => {
    const heads = await headsOfLines(prisma);
    for (const head of heads) {
      if (stopped || sending.size >= conversationsAtOnce) break;
      const line = `${head.platform}\n${head.tenant}\n${head.conversation}`;
      if (sending.has(line) || head.nextAttemptAt > clock()) continue;
      if ((notBefore.get(line) ?? 0) > Date.now()) continue;
      const wait = head.state === 'pending' ? paces[head.platform](line, Date.now()) : 0;
      if (wait > 0) {
        notBefore.set(line, Date.now() + wait);
        setTimeout(nudge, wait).unref();
        continue;
      }
      notBefore.delete(line);
      sending.add(line);
      void send(head).finally(() => {
        sending.delete(line);
        nudge();
        tellIdle();
      });
    }
  };

  const send = async (head: Head) => {
    const { platform } = head;
    try {
      const row = await claim(prisma, head, clock());
      if (row === null) return;
      const work = { prisma, sender: senders[platform], row, now: clock };
      const leftBehind = head.state === 'sending';
      const result = leftBehind ? await resolveLeftBehind(work) : await deliverOutgoing(work);
      meter.outgoing({ platform, result: resultNames[result] });
      if (result !== 'sent') log.warn({ outgoingId: String(row.id), result }, 'not delivered at once');
    } catch (error) {
      meter.outgoing({ platform, result: 'error' });
      log.error({ outgoingId: String(head.id), code: errorCode(error) }, 'could not be sent');
    }
  };

  const nudge = () => {
    if (stopped) return;
    lookAgain = true;
    looking ??= (async () => {
      while (lookAgain && !stopped) {
        lookAgain = false;
        await look().catch((error: unknown) => {
          log.warn({ code: errorCode(error) }, 'the outbox could not be read');
        });
      }
      looking = null;
      tellIdle();
    })();
  };

  const tellIdle = () => {
    if (looking === null && sending.size === 0) for (const watcher of watchers.splice(0)) watcher();
  };

  const timer = setInterval(nudge, lookEveryMs);
  timer.unref();
  return {
    nudge,
    idle: () =>
      new Promise((resolve) => {
        watchers.push(resolve);
        nudge();
        tellIdle();
      }),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      if (looking === null && sending.size === 0) return;
      await new Promise<void>((resolve) => {
        watchers.push(resolve);
      });
    },
  };
}

/** An unsent row that none of its conversation is before; without what it says. */
type Head = Pick<Outgoing, 'id' | 'platform' | 'tenant' | 'conversation' | 'state' | 'nextAttemptAt'>;

/** The oldest unsent row of each conversation: none overtakes another. */
function headsOfLines(prisma: PrismaClient): Promise<Head[]> {
  return prisma.$queryRaw<Head[]>`
    SELECT DISTINCT ON (platform, tenant, conversation) id, platform, tenant, conversation, state, "nextAttemptAt"
    FROM "Outgoing" WHERE state IN ('pending', 'sending') ORDER BY platform, tenant, conversation, id`;
}

/** Takes a row for sending; null where another instance was faster. The lease ends by itself. */
async function claim(prisma: PrismaClient, head: Head, now: Date): Promise<Outgoing | null> {
  const claimed = await prisma.outgoing.updateManyAndReturn({
    where: { id: head.id, state: head.state, nextAttemptAt: head.nextAttemptAt },
    data: {
      state: 'sending',
      attempts: { increment: 1 },
      nextAttemptAt: new Date(now.getTime() + leaseMs),
    },
  });
  return claimed[0] ?? null;
}
