import type { Analysis } from '../find/analyse';

/** Which of two children "he" and "she" are: by the kinship said, else in the order the words come. */
export function pronounOwners(analysis: Analysis, text: string): Map<'he' | 'she', number> {
  const owners = new Map<'he' | 'she', number>();
  if (analysis.children.length !== 2) return owners;
  const he = text.search(/(?<!\S)(?:he|he's|he'd)(?!\S)/);
  const she = text.search(/(?<!\S)(?:she|she's|she'd)(?!\S)/);
  const kin =
    /CHILD(?: \S+){0,8}? (?:and|with|,|plus)(?: (his|her|the))?(?: \S+)? (brother|sister)(?: ,)? CHILD/.exec(
      text,
    );
  if (kin) {
    const second = kin[2] === 'brother' ? 'he' : 'she';
    const first = kin[1] === 'his' ? 'he' : kin[1] === 'her' ? 'she' : second === 'he' ? 'she' : 'he';
    if (first !== second)
      return new Map([
        [first, 0],
        [second, 1],
      ]);
    return owners;
  }
  // "boy + girl. She is Keeva": the name said with the pronoun.
  const said = /(?<!\S)(he|she)(?: is|'s)? (?:called |named )?CHILD/.exec(text);
  if (said && analysis.children.filter(({ givenName }) => givenName).length === 1) {
    const named = analysis.children.findIndex(({ givenName }) => givenName);
    const first = said[1] === 'he' ? 'he' : 'she';
    return new Map([
      [first, named],
      [first === 'he' ? 'she' : 'he', 1 - named],
    ]);
  }
  const both = /brother and sister|sister and brother|twins|siblings|CHILD/.test(text);
  if (he >= 0 && she >= 0 && both) {
    owners.set(he < she ? 'he' : 'she', 0);
    owners.set(he < she ? 'she' : 'he', 1);
  }
  return owners;
}

/** "with their father, and he teaches them at home": he is the adult named since the child. */
export function isOfAdult(
  spoken: string,
  words: readonly string[],
  at: number,
  mentionAt: ReadonlyMap<number, number>,
): boolean {
  const adult = spoken.startsWith('h')
    ? /^(?:father|dad|daddy|grandad|grandfather|grandpa|uncle|step-?dad|stepfather|coach|ADULT)$/
    : /^(?:mother|mum|mummy|mam|nan|gran|granny|grandma|grandmother|aunt|auntie|step-?mum|stepmother|carer|childminder|lady|ADULT)$/;
  for (let i = at - 1; i >= 0 && i > at - 25; i--) {
    if (mentionAt.has(i)) return false;
    if (adult.test(words[i] ?? '')) return true;
  }
  return false;
}
