import type { Block, Fact } from '../../conversation/model/card';
import type { Element } from './elements';
import { heading } from './heading';
import { limits } from './limits';
import { picture } from './picture';
import { renderButtons } from './renderButtons';
import { type Run, richText } from './richText';
import { safeText } from './safeText';

/** One block of a card as elements. `textLimit` is what each paragraph, value and cell may hold, in UTF-16 units. */
export function renderBlock(block: Block, textLimit: number): Element[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'text': {
      const text = safeText(block.text, textLimit) || ' ';
      return [richText([{ text, subtle: block.tone === 'subtle', warning: block.tone === 'warning' }])];
    }
    case 'facts':
      return block.facts.map((fact, index) => richText(factRuns(fact, textLimit), { tight: index > 0 }));
    case 'list':
      return block.items.map((item, index) =>
        richText([{ text: `• ${safeText(item, textLimit)}` }], { tight: index > 0 }),
      );
    case 'table':
      return renderTable(block, textLimit);
    case 'divider':
      return [richText([{ text: ' ' }], { separated: true })];
    case 'image':
      return [picture(block)];
    case 'buttons':
      return renderButtons(block.buttons);
  }
}

function factRuns(fact: Fact, textLimit: number): Run[] {
  return [
    { text: `${safeText(fact.label, limits.label)}: `, bold: true },
    { text: safeText(fact.value, textLimit) },
    ...(fact.mark ? [{ text: ` (${fact.mark})`, warning: fact.mark === 'not sure', subtle: true }] : []),
  ];
}

function renderTable(table: Extract<Block, { kind: 'table' }>, textLimit: number): Element[] {
  if (table.columns.length === 0) return [];
  const cellLimit = Math.min(limits.cell, textLimit);
  const row = (cells: readonly string[], bold: boolean) => ({
    type: 'TableRow',
    cells: table.columns.map((_, index) => ({
      type: 'TableCell',
      items: [richText([{ text: safeText(cells[index] ?? '', cellLimit) || ' ', bold }])],
    })),
  });
  return [
    {
      type: 'Table',
      firstRowAsHeader: true,
      columns: table.columns.map(() => ({ width: 1 })),
      rows: [row(table.columns, true), ...table.rows.map((cells) => row(cells, false))],
    },
  ];
}
