import type { AccountKey, Inbound } from '../../conversation/model/inbound';
import { locationOf } from './conversations';

/** What every inbound event of the practice room has in common. */
type Common = Pick<
  Inbound,
  | 'account'
  | 'location'
  | 'eventKey'
  | 'actionKey'
  | 'orderKey'
  | 'sentAt'
  | 'canOpenForm'
  | 'answersWithCard'
>;

/** The practice room's one tenant. */
export const practiceTenant = 'practice';

export const practiceAccount = (userId: string): AccountKey => ({
  platform: 'practice',
  tenant: practiceTenant,
  userId,
});

/** The fields that every kind of inbound event carries. Answers never carry a card: it comes by the outbox. */
export function inboundParts(input: {
  userId: string;
  conversation: string;
  eventKey: string;
  orderKey: string;
  at: Date;
  canOpenForm: boolean;
}): Common {
  return {
    account: practiceAccount(input.userId),
    location: locationOf(input.conversation),
    eventKey: input.eventKey,
    actionKey: null,
    orderKey: input.orderKey,
    sentAt: input.at.toISOString(),
    canOpenForm: input.canOpenForm,
    answersWithCard: false,
  };
}

/** Sorts messages by their ids, and what was done about a message after it and before the next one. */
export function orderKeyOf({ messageId, doneAt }: { messageId: number; doneAt: Date | null }): string {
  const after = doneAt === null ? 0 : doneAt.getTime();
  return `${String(messageId).padStart(16, '0')}-${String(after).padStart(15, '0')}`;
}
