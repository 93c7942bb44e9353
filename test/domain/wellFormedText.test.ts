import { wellFormedText, wellFormedValue } from '../../src/domain/wellFormedText';

test('U+0000 and lone surrogates become U+FFFD; everything else stays as written', () => {
  expect(wellFormedText('a\u0000b\ud800c 👩‍👧 <!channel> *x* \u202e')).toBe(
    'a\ufffdb\ufffdc 👩‍👧 <!channel> *x* \u202e',
  );
});

test('the same inside lists and objects, their keys too; dates and numbers stay', () => {
  const at = new Date(0);
  expect(wellFormedValue({ 'k\u0000': ['\ud800', 1, null, { at }] })).toEqual({
    'k\ufffd': ['\ufffd', 1, null, { at }],
  });
});
