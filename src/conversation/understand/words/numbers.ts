const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty'];

const SMALL = new Map<string, number>([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TEENS.map((word, value): [string, number] => [word, value + 10]),
  ...TENS.map((word, value): [string, number] => [word, (value + 2) * 10]),
]);

/** Value of one number word from zero to fifty, or null. */
export const numberWord = (word: string): number | null => SMALL.get(word) ?? null;

/** Ordinals as written in dates ("ninth", "twenty-first"). */
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

/** Value of an ordinal word from first to thirty-first, or null. */
export function ordinalWord(word: string): number | null {
  const plain = word.replace('-', ' ');
  const simple = ORDINALS.indexOf(plain);
  if (simple >= 0) return simple + 1;
  if (plain === 'thirtieth') return 30;
  const [tens, unit] = plain.split(' ');
  const unitValue = unit ? ORDINALS.indexOf(unit) + 1 : 0;
  if (unitValue === 0 || unitValue > 9) return null;
  if (tens === 'twenty') return 20 + unitValue;
  return tens === 'thirty' && unitValue === 1 ? 31 : null;
}
