import type { Prisma } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import type { Card } from '../model/card';
import type { Answer } from '../model/conversationPort';
import type { Recipient } from '../model/delivery';
import type { AccountKey, Inbound } from '../model/inbound';
import type { Outcome } from '../model/outcome';
import { findRecipient } from './findRecipient';
import { mintTokens } from './mintTokens';

/** Who is answered: the account that wrote, and the staff member behind it (null: nobody knows them). */
export interface Answered {
  readonly account: AccountKey;
  readonly reference: unknown;
  readonly staffId: string | null;
}

/** The name of somebody's private chat with the bot, by which its messages keep their order. */
export function privateConversation(account: AccountKey): string {
  return `person:${account.userId}`;
}

/**
 * Stores what is to be sent, in the transaction of the change that causes it, and returns what goes back in the answer
 * to the request itself.
 */
export async function storeOutcomes(
  work: Work,
  input: {
    answered: Answered;
    inbound: Inbound | null;
    eventId: string | null;
    outcomes: readonly Outcome[];
  },
): Promise<Answer> {
  const minting = mintTokens(work);
  const rows: Prisma.OutgoingCreateManyInput[] = [];
  let answer: Answer = {};
  const { answered, inbound } = input;
  const me: Recipient = { kind: 'person', account: answered.account, reference: answered.reference };

  const queue = (to: Recipient, tenant: string, row: Queued) => {
    rows.push({
      platform: platformOf(to, answered.account),
      tenant,
      conversation: conversationOf(to),
      operation: row.operation,
      keptName: row.keptName ?? null,
      messageRef: row.messageRef ?? null,
      content: JSON.parse(
        JSON.stringify({ to, card: row.card, onlyIfThere: row.onlyIfThere ?? false }),
      ) as Prisma.InputJsonObject,
      nextAttemptAt: work.now,
      createdAt: work.now,
      causeId: input.eventId === null ? null : BigInt(input.eventId),
    });
  };
  const { tenant } = answered.account;

  for (const outcome of input.outcomes) {
    switch (outcome.kind) {
      case 'reply': {
        if (outcome.replacing && outcome.keep)
          queue(me, tenant, {
            operation: 'update',
            keptName: outcome.keep,
            card: minting.card(outcome.replacing, answered.staffId),
            onlyIfThere: true,
          });
        queue(me, tenant, {
          operation: 'post',
          keptName: outcome.keep,
          card: minting.card(outcome.view, answered.staffId),
        });
        if (inbound?.location.kind === 'channel' && inbound.kind !== 'message')
          answer = { ...answer, message: 'I’ve answered in our private chat.' };
        break;
      }
      case 'replyInChannel':
        if (inbound)
          queue({ kind: 'conversation', conversation: inbound.location.conversation }, tenant, {
            operation: 'post',
            card: minting.card(outcome.view, null),
          });
        break;
      case 'replaceCard': {
        const card = minting.card(outcome.view, answered.staffId);
        if (inbound?.answersWithCard) {
          const { message: _, ...rest } = answer;
          answer = { ...rest, card };
        } else queue(me, tenant, replacement(inbound, outcome.keep, card));
        break;
      }
      case 'replaceKept':
        queue(me, tenant, {
          operation: 'update',
          keptName: outcome.name,
          card: minting.card(outcome.view, answered.staffId),
        });
        break;
      case 'openForm':
        if (answered.staffId) answer = { ...answer, openForm: minting.form(outcome.form, answered.staffId) };
        break;
      case 'formErrors':
        if (answered.staffId)
          answer = { ...answer, formErrors: minting.form(outcome.form, answered.staffId) };
        break;
      case 'home':
        queue({ kind: 'home', account: answered.account }, tenant, {
          operation: 'post',
          card: minting.card(outcome.view, answered.staffId),
        });
        break;
      case 'tell': {
        const other = await findRecipient(work.tx, outcome.staffId);
        if (other)
          queue(other, other.account.tenant, {
            operation: 'post',
            keptName: outcome.keep,
            card: minting.card(outcome.view, outcome.staffId),
          });
        break;
      }
    }
  }
  await minting.store();
  if (rows.length > 0) await work.tx.outgoing.createMany({ data: rows });
  return answer;
}

interface Queued {
  readonly operation: 'post' | 'update' | 'delete';
  readonly keptName?: string | undefined;
  readonly messageRef?: string | undefined;
  readonly card: Card | null;
  readonly onlyIfThere?: boolean;
}

/** The pressed message is updated; a press on a home page has none, so the card is posted (or updates the kept one). */
function replacement(inbound: Inbound | null, keep: string | undefined, card: Card): Queued {
  const pressed = inbound?.kind === 'press' ? inbound.messageRef : null;
  if (pressed !== null && inbound?.location.kind === 'private')
    return { operation: 'update', keptName: keep, messageRef: pressed, card };
  return { operation: 'post', keptName: keep, card };
}

function conversationOf(to: Recipient): string {
  switch (to.kind) {
    case 'person':
      return privateConversation(to.account);
    case 'conversation':
      return to.conversation;
    case 'home':
      return `home:${to.account.userId}`;
  }
}

function platformOf(to: Recipient, fallback: AccountKey) {
  return to.kind === 'conversation' ? fallback.platform : to.account.platform;
}
