/** How a word sounds without its vowels, and its vowels in order: what text-speak keeps and what it drops. */
export type Sound = { readonly bones: string; readonly vowels: string };

const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/^kn/, 'n'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/sch/g, 'sk'],
  [/tch/g, 'ch'],
  [/ph/g, 'f'],
  [/igh/g, 'i'],
  [/ck/g, 'k'],
  [/c(?=[ei])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/q/g, 'k'],
  [/z/g, 's'],
  [/x/g, 'ks'],
];

/** The consonants as they are heard (c as k or s, z as s, doubles once) and the vowels, doubles once. */
export function soundOf(word: string): Sound {
  let heard = word.replaceAll("'", '');
  for (const [pattern, plain] of SAME_SOUND) heard = heard.replace(pattern, plain);
  const startsOpen = /^[aeiou]/.test(heard) ? '_' : '';
  return {
    bones: startsOpen + heard.replace(/[aeiou]/g, '').replace(/(.)\1+/g, '$1'),
    vowels: heard.replace(/[^aeiou]/g, '').replace(/(.)\1+/g, '$1'),
  };
}

/** Whether the letters of the short form all stand in the long one, in order. */
export function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}
