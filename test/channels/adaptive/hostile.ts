import fc from 'fast-check';
import type { Block, Card } from '../../../src/conversation/model/card';

/** Text as it should never come, and does. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 200 }),
  fc.constantFrom(
    '',
    ' ',
    '*Jo*',
    '<!channel>',
    '[ring me](https://example.org)',
    '{{DATE(2026-11-24T10:00:00Z)}}',
    '\u202eevitan',
    '\ud800 alone',
    'nul\u0000byte',
    '<script>alert(1)</script> &lt;b&gt;',
    "Robert'); DROP TABLE children;--",
    '👩‍👩‍👧‍👦'.repeat(40),
    'x'.repeat(10_000),
    '"\\'.repeat(5_000),
    '- list\n- of\n1. things',
  ),
);

const tone = fc.constantFrom('normal' as const, 'subtle' as const, 'warning' as const);
const mark = fc.constantFrom('not sure' as const, 'not said' as const);
const fact = fc.record(
  { label: hostileText, value: hostileText, mark },
  { requiredKeys: ['label', 'value'] },
);
const button = fc.record(
  {
    label: hostileText,
    style: fc.constantFrom('primary' as const, 'danger' as const, 'plain' as const),
    token: fc.uuid(),
    opensForm: fc.boolean(),
  },
  { requiredKeys: ['label', 'style', 'token'] },
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: hostileText }),
  fc.record(
    { kind: fc.constant('text' as const), text: hostileText, tone },
    { requiredKeys: ['kind', 'text'] },
  ),
  fc.record({ kind: fc.constant('facts' as const), facts: fc.array(fact, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(hostileText, { maxLength: 40 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(hostileText, { maxLength: 6 }),
    rows: fc.array(fc.array(hostileText, { maxLength: 8 }), { maxLength: 60 }),
  }),
  fc.record({ kind: fc.constant('divider' as const) }),
  fc.record({
    kind: fc.constant('image' as const),
    png: fc.integer({ min: 1, max: 60_000 }).map((bytes) => Buffer.alloc(bytes, 7).toString('base64')),
    alt: hostileText,
  }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 14 }) }),
);

/** Any card at all. */
export const anyCard: fc.Arbitrary<Card> = fc.record({
  title: hostileText,
  summary: hostileText,
  blocks: fc.array(block, { maxLength: 20 }),
});
