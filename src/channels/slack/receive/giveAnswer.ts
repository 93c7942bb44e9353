import type { Answer } from '../../../conversation/model/conversationPort';
import { renderForm } from '../render/renderForm';
import { wording } from '../wording';
import { errorCode } from './errorCode';
import type { SlackContext } from './slackContext';
import { tellPerson } from './tellPerson';

/** Opens the answer's form with the trigger, and tells the person its sentence. */
export async function giveAnswer(
  context: SlackContext,
  to: { readonly user: string; readonly channel: string | null; readonly trigger: string },
  answer: Answer,
): Promise<void> {
  if (answer.openForm !== undefined) {
    try {
      await context.client.views.open({ trigger_id: to.trigger, view: renderForm(answer.openForm) });
    } catch (error) {
      context.log.warn({ platform: 'slack', code: errorCode(error) }, 'form not opened');
      // The trigger may be used up: the sentence goes as a message.
      await tellPerson(
        context,
        { ...to, channel: to.channel ?? to.user, trigger: null },
        wording.formTooLate,
      );
    }
  }
  if (answer.message !== undefined) {
    const used = answer.openForm !== undefined;
    await tellPerson(context, { ...to, trigger: used ? null : to.trigger }, answer.message);
  }
}
