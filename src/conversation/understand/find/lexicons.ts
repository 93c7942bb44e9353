import commonWords from '../lexicon/commonWords.json';
import firstNames from '../lexicon/firstNames.json';
import neverNames from '../lexicon/neverNames.json';

const COMMON = new Set(commonWords);
const FIRST = new Set(firstNames);
const NEVER = new Set(neverNames.hard.flatMap((line) => line.split(' ')));
const ELSEWHERE = new Set(neverNames.elsewhere.flatMap((line) => line.split(' ')));
const ALSO_WORDS = new Set(neverNames.firstNamesThatAreWords.flatMap((line) => line.split(' ')));

const SOFT = new Set(neverNames.softSurnames.flatMap((line) => line.split(' ')));

const plain = (word: string): string => word.toLowerCase().replace(/'s$/, '');

export function isCommonWord(word: string): boolean {
  const bare = plain(word);
  return COMMON.has(bare) || (bare.includes('-') && bare.split('-').every((part) => COMMON.has(part)));
}

/** Words of the trade that are surnames too ("Chase Park", "Callum Priest"). */
export const isSoftSurname = (word: string): boolean => SOFT.has(plain(word));

/** A first name, or a double one whose first part is ("Ivy-Mae"). */
export function isFirstName(word: string): boolean {
  const name = plain(word);
  return FIRST.has(name) || FIRST.has(name.split('-')[0] ?? '');
}

/** First names that are words as often ("will", "may", "mark"). */
export const isWordToo = (word: string): boolean => ALSO_WORDS.has(plain(word));

/** Words of the trade, verbs and small words: never part of a child's name. */
export const isNeverName = (word: string): boolean => NEVER.has(word.toLowerCase());

/** Towns, shops, feasts, makes: capitalised, but no names of people. */
export const isElsewhere = (word: string): boolean => ELSEWHERE.has(plain(word));
