import type { types } from '@slack/bolt';
import { slackLimits } from '../limits';
import { wording } from '../wording';
import { plainLine, plainText } from './plainText';
import type { SlackMessage } from './renderCard';
import { escapeText, shortenToFit, shownText } from './safeText';

/** A sentence for one person, as a message. */
export function renderNote(sentence: string): SlackMessage {
  return {
    text: escapeText(shortenToFit(shownText(sentence), slackLimits.messageText)),
    blocks: [{ type: 'section', text: plainText(sentence, slackLimits.sectionText) }],
  };
}

/** The same as a small window, for where there is no conversation to answer in (Home, a shortcut, a form). */
export function renderNotice(sentence: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'rollcall_notice',
    title: plainLine(wording.appName, slackLimits.viewTitle),
    close: plainLine(wording.close, slackLimits.viewTitle),
    blocks: [{ type: 'section', text: plainText(sentence, slackLimits.sectionText) }],
  };
}
