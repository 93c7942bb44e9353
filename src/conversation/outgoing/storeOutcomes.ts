import type { Work } from '../../data/unitOfWork';
import type { Card } from '../model/card';
import type { Answer } from '../model/conversationPort';
import type { AccountKey, Inbound } from '../model/inbound';
import type { Outcome } from '../model/outcome';
import { createQueue, type Leaving } from './createQueue';
import { keepPressed } from './keepPressed';
import { mintTokens } from './mintTokens';
import { type Telling, tellStaff } from './tellStaff';

/** Who is answered: the account that wrote, and the staff member behind it (null: nobody knows them). */
export interface Answered {
  readonly account: AccountKey;
  readonly reference: unknown;
  readonly staffId: string | null;
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
  const queue = createQueue(work, input.eventId);
  const { answered, inbound } = input;
  const { staffId } = answered;
  const me = { kind: 'person' as const, account: answered.account, reference: answered.reference };
  const tellings: Telling[] = [];
  let answer: Answer = {};

  for (const outcome of input.outcomes) {
    switch (outcome.kind) {
      case 'reply':
        if (outcome.replacing && outcome.keep) {
          const card = minting.card(outcome.replacing, staffId);
          queue.toPerson(me, { operation: 'update', keptName: outcome.keep, card, onlyIfThere: true });
        }
        queue.toPerson(me, {
          operation: 'post',
          keptName: outcome.keep,
          card: minting.card(outcome.view, staffId),
        });
        if (saidElsewhere(inbound)) answer = { ...answer, message: 'I’ve answered in our private chat.' };
        break;
      case 'replyInChannel':
        if (inbound) {
          const { platform, tenant } = answered.account;
          const { conversation, tenant: heardIn = tenant } = inbound.location;
          const card = minting.card(outcome.view, null);
          queue.toConversation({ platform, tenant: heardIn, conversation }, { operation: 'post', card });
        }
        break;
      case 'replaceCard': {
        const card = minting.card(outcome.view, staffId);
        if (inbound?.answersWithCard) {
          answer = { ...answer, card };
          await keepPressed(work.tx, inbound, outcome.keep);
        } else queue.toPerson(me, replacement(inbound, outcome.keep, card));
        break;
      }
      case 'replaceKept':
        queue.toPerson(me, {
          operation: 'update',
          keptName: outcome.name,
          card: minting.card(outcome.view, staffId),
        });
        break;
      case 'openForm':
        if (staffId) answer = { ...answer, openForm: minting.form(outcome.form, staffId) };
        break;
      case 'formErrors':
        if (staffId) answer = { ...answer, formErrors: minting.form(outcome.form, staffId) };
        break;
      case 'home':
        queue.toHome(answered.account, minting.card(outcome.view, staffId));
        break;
      case 'tell':
        tellings.push(outcome);
        break;
    }
  }
  if (tellings.length > 0) await tellStaff(work, tellings, input.eventId);
  return answer;
}

/** Pressed or typed in a channel: the answer there only says where to look. */
function saidElsewhere(inbound: Inbound | null): boolean {
  return inbound !== null && inbound.location.kind === 'channel' && inbound.kind !== 'message';
}

/** The pressed message is updated; a press on a home page has none, so the card is posted. */
function replacement(inbound: Inbound | null, keptName: string | undefined, card: Card): Leaving {
  const pressed = inbound?.kind === 'press' ? inbound.messageRef : null;
  if (pressed !== null && inbound?.location.kind === 'private')
    return { operation: 'update', keptName, messageRef: pressed, card };
  return { operation: 'post', keptName, card };
}
