import spelling from '../lexicon/spelling.json';

const SLASH = new Map(Object.entries(spelling.slash));
const DIGITS = new Map(Object.entries(spelling.digits));
const WORDS = new Map(Object.entries(spelling.words));

export const isSlashWord = (word: string): boolean => SLASH.has(word);
export const isDigitWord = (word: string): boolean => DIGITS.has(word);

/** The word in full: abbreviations, text-speak and usual slips written out. */
export function spellOut(lower: string): string {
  return SLASH.get(lower) ?? DIGITS.get(lower) ?? WORDS.get(lower) ?? lower;
}
