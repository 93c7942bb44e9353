import type { types } from '@slack/bolt';
import type { Block, Card, Fact, TokenButton } from '../../../conversation/model/card';
import { slackLimits } from '../limits';
import { wording } from '../wording';
import { noPictures, type PictureOf, type PictureSource } from './picture';
import { fits, shortenToFit, shownLine, shownText } from './safeText';

export type Inline = types.RichTextText;

/** A card taken apart: what can be left out where it does not fit, and the buttons, which never are. */
export type Piece =
  | { readonly kind: 'header'; readonly text: string }
  | { readonly kind: 'line'; readonly inline: readonly Inline[] }
  | { readonly kind: 'item'; readonly inline: readonly Inline[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'image'; readonly source: PictureSource; readonly alt: string }
  | { readonly kind: 'buttons'; readonly buttons: readonly TokenButton[] };

/** One piece must fit one rich text block: a label and a value together, or a text with what stands before it. */
const labelLimit = 300;
const valueLimit = slackLimits.richTextCharacters - 400;
const textLimit = slackLimits.richTextCharacters - 100;

/** The pieces of a card in reading order, its title first. Pieces with nothing to show are left out. */
export function cardPieces(card: Card, pictureOf: PictureOf = noPictures): Piece[] {
  return [...headerPieces(card.title), ...card.blocks.flatMap((block) => blockPieces(block, pictureOf))];
}

function blockPieces(block: Block<TokenButton>, pictureOf: PictureOf): Piece[] {
  switch (block.kind) {
    case 'heading':
      return headerPieces(block.text);
    case 'text':
      return textPieces(block.text, block.tone ?? 'normal');
    case 'facts':
      return block.facts.map(factPiece);
    case 'list':
      return block.items.filter(isShown).map((item) => ({ kind: 'item', inline: [plain(item, textLimit)] }));
    case 'table':
      return block.rows.map((row) => rowPiece(block.columns, row));
    case 'divider':
      return [{ kind: 'divider' }];
    case 'image': {
      const source = pictureOf(block.png);
      if (source === null) return textPieces(wording.pictureLeftOut(block.alt), 'normal');
      return [{ kind: 'image', source, alt: block.alt }];
    }
    case 'buttons':
      return buttonPieces(block.buttons);
  }
}

function headerPieces(text: string): Piece[] {
  const line = shownLine(text);
  if (line === '') return [];
  // A title longer than Slack's header is shown whole, in bold, rather than cut.
  return fits(line, slackLimits.header)
    ? [{ kind: 'header', text: line }]
    : [{ kind: 'line', inline: [bold(line, textLimit)] }];
}

function textPieces(text: string, tone: 'normal' | 'subtle' | 'warning'): Piece[] {
  if (!isShown(text)) return [];
  if (tone === 'subtle') return [{ kind: 'note', text }];
  if (tone === 'warning')
    return [{ kind: 'line', inline: [bold(wording.warning, labelLimit), bold(text, textLimit)] }];
  return [{ kind: 'line', inline: [plain(text, textLimit)] }];
}

function factPiece(fact: Fact): Piece {
  const mark =
    fact.mark === undefined
      ? []
      : [{ ...plain(wording.mark(fact.mark), labelLimit), style: { italic: true } }];
  const value = isShown(fact.value) || mark.length > 0 ? fact.value : wording.nothing;
  return {
    kind: 'line',
    inline: [bold(`${fact.label}: `, labelLimit), plain(value, valueLimit), ...mark].filter(isNotEmpty),
  };
}

/** A table's row as a line that reads on a phone: its first cell, then each other cell after its column's name. */
function rowPiece(columns: readonly string[], row: readonly string[]): Piece {
  const [first, ...rest] = row;
  const cells = rest.flatMap((cell, index) => {
    const column = columns[index + 1];
    return isShown(cell) ? [column === undefined || !isShown(column) ? cell : `${column}: ${cell}`] : [];
  });
  const inline = [
    bold(first ?? '', labelLimit),
    plain(cells.length > 0 ? ` · ${cells.join(' · ')}` : '', valueLimit),
  ];
  const shown = inline.filter(isNotEmpty);
  return { kind: 'item', inline: shown.length > 0 ? shown : [plain(wording.nothing, labelLimit)] };
}

function buttonPieces(buttons: readonly TokenButton[]): Piece[] {
  const pressable = buttons.filter(({ token }) => token !== '' && token.length <= slackLimits.buttonValue);
  return pressable.length > 0 ? [{ kind: 'buttons', buttons: pressable }] : [];
}

export function plain(text: string, limit: number): Inline {
  return { type: 'text', text: shortenToFit(shownText(text), limit) };
}

function bold(text: string, limit: number): Inline {
  return { ...plain(text, limit), style: { bold: true } };
}

function isShown(text: string): boolean {
  return shownText(text).trim() !== '';
}

function isNotEmpty(inline: Inline): boolean {
  return inline.text !== '';
}
