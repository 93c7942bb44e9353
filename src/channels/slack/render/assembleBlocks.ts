import type { types } from '@slack/bolt';
import type { TokenButton } from '../../../conversation/model/card';
import { slackLimits } from '../limits';
import type { Inline, Piece } from './cardPieces';
import { renderPicture } from './picture';
import { plainLine, plainText } from './plainText';
import { escapeText } from './safeText';

type TextPiece = Extract<Piece, { kind: 'line' | 'item' }>;

/** Puts pieces together into Block Kit blocks; neighbouring lines and list items share a rich text block. */
export function assembleBlocks(pieces: readonly Piece[]): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  let run: TextPiece[] = [];
  let buttonNumber = 0;
  const endRun = () => {
    if (run.length > 0) blocks.push(richText(run));
    run = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'line' || piece.kind === 'item') {
      if (isFull([...run, piece])) endRun();
      run.push(piece);
      continue;
    }
    endRun();
    if (piece.kind === 'header') {
      blocks.push({ type: 'header', text: plainLine(piece.text, slackLimits.header) });
    } else if (piece.kind === 'note') {
      blocks.push({ type: 'context', elements: [plainText(piece.text, slackLimits.contextText)] });
    } else if (piece.kind === 'divider') {
      blocks.push({ type: 'divider' });
    } else if (piece.kind === 'image') {
      blocks.push(renderPicture(piece.source, piece.alt));
    } else {
      blocks.push(...actions(piece.buttons, buttonNumber));
      buttonNumber += piece.buttons.length;
    }
  }
  endRun();
  return blocks;
}

/** Characters a piece takes, as Slack may count them. */
export function pieceLength(piece: Piece): number {
  if (piece.kind === 'line' || piece.kind === 'item') {
    return piece.inline.reduce((sum, { text }) => sum + escapeText(text).length + 1, 0);
  }
  return piece.kind === 'header' || piece.kind === 'note' ? escapeText(piece.text).length : 0;
}

function isFull(run: readonly TextPiece[]): boolean {
  if (run.length === 1) return false;
  return (
    run.length > slackLimits.richTextParts ||
    run.reduce((sum, piece) => sum + pieceLength(piece), 0) > slackLimits.richTextCharacters
  );
}

function richText(run: readonly TextPiece[]): types.RichTextBlock {
  const elements: (types.RichTextSection | types.RichTextList)[] = [];
  let group: TextPiece[] = [];
  const endGroup = () => {
    const kind = group[0]?.kind;
    if (kind === 'line') elements.push(section(group));
    if (kind === 'item') elements.push(bulletList(group));
    group = [];
  };
  for (const piece of run) {
    if (group[0] !== undefined && group[0].kind !== piece.kind) endGroup();
    group.push(piece);
  }
  endGroup();
  return { type: 'rich_text', elements };
}

/** Lines of one section, with the break in between: phones run neighbouring sections together. */
function section(lines: readonly TextPiece[]): types.RichTextSection {
  const lineBreak: Inline = { type: 'text', text: '\n' };
  return {
    type: 'rich_text_section',
    elements: lines.flatMap((line, index) => (index === 0 ? line.inline : [lineBreak, ...line.inline])),
  };
}

function bulletList(items: readonly TextPiece[]): types.RichTextList {
  return {
    type: 'rich_text_list',
    style: 'bullet',
    elements: items.map(({ inline }) => ({ type: 'rich_text_section', elements: [...inline] })),
  };
}

function actions(buttons: readonly TokenButton[], firstNumber: number): types.ActionsBlock[] {
  const blocks: types.ActionsBlock[] = [];
  for (let start = 0; start < buttons.length; start += slackLimits.actionsElements) {
    const part = buttons.slice(start, start + slackLimits.actionsElements);
    blocks.push({
      type: 'actions',
      elements: part.map((button, index) => renderButton(button, firstNumber + start + index)),
    });
  }
  return blocks;
}

function renderButton(button: TokenButton, number: number): types.Button {
  return {
    type: 'button',
    action_id: `press:${number}`,
    text: plainLine(button.label, slackLimits.buttonLabel),
    value: button.token,
    ...(button.style === 'plain' ? {} : { style: button.style }),
  };
}
