import type { Answer } from '../../../conversation/model/conversationPort';
import type { Inbound } from '../../../conversation/model/inbound';
import { errorCode } from './errorCode';
import type { SlackContext } from './slackContext';

/** The conversation's answer, or null where it could not be had: then the person is told that nothing is saved. */
export async function tryToRespond(context: SlackContext, inbound: Inbound): Promise<Answer | null> {
  try {
    return await context.port.respond(inbound);
  } catch (error) {
    context.log.error({ platform: 'slack', kind: inbound.kind, code: errorCode(error) }, 'not saved');
    return null;
  }
}
