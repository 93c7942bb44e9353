/** First letter of each part a capital, also after a hyphen or apostrophe (rule 10); mixed case is kept. */
export function capitaliseName(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  return words.map(capitalisePart).join(' ');
}

function capitalisePart(word: string): string {
  const isMixed = /^\p{L}*\p{Ll}\p{Lu}/u.test(word);
  const base = isMixed ? word : word.toLowerCase();
  return base.replace(/(^|[-'])(\p{L})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase());
}
