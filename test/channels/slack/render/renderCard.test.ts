import fc from 'fast-check';
import { renderCard } from '../../../../src/channels/slack/render/renderCard';
import { renderHome } from '../../../../src/channels/slack/render/renderHome';
import type { Block, Card, TokenButton } from '../../../../src/conversation/model/card';
import { breachesOfMessage, breachesOfView } from '../../../helpers/slackLimits';
import { buttonsOf, wordsOf } from '../../../helpers/slackView';
import { hostileText } from './hostileText';

const token = fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom('a', 'b', '7', '-') });
const button: fc.Arbitrary<TokenButton> = fc.record({
  label: hostileText,
  style: fc.constantFrom('primary', 'danger', 'plain'),
  token,
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: hostileText }),
  fc.record({
    kind: fc.constant('text' as const),
    text: hostileText,
    tone: fc.constantFrom('normal', 'subtle', 'warning'),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(
      fc.oneof(
        fc.record({ label: hostileText, value: hostileText }),
        fc.record({ label: hostileText, value: hostileText, mark: fc.constantFrom('not sure', 'not said') }),
      ),
      { maxLength: 12 },
    ),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(hostileText, { maxLength: 150 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(hostileText, { maxLength: 5 }),
    rows: fc.array(fc.array(hostileText, { maxLength: 6 }), { maxLength: 30 }),
  }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({
    kind: fc.constant('image' as const),
    png: fc.constantFrom('known', 'other'),
    alt: hostileText,
  }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 30 }) }),
);
const pictureOf = (png: string) => (png === 'known' ? { slack_file: { id: 'F1' } } : null);
const card: fc.Arbitrary<Card> = fc.record({
  title: hostileText,
  summary: hostileText,
  blocks: fc.array(block, { maxLength: 60 }),
});

function tokens(of: Card): string[] {
  return of.blocks.flatMap((each) => (each.kind === 'buttons' ? each.buttons.map((one) => one.token) : []));
}

describe('any card', () => {
  it('is a message Slack takes, with every button', () => {
    fc.assert(
      fc.property(card, (any) => {
        const message = renderCard(any, pictureOf);
        expect(breachesOfMessage(message)).toEqual([]);
        expect(buttonsOf(message.blocks).map((one) => one.token)).toEqual(tokens(any));
      }),
      { numRuns: 150 },
    );
  });

  it('is a Home Slack takes, with every button', () => {
    fc.assert(
      fc.property(card, (any) => {
        const home = renderHome(any, pictureOf);
        expect(breachesOfView(home)).toEqual([]);
        expect(buttonsOf(home).map((one) => one.token)).toEqual(tokens(any));
      }),
      { numRuns: 80 },
    );
  });

  it('has nothing in it that Slack reads as formatting, a link or a call', () => {
    fc.assert(
      fc.property(card, (any) => {
        const message = renderCard(any, pictureOf);
        expect(JSON.stringify(message.blocks)).not.toContain('"mrkdwn"');
        expect(message.text).not.toMatch(/[<>]/);
      }),
      { numRuns: 80 },
    );
  });
});

const lines = (count: number): Block => ({
  kind: 'list',
  items: Array.from({ length: count }, (_, index) => `V${index + 1} · Popley · ${'secondary '.repeat(20)}`),
});
const save: Block = { kind: 'buttons', buttons: [{ label: 'Save', style: 'primary', token: 'save' }] };

describe('a card', () => {
  it('shows facts with their marks in words, and lists, tables and warnings in full', () => {
    const { blocks, text } = renderCard({
      title: 'Check and save: 1 child',
      summary: 'Check 1 encounter',
      blocks: [
        {
          kind: 'facts',
          facts: [
            { label: 'Name', value: '*Jo* <!channel>' },
            { label: 'Time', value: '10:52', mark: 'not said' },
          ],
        },
        { kind: 'list', items: ['one', 'two'] },
        { kind: 'table', columns: ['Ref', 'Area', 'Since'], rows: [['V12', 'Popley', '09:40']] },
        { kind: 'text', tone: 'warning', text: 'Two people needed' },
      ],
    });
    expect(wordsOf(blocks).split('\n')).toEqual([
      'Check and save: 1 child',
      'Name: *Jo* <!channel>',
      'Time: 10:52 (not said)',
      'one',
      'two',
      'V12 · Area: Popley · Since: 09:40',
      '⚠ Important: Two people needed',
    ]);
    expect(text).toBe('Check 1 encounter');
  });

  it('shows a picture where Slack has it, with its words for those who can’t see it, and the words alone elsewhere', () => {
    const alt = 'QR code that opens the privacy notice';
    const blocks: Block[] = ['known', 'other'].map((png) => ({ kind: 'image', png, alt }));
    const drawn = renderCard({ title: 'Tell the child', summary: 's', blocks }, pictureOf).blocks;
    expect(drawn[1]).toEqual({ type: 'image', slack_file: { id: 'F1' }, alt_text: alt });
    expect(wordsOf(drawn)).toBe(`Tell the child\nPicture not shown here: ${alt}`);
  });

  it('that is too long says how much is left out, and keeps its buttons', () => {
    const { blocks } = renderCard({ title: 'Open visits', summary: '90 visits', blocks: [lines(90), save] });
    const words = wordsOf(blocks).split('\n');
    const shown = words.filter((line) => /^V\d+ /.test(line)).length;
    expect(words).toContain(`… ${90 - shown} more lines. Ask for them by message.`);
    expect(shown).toBeGreaterThan(30);
    expect(buttonsOf(blocks)).toEqual([{ label: 'Save', token: 'save' }]);
    expect(wordsOf(blocks)).toMatch(/^Open visits/);
  });

  it('that fits is not shortened', () => {
    const { blocks } = renderCard({ title: 'Open visits', summary: '40 visits', blocks: [lines(40), save] });
    expect(wordsOf(blocks)).not.toMatch(/more line/);
    expect(wordsOf(blocks)).toMatch(/V40 /);
  });

  it('with a name that turns the writing direction shows it without the turning', () => {
    const { blocks } = renderCard({
      title: 'Check',
      summary: 's',
      blocks: [{ kind: 'text', text: 'Jo\u202Eeva' }],
    });
    expect(wordsOf(blocks)).toBe('Check\nJoeva');
  });
});
