import type { types } from '@slack/bolt';
import type { Card } from '../../../conversation/model/card';
import { slackLimits } from '../limits';
import { wording } from '../wording';
import { cardPieces } from './cardPieces';
import { fitPieces } from './fitPieces';
import { noPictures, type PictureOf } from './picture';
import { escapeText, shortenToFit, shownText } from './safeText';

/** A message as `chat.postMessage` and `chat.update` take it: blocks, and the text of the notification. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/**
 * One message for a card. Every text is a rich text or plain text element, so nothing in it formats, links or calls
 * anyone. A card that is too long is shortened with a mark; its buttons always stay. Pictures are shown where `pictureOf`
 * has them, and told in words otherwise.
 */
export function renderCard(card: Card, pictureOf: PictureOf = noPictures): SlackMessage {
  return {
    text: notificationText(card),
    blocks: fitPieces(cardPieces(card, pictureOf), slackLimits.messageBlocks),
  };
}

function notificationText(card: Card): string {
  const summary = shownText(card.summary).trim();
  const text = summary === '' ? wording.appName : summary;
  return escapeText(shortenToFit(text, slackLimits.messageText));
}
