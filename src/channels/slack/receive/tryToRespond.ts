import type { Answer } from '../../../conversation/model/conversationPort';
import { notSavedSentence, referenceIn } from '../../../conversation/model/failure';
import type { Inbound } from '../../../conversation/model/inbound';
import { errorCode } from './errorCode';
import type { SlackContext } from './slackContext';

/** The conversation's answer; or what to tell the person where it could not be had, and nothing is saved. */
export type Responded = { readonly answer: Answer } | { readonly notSaved: string };

/** The same as an answer: where it could not be had, its message says why. */
export async function answerOrWhyNot(
  context: SlackContext,
  inbound: Inbound,
  again: string,
): Promise<Answer> {
  const responded = await tryToRespond(context, inbound, again);
  return 'answer' in responded ? responded.answer : { message: responded.notSaved };
}

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
