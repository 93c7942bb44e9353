import fc from 'fast-check';

/** Text that tries to format, link, call people, break JSON or SQL, or turn the writing round. */
export const hostileWords: readonly string[] = [
  '',
  ' ',
  '\n\n',
  '*Jo* _x_ ~y~ `z`',
  '**Jo** [ring me](https://example.org) # 1',
  '- list\n- of\n1. things',
  '<!channel> <!here> <!everyone>',
  '<@U123> <#C1|general> <https://example.org|click>',
  '<at>everyone</at>',
  '{{DATE(2026-11-24T10:00:00Z)}} {{user.name}}',
  '<script>alert(1)</script> <b>x</b> &lt;i&gt; &amp;',
  `Robert'); DROP TABLE "Child";--`,
  '"\\',
  ':wave: 👩‍👩‍👧‍👦 Zoë 🏳️‍🌈 Ž̷̢̛a',
  '\u202egnol\u202c \u2066x\u2069 \u200eleft\u200f',
  'nul\u0000byte',
  '\ud800 alone, and \udc00 too',
];

/** All of it in one line. */
export const hostileLine: string = hostileWords.join(' ').replace(/\s+/g, ' ').trim();

/** All of it, over and over, of exactly this many UTF-16 units; `from`: where in it to begin. */
export function hostileOf(length: number, from = 0): string {
  const enough = hostileLine.repeat(Math.ceil((length + from) / hostileLine.length));
  return `x${enough.slice(from, from + length - 2)}.`;
}

/** Any text at all: arbitrary characters, the above, and 10,000 characters of one kind or of everything. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  { weight: 4, arbitrary: fc.constantFrom(...hostileWords, hostileLine) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('&', '<', '"', 'x', '\u{1f600}', '*', '\n', '\u0301', '\u0000', '\ud800')
      .map((one) => one.repeat(10_000 / one.length)),
  },
  { weight: 1, arbitrary: fc.constant(hostileOf(10_000)) },
);
