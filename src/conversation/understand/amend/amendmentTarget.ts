import type { EncounterFields } from '../reading';

/** Which child an amendment names: by name, by "second one", or "both"; null where it names none;
 * `outside` is a child the draft does not have. */
export type AmendmentTarget = { readonly childIndex: number | 'all'; readonly words: readonly string[] };

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** Finds the child spoken of among the draft's children. */
export function amendmentTarget(input: {
  words: readonly string[];
  children: readonly EncounterFields[];
}): AmendmentTarget | 'outside' | null {
  const { words, children } = input;
  const text = words.join(' ');
  if (/(?<!\S)(?:both|all (?:of them|three|\d)|all|they're|they)(?!\S)/.test(text) && children.length > 1) {
    return { childIndex: 'all', words: [] };
  }
  const ordinal =
    /(?<!\S)(?:the )?(first|second|third|fourth|fifth|sixth|1 st|2 nd|3 rd|4 th|last) (?:one|child|kid|boy|girl|lad|lass|name|pupil)(?!\S)/.exec(
      text,
    );
  const said = ordinal?.[1];
  if (said && !/(?:first|last|second) name/.test(ordinal?.[0] ?? '')) {
    const index =
      said === 'last' ? children.length - 1 : /^\d/.test(said) ? Number(said[0]) - 1 : ORDINALS.indexOf(said);
    return index >= 0 && index < children.length ? { childIndex: index, words: [] } : 'outside';
  }
  const matches = children
    .map((child, childIndex) => ({
      childIndex,
      words: namesOf(child).filter((name) => words.some((word) => bare(word) === name)),
    }))
    .filter((match) => match.words.length > 0);
  const best = matches.sort((a, b) => b.words.length - a.words.length)[0];
  const isTied = matches.length > 1 && matches[1]?.words.length === best?.words.length;
  return best && !isTied ? best : null;
}

const bare = (word: string): string => word.toLowerCase().replace(/'s?$/, '');

/** A child's names as single lower-case words. */
export function namesOf(child: EncounterFields): string[] {
  return [child.givenName, child.familyName].flatMap((name) => name?.toLowerCase().split(/\s+/) ?? []);
}
