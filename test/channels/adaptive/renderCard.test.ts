import fc from 'fast-check';
import { limits } from '../../../src/channels/adaptive/limits';
import { renderCard } from '../../../src/channels/adaptive/renderCard';
import type { Block, Card } from '../../../src/conversation/model/card';
import { buttonOf, buttonsOf, picturesOf, textOf } from '../../helpers/teamsCards';
import { objectionsTo } from '../../helpers/teamsParsedCard';
import { anyCard } from './hostile';

const card = (...blocks: Block[]): Card => ({ title: 'Check and save: 1 child', summary: 'Check 1', blocks });
const part = (text: string, kind: 'text' | 'heading' = 'text') => renderCard(card({ kind, text })).body[1];

describe('a card in Teams and the practice room', () => {
  test('every card, whatever is written in it, is one Microsoft draws whole', () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        expect(objectionsTo(renderCard(any))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('no card is over 80 KB, counted as Teams counts', () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        expect(Buffer.byteLength(JSON.stringify(renderCard(any)), 'utf16le')).toBeLessThanOrEqual(80 * 1024);
      }),
      { numRuns: 150 },
    );
  });

  test('no card carries half a sign or U+0000', () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        const sent = JSON.stringify(renderCard(any));
        expect(sent).not.toMatch(/\\ud[89ab]|\\udc|\\u0000/i);
      }),
      { numRuns: 150 },
    );
  });

  test('what is too long for a card is shortened, then left out, and the card says so; its buttons stay', () => {
    const long = Array.from(
      { length: 400 },
      (_, index): Block => ({ kind: 'text', text: `${index} ${'x'.repeat(900)}` }),
    );
    const buttons: Block = { kind: 'buttons', buttons: [{ label: 'Save', style: 'primary', token: 't' }] };
    const drawn = renderCard(card(...long, buttons));
    expect(textOf(drawn)).toContain('0 xxx');
    expect(textOf(drawn)).toContain('Some of this message is left out here');
    expect(buttonOf(drawn, 'Save').token).toBe('t');
  });

  test('a picture is in the card itself, with words for those who can’t see it', () => {
    const alt = 'QR code that opens the privacy notice';
    expect(renderCard(card({ kind: 'image', png: 'iVBORw0KGgo=', alt })).body[1]).toEqual({
      type: 'Image',
      url: 'data:image/png;base64,iVBORw0KGgo=',
      altText: alt,
    });
  });

  test('a picture too large for Teams gives way to its words before any text is shortened', () => {
    const text = 'y'.repeat(5_000);
    const drawn = renderCard(
      card({ kind: 'text', text }, { kind: 'image', png: 'a'.repeat(40_000), alt: 'Of 9 visits 6 are done' }),
    );
    expect(textOf(drawn)).toContain(text);
    expect(textOf(drawn)).toContain('Picture not shown here: Of 9 visits 6 are done');
    expect(picturesOf(drawn)).toEqual([]);
  });

  test('the first rows of a table that is too long are still shown', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [`V${index}`, 'Popley']);
    const drawn = renderCard(card({ kind: 'table', columns: ['Visit', 'Area'], rows }));
    expect(textOf(drawn)).toContain('V0');
    expect(textOf(drawn)).toContain('left out');
  });

  test('a long text ends with a mark', () => {
    expect(textOf(renderCard(card({ kind: 'text', text: 'y'.repeat(9_000) })))).toMatch(/y…$/);
  });

  test('a child called *Jo* is shown with the stars, not in italics', () => {
    expect(part('*Jo* [x](http://y)')).toMatchObject({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: '*Jo* [x](http://y)' }],
    });
    expect(part('*Jo*', 'heading')).toMatchObject({ type: 'TextBlock', style: 'heading', text: '\\*Jo\\*' });
    expect(part('1. Jo', 'heading')).toMatchObject({ text: '1\\. Jo' });
    expect(part('- Jo', 'heading')).toMatchObject({ text: '\\- Jo' });
  });

  test('text is not read as a function of the card', () => {
    expect(JSON.stringify(part('{{DATE(2026-11-24T10:00:00Z)}}'))).not.toContain('{{');
  });

  test('the title is a heading and wraps', () => {
    expect(renderCard(card()).body[0]).toMatchObject({
      style: 'heading',
      wrap: true,
      text: 'Check and save: 1 child',
    });
  });

  test('a fact that is not sure says so in words', () => {
    const facts = [{ label: 'Time', value: '10:52', mark: 'not sure' as const }];
    expect(textOf(renderCard(card({ kind: 'facts', facts })))).toContain('Time: 10:52 (not sure)');
  });

  test('eight buttons make two sets, since Teams hides the last of a long one', () => {
    const buttons = Array.from({ length: 8 }, (_, index) => ({
      label: `Button ${index}`,
      style: 'plain' as const,
      token: `t${index}`,
    }));
    const drawn = renderCard(card({ kind: 'buttons', buttons }));
    const sizes = drawn.body.flatMap((element) =>
      Array.isArray(element.actions) ? [element.actions.length] : [],
    );
    expect(sizes).toEqual([limits.buttonsInASet, 3]);
    expect(buttonsOf(drawn).map((button) => button.token)).toEqual(buttons.map((button) => button.token));
  });

  test('a button carries its token and nothing else, and works on clients without Action.Execute', () => {
    const buttons = [{ label: 'Save', style: 'primary' as const, token: 'opaque' }];
    expect(renderCard(card({ kind: 'buttons', buttons })).body[1]).toEqual({
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.Execute',
          verb: 'press',
          title: 'Save',
          style: 'positive',
          data: { token: 'opaque' },
          fallback: { type: 'Action.Submit', title: 'Save', style: 'positive', data: { token: 'opaque' } },
        },
      ],
    });
  });

  test('a button that opens a form asks Teams for a dialog', () => {
    const buttons = [{ label: 'Change', style: 'plain' as const, token: 'opaque', opensForm: true }];
    expect(buttonOf(renderCard(card({ kind: 'buttons', buttons })), 'Change').opensForm).toBe(true);
  });

  test('people without cards get the summary', () => {
    expect(renderCard(card()).fallbackText).toBe('Check 1');
  });
});
