import type { Block, Card } from '../../conversation/model/card';
import { type AdaptiveCard, adaptiveCard, type Element, unitsOf } from './elements';
import { heading } from './heading';
import { limits } from './limits';
import { inWords } from './picture';
import { renderBlock } from './renderBlock';
import { richText } from './richText';
import { safeText } from './safeText';

const leftOut = 'Some of this message is left out here: it is too long to show.';

/**
 * A card as an Adaptive Card 1.5 of less than 80 KB. Everything is shown as it was written; where it does not fit,
 * words stand in the place of pictures, then what is too long is shortened with a mark, and after that left out from
 * the end with a sentence that says so. Buttons stay.
 */
export function renderCard(card: Card): AdaptiveCard {
  const whole = assemble(card, renderAll(card.blocks, limits.text));
  if (unitsOf(whole) <= limits.cardUnits) return whole;
  const words = { ...card, blocks: inWords(card.blocks) };
  for (const textLimit of [limits.text, ...limits.tighterText]) {
    const shorter = assemble(words, renderAll(words.blocks, textLimit));
    if (unitsOf(shorter) <= limits.cardUnits) return shorter;
  }
  return withoutTheEnd(words);
}

/** What a notification shows of the card. Never names a child: the view's summary doesn't. */
export function summaryOf(card: Card): string {
  return safeText(card.summary, limits.summary) || 'Rollcall';
}

function assemble(card: Card, elements: readonly Element[]): AdaptiveCard {
  return adaptiveCard({
    fallbackText: summaryOf(card),
    body: [heading(card.title, 'Large'), ...elements],
  });
}

function withoutTheEnd(card: Card): AdaptiveCard {
  const textLimit = limits.tighterText.at(-1) ?? 150;
  const buttons = card.blocks.filter((block) => block.kind === 'buttons');
  let kept: Element[] = [];
  const note = richText([{ text: leftOut, subtle: true }]);
  const room = limits.cardUnits - unitsOf(assemble(card, [note]));
  let used = 0;
  const reserved = renderAll(buttons, textLimit);
  const fits = (elements: readonly Element[]) => used + JSON.stringify(elements).length <= room;
  const keptButtons = reserved.filter((element) => {
    if (!fits([element])) return false;
    used += JSON.stringify(element).length + 1;
    return true;
  });
  for (const element of renderAll(pieces(card.blocks), textLimit)) {
    if (!fits([element])) break;
    used += JSON.stringify(element).length + 1;
    kept = [...kept, element];
  }
  return assemble(card, [...kept, note, ...keptButtons]);
}

function renderAll(blocks: readonly Block[], textLimit: number): Element[] {
  return blocks.flatMap((block) => renderBlock(block, textLimit));
}

/** Everything but the buttons, a long table in parts so that its beginning can be kept. */
function pieces(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'buttons') return [];
    if (block.kind !== 'table') return [block];
    const parts: Block[] = [];
    for (let start = 0; start < block.rows.length; start += 20) {
      parts.push({ ...block, rows: block.rows.slice(start, start + 20) });
    }
    return parts;
  });
}
