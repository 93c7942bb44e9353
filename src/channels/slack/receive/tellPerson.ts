import { renderNote, renderNotice } from '../render/renderNote';
import { errorCode } from './errorCode';
import { isDirect } from './place';
import type { SlackContext } from './slackContext';

/**
 * A sentence for the person alone, at once: in a channel as an ephemeral message, in the private chat as a message,
 * elsewhere (Home, a shortcut) in a small window. Never throws: what could not be told is logged.
 */
export async function tellPerson(
  { client, log }: SlackContext,
  to: { readonly user: string; readonly channel: string | null; readonly trigger: string | null },
  sentence: string,
): Promise<void> {
  try {
    if (to.channel !== null && !isDirect(to.channel)) {
      await client.chat.postEphemeral({ channel: to.channel, user: to.user, ...renderNote(sentence) });
    } else if (to.channel === null && to.trigger !== null) {
      await client.views.open({ trigger_id: to.trigger, view: renderNotice(sentence) });
    } else {
      await client.chat.postMessage({ channel: to.channel ?? to.user, ...renderNote(sentence) });
    }
  } catch (error) {
    log.warn({ platform: 'slack', code: errorCode(error) }, 'could not tell the person');
  }
}
