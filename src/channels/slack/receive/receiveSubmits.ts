import type { App } from '@slack/bolt';
import type { InboundOf } from '../../../conversation/model/inbound';
import { formCallbackId } from '../render/renderForm';
import { wording } from '../wording';
import { answerSubmit, firstFieldError } from './answerSubmit';
import { type SubmitBody, submitBodySchema, teamOfPerson } from './interactionBody';
import { ownChat, slackAccount } from './place';
import { readForm } from './readForm';
import type { Here } from './slackContext';
import { isoFromSlackTime, slackTimeFrom } from './slackTime';
import { tryToRespond } from './tryToRespond';

/** Submitted forms. The answer to the request closes the window, or keeps it open with everything typed. */
export function receiveSubmits(app: App, here: Here): void {
  app.view(/.*/, async ({ ack, body }) => {
    const context = here(body);
    const parsed = submitBodySchema.safeParse(body);
    if (!parsed.success || parsed.data.view.callback_id !== formCallbackId) return ack();
    const inbound = readSubmit(parsed.data, context.clock());
    if (inbound === null) return ack();
    const { view } = parsed.data;
    const responded = await tryToRespond(context, inbound, wording.submitAgain);
    await ack(
      'notSaved' in responded
        ? firstFieldError(view, responded.notSaved)
        : answerSubmit(responded.answer, view),
    );
  });
}

/** Slack gives a submitted form no time of its own: the order is that of arriving. */
export function readSubmit(body: SubmitBody, now: Date): InboundOf<'submit'> | null {
  const team = teamOfPerson(body);
  if (team === null || body.view.private_metadata === '') return null;
  const at = slackTimeFrom(now);
  return {
    kind: 'submit',
    account: slackAccount(team, body.user.id),
    location: ownChat(body.user.id),
    // Each press of the form's button has a trigger of its own; the same view may be submitted again after an error.
    eventKey: `submit:${team}:${body.view.id}:${body.trigger_id ?? at}`,
    actionKey: null,
    orderKey: at,
    sentAt: isoFromSlackTime(at),
    session: body.view.private_metadata,
    values: readForm(body.view.state.values),
    canOpenForm: true,
    answersWithCard: false,
  };
}
