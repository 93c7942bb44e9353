import spelling from '../lexicon/spelling.json';
import { textSpeakWord } from './fromTextSpeak';

const SLASH = new Map(Object.entries(spelling.slash));
const DIGITS = new Map(Object.entries(spelling.digits));
const WORDS = new Map(Object.entries(spelling.words));

export const isSlashWord = (word: string): boolean => SLASH.has(word);
export const isDigitWord = (word: string): boolean =>
  DIGITS.has(word) || (/\d/.test(word) && textSpeakWord(word) !== null);

/** The word in full: abbreviations, text-speak and usual slips written out. */
export function spellOut(lower: string): string {
  return SLASH.get(lower) ?? DIGITS.get(lower) ?? WORDS.get(lower) ?? lower;
}

/** Whether the lexicon has the form itself, even where it stands for itself. */
export const isKnownSpelling = (lower: string): boolean => WORDS.has(lower) || DIGITS.has(lower);
