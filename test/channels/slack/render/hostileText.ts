import fc from 'fast-check';

/** Text that tries to format, link, call people, break JSON or fill the screen. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 200, unit: 'grapheme' }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 60, unit: 'binary' }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\n\n',
      '<!channel>',
      '<@U1>',
      '*Jo*',
      '_x_ ~y~ `z`',
      ':wave:',
      '👨‍👩‍👧‍👦 Zoë',
      '<https://x.org|click>',
      '<script>alert(1)</script>',
      "'; DROP TABLE child; --",
      '\u202Egnol\u202C',
      '\uD800',
      'x\uDC00y',
      '\0',
      '&amp;',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('&', '<', 'a', '\uD83D\uDE00', '*').map((one) => one.repeat(10_000)),
  },
);
