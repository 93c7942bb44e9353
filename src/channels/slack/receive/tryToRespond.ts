import type { Answer } from '../../../conversation/model/conversationPort';
import { notSavedSentence, referenceIn } from '../../../conversation/model/failure';
import type { Inbound } from '../../../conversation/model/inbound';
import { errorCode } from './errorCode';
import type { SlackContext } from './slackContext';

/** The conversation's answer; or what to tell the person where it could not be had, and nothing is saved. */
export type Responded = { readonly answer: Answer } | { readonly notSaved: string };

/** Asks the conversation. @param again what the person is told to do where it fails */
export async function tryToRespond(
  context: SlackContext,
  inbound: Inbound,
  again: string,
): Promise<Responded> {
  try {
    return { answer: await context.port.respond(inbound) };
  } catch (error) {
    const { kind } = inbound;
    context.log.error(
      { platform: 'slack', kind, ...referenceIn(error), code: errorCode(error) },
      'not saved',
    );
    return { notSaved: notSavedSentence(error, again) };
  }
}
