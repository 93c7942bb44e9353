import { encounterReference, parseEncounterReference } from '../../src/domain/encounterRecord';

test.each([
  ['E-1042', 1042],
  ['e1042', 1042],
  [' E 1042. ', 1042],
  ['1042', null],
  ['E-1042 is wrong', null],
  ['V12', null],
  ['e', null],
])('“%s” names encounter %p', (text, number) => {
  expect(parseEncounterReference(text)).toBe(number);
});

test('a reference is read back as the number it was made from', () => {
  expect(parseEncounterReference(encounterReference(7))).toBe(7);
});
