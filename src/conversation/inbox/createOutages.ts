import { createHmac, randomBytes } from 'node:crypto';
import { errorCode, type Log } from '../log';
import type { Delivery, DeliveryResult } from '../model/delivery';
import type { Inbound } from '../model/inbound';
import { newReference } from '../reference';
import { awayCard } from '../views/notes';

/**
 * What this process remembers of messages that could not be stored. The outbox is a table too, so the writer is told
 * straight through the platform: once, until something of theirs is stored again.
 */
export interface Outages {
  /** The database was away as this came in; returns at once. */
  refused(inbound: Inbound, error: unknown): void;
  /**
   * The event key under which the same words of the same person, in the same chat, were refused first within the last
   * ten minutes: the platform's repetition of the first and the person's own second try are one message. Null if none.
   */
  firstRefused(inbound: Inbound): string | null;
  /** Something of this person's was stored: a later refusal is news to them. */
  stored(inbound: Inbound): void;
  /** Resolves when no notice is on its way. */
  idle(): Promise<void>;
}

/** The same words within this time of the outage are one message; the notice names the same time. */
const sameWordsMs = 10 * 60_000;
/** What is shorter is a command or a short answer: it does no harm twice, and each time wants its answer. */
const fewestWords = 4;
/** People and messages remembered at most; the oldest are forgotten first. */
const atMost = 10_000;

export function createOutages(input: {
  clock: () => Date;
  log: Log;
  /** Sends through the account's own platform. */
  deliver: (platform: Inbound['account']['platform'], delivery: Delivery) => Promise<DeliveryResult>;
}): Outages {
  const { clock, log } = input;
  // Words are kept as a hash only, by a key that ends with the process.
  const secret = randomBytes(32);
  const told = new Set<string>();
  const words = new Map<string, { firstKey: string; until: number }>();
  const underWay = new Set<Promise<void>>();

  const wordsOf = (inbound: Inbound): string | null => {
    if (inbound.kind !== 'message' || inbound.text.trim().split(/\s+/).length < fewestWords) return null;
    const said = [personOf(inbound), inbound.location.conversation, inbound.text.trim()];
    return createHmac('sha256', secret).update(JSON.stringify(said)).digest('base64url');
  };

  const known = (inbound: Inbound): { hash: string; firstKey: string } | null => {
    const hash = wordsOf(inbound);
    // Stryker disable next-line ConditionalExpression: under no hash nothing is found
    if (hash === null) return null;
    const found = words.get(hash);
    if (found === undefined) return null;
    if (found.until > clock().getTime()) return { hash, firstKey: found.firstKey };
    words.delete(hash);
    return null;
  };

  const remember = (inbound: Inbound) => {
    const hash = wordsOf(inbound);
    // Stryker disable next-line ConditionalExpression: what is kept under no hash is never found
    if (hash === null) return;
    const firstKey = known(inbound)?.firstKey ?? inbound.eventKey;
    words.delete(hash);
    words.set(hash, { firstKey, until: clock().getTime() + sameWordsMs });
    forgetOldest(words);
  };

  const tell = async (inbound: Inbound, reference: string) => {
    const { account } = inbound;
    const result = await input.deliver(account.platform, {
      id: `rollcall-away-${reference}`,
      tenant: account.tenant,
      to: { kind: 'person', account, reference: inbound.reference ?? null },
      operation: 'post',
      card: awayCard(reference),
    });
    // What certainly did not arrive is said at the next refusal; what may have arrived is not said twice.
    if (result.kind === 'retry') told.delete(personOf(inbound));
    log.info({ reference, platform: account.platform, result: result.kind }, 'told that it is not saved yet');
  };

  return {
    refused: (inbound, error) => {
      if (inbound.kind !== 'message' && inbound.kind !== 'edited') return;
      remember(inbound);
      const person = personOf(inbound);
      if (told.has(person)) return;
      told.add(person);
      forgetOldest(told);
      const reference = newReference();
      log.error({ reference, code: errorCode(error) }, 'the database is away: a message is not stored yet');
      const telling = tell(inbound, reference).catch((failure: unknown) => {
        log.warn({ reference, code: errorCode(failure) }, 'nobody could be told that it is not saved yet');
      });
      underWay.add(telling);
      // Stryker disable next-line ArrowFunction: lets go of what has ended, which waiting for it does not show
      void telling.finally(() => underWay.delete(telling));
    },
    firstRefused: (inbound) => known(inbound)?.firstKey ?? null,
    stored: (inbound) => {
      told.delete(personOf(inbound));
    },
    idle: async () => {
      await Promise.all(underWay);
    },
  };
}

function personOf({ account }: Inbound): string {
  return JSON.stringify([account.platform, account.tenant, account.userId]);
}

/** Maps and sets keep the order in which things were put in. */
function forgetOldest(kept: {
  readonly size: number;
  keys(): Iterator<string>;
  delete(key: string): boolean;
}): void {
  const oldest = kept.keys().next();
  if (kept.size > atMost && !oldest.done) kept.delete(oldest.value);
}
