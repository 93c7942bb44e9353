import { numberWord } from '../words/numbers';

/** The first number of a phrase, in digits or (from two up) in words; null where it has none. */
export function numberSaid(said: string): number | null {
  const digits = /(?<![\d:.])(\d{1,2})(?![\d:.])/.exec(said)?.[1];
  if (digits) return Number(digits);
  const word = said
    .toLowerCase()
    .split(/\W+/)
    .map(numberWord)
    .find((value) => value !== null && value >= 2 && value <= 18);
  return word ?? null;
}
