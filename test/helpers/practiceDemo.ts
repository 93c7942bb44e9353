import type { Form } from '../../src/conversation/model/form';
import type { InboundOf } from '../../src/conversation/model/inbound';
import { changeForm, checkCard, receiptCard } from './practiceCards';
import type { PracticeServer } from './practiceServer';

/** Makes the conversation of a practice server answer as Rollcall would to one child's encounter. */
export function answerLikeRollcall({ conversation, channel }: PracticeServer): void {
  conversation.onReceive = async (inbound) => {
    if (inbound.kind !== 'message') return;
    await channel.sender.deliver({
      id: `answer-${inbound.messageKey}`,
      tenant: 'practice',
      to: { kind: 'person', account: inbound.account, reference: null },
      operation: 'post',
      card: checkCard,
    });
  };
  conversation.onRespond = async (inbound) => {
    if (inbound.kind === 'submit') return submitted(inbound);
    if (inbound.kind === 'command') return { openForm: changeForm };
    if (inbound.kind !== 'press') return {};
    if (inbound.token === 'token-change') return { openForm: changeForm };
    if (inbound.token !== 'token-save') {
      return { message: 'That is with Marcus Hale since 10:42. You can ask for it.' };
    }
    await channel.sender.deliver({
      id: `receipt-${inbound.eventKey}`,
      tenant: 'practice',
      to: { kind: 'conversation', conversation: inbound.location.conversation },
      operation: 'update',
      messageRef: inbound.messageRef ?? '',
      card: receiptCard,
    });
    return {};
  };
}

function submitted({ values }: InboundOf<'submit'>): { formErrors?: Form } {
  if (values.age === 14) return {};
  const errors = { age: 'Kai is 14 in the school’s list. Write 14, or leave the age out.' };
  return { formErrors: { ...changeForm, values, errors } };
}
