import type { types } from '@slack/bolt';
import type { Card } from '../../../conversation/model/card';
import { slackLimits } from '../limits';
import { cardPieces } from './cardPieces';
import { fitPieces } from './fitPieces';
import { noPictures, type PictureOf } from './picture';

/** The card as the person's Home tab, for `views.publish`. */
export function renderHome(card: Card, pictureOf: PictureOf = noPictures): types.HomeView {
  return { type: 'home', blocks: fitPieces(cardPieces(card, pictureOf), slackLimits.viewBlocks) };
}

/** A Home tab with nothing on it, after its card was deleted. */
export function emptyHome(): types.HomeView {
  return { type: 'home', blocks: [] };
}
