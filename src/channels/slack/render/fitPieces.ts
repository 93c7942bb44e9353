import type { types } from '@slack/bolt';
import { slackLimits } from '../limits';
import { wording } from '../wording';
import { assembleBlocks, pieceLength } from './assembleBlocks';
import { type Piece, plain } from './cardPieces';

/**
 * The card's blocks within Slack's number of blocks and our number of characters. What does not fit is left out from
 * the end, with a line that says how much; buttons stay, since without them a card can't be answered.
 */
export function fitPieces(pieces: readonly Piece[], blockLimit: number): types.KnownBlock[] {
  const all = assembleBlocks(pieces);
  if (all.length <= blockLimit && length(pieces) <= slackLimits.cardCharacters) return all;
  let kept = 0;
  let tooMany = pieces.filter(isContent).length;
  while (tooMany - kept > 1) {
    const middle = Math.floor((kept + tooMany) / 2);
    const shorter = keepContent(pieces, middle);
    const fitting =
      assembleBlocks(shorter).length <= blockLimit && length(shorter) <= slackLimits.cardCharacters;
    if (fitting) kept = middle;
    else tooMany = middle;
  }
  return assembleBlocks(keepContent(pieces, kept)).slice(0, blockLimit);
}

/** Keeps the first `count` pieces that are not buttons, marks where the rest was, and joins the buttons left side by side. */
function keepContent(pieces: readonly Piece[], count: number): Piece[] {
  const kept: Piece[] = [];
  const dropped = pieces.filter(isContent).slice(count);
  const lines = dropped.filter(({ kind }) => kind !== 'divider').length;
  let seen = 0;
  for (const piece of pieces) {
    if (isContent(piece)) {
      seen += 1;
      if (seen <= count) kept.push(piece);
      else if (seen === count + 1 && lines > 0)
        kept.push({ kind: 'line', inline: [plain(wording.leftOut(lines), slackLimits.richTextCharacters)] });
      continue;
    }
    const last = kept.at(-1);
    if (last?.kind === 'buttons') {
      kept[kept.length - 1] = { kind: 'buttons', buttons: [...last.buttons, ...piece.buttons] };
    } else kept.push(piece);
  }
  return kept;
}

function length(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + pieceLength(piece), 0);
}

function isContent(piece: Piece): piece is Exclude<Piece, { kind: 'buttons' }> {
  return piece.kind !== 'buttons';
}
