import type { types } from '@slack/bolt';
import type { Card } from '../../../conversation/model/card';
import { slackLimits } from '../limits';
import { cardPieces } from './cardPieces';
import { fitPieces } from './fitPieces';

/** The card as the person's Home tab, for `views.publish`. */
export function renderHome(card: Card): types.HomeView {
  return { type: 'home', blocks: fitPieces(cardPieces(card), slackLimits.viewBlocks) };
}

/** A Home tab with nothing on it, after its card was deleted. */
export function emptyHome(): types.HomeView {
  return { type: 'home', blocks: [] };
}
