import { notSavedSentence, referenceIn } from '../../../conversation/model/failure';
import type { Inbound, InboundOf } from '../../../conversation/model/inbound';
import type { Activity } from './activity';
import { answerInvoke, answerWithSentence, whatToDo } from './answerInvoke';
import type { Common } from './common';
import { type InvokeName, readInvoke } from './invoke';
import type { TeamsDoor } from './teamsDoor';
import { toInbound } from './toInbound';

/** What the HTTP request is answered with. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: object;
}

const outOfDate = 'That button is out of date. Write “help” to see what you can do.';

/**
 * Hands an activity that passed every check to the conversation and answers once it is stored. A message that can't
 * be stored is answered 503; an invoke always 200, with a sentence, since Teams shows nothing else to the person.
 */
export async function processActivity(
  door: TeamsDoor,
  activity: Activity,
  common: Common,
): Promise<HttpAnswer> {
  if (activity.type === 'invoke') return answerToInvoke(door, activity, common);
  const inbound = toInbound(activity, common);
  if (!inbound) return { status: 200 };
  if (inbound.kind === 'press' || inbound.kind === 'submit') return answerToOldClient(door, inbound);
  try {
    await door.port.receive(inbound);
    return { status: 200 };
  } catch (error) {
    logFailure(door, inbound, error);
    return { status: 503 };
  }
}

async function answerToInvoke(door: TeamsDoor, activity: Activity, common: Common): Promise<HttpAnswer> {
  const invoke = readInvoke(activity, common);
  if (!invoke) return { status: 501 };
  const { name, inbound } = invoke;
  if (!inbound) return { status: 200, body: answerWithSentence(name, outOfDate) };
  return { status: 200, body: await invokeBody(door, name, inbound) };
}

async function invokeBody(door: TeamsDoor, name: InvokeName, inbound: Inbound): Promise<object> {
  try {
    return answerInvoke(name, await door.port.respond(inbound));
  } catch (error) {
    logFailure(door, inbound, error);
    return answerWithSentence(name, notSavedSentence(error, whatToDo(inbound)));
  }
}

/**
 * A press or form that came as a message, from a client without Action.Execute: the answer to the request can carry
 * nothing, so the sentence is sent after it. Only into a private chat: in a channel everybody would read it.
 */
async function answerToOldClient(
  door: TeamsDoor,
  inbound: InboundOf<'press' | 'submit'>,
): Promise<HttpAnswer> {
  const say = async (sentence: string) => {
    if (inbound.location.kind !== 'private') return;
    await door.connector.say(inbound.reference, sentence);
  };
  try {
    const answer = await door.port.respond(inbound);
    if (answer.message) await say(answer.message);
    return { status: 200 };
  } catch (error) {
    logFailure(door, inbound, error);
    await say(notSavedSentence(error, whatToDo(inbound)));
    return { status: 200 };
  }
}

function logFailure(door: TeamsDoor, inbound: Inbound, error: unknown): void {
  const code = error instanceof Error ? error.name : 'unknown';
  const { kind, eventKey } = inbound;
  door.log.error({ kind, eventKey, ...referenceIn(error), code }, 'teams activity not stored');
}
