import type { Analysis } from '../find/analyse';
import { capitaliseName } from '../find/capitaliseName';
import type { EncounterFields } from '../reading';
import { namesOf } from './amendmentTarget';
import { nameWords } from './nameWords';
import type { Said } from './said';

const NAME_SAID =
  /\b(surname|family name|last name|first name|forename|given name|name|called)(?:'s| is| was| should be| should say| to| spelt| spelled| =| :|:)*\s+(?:is |actually |spelt |spelled |be |called )*([\p{L}][\p{L}'’ -]*?)(?:[.!,]|\s+not\b|$)/iu;

/** Names given outright; `stranger` where the message names a child the draft does not have. */
export function namesSaid(
  analysis: Analysis,
  children: readonly EncounterFields[],
): readonly Said[] | 'stranger' {
  const text = analysis.tokens.map((token) => token.raw).join(' ');
  const match = NAME_SAID.exec(text);
  if (match?.[1] && match[2]) {
    const words = nameWords(match[2]);
    const kind = match[1].toLowerCase();
    if (words.length === 0 || words.length > 3) return [];
    if (/surname|family|last/.test(kind))
      return [{ field: 'familyName', value: capitaliseName(words), isNamed: true }];
    if (/first|forename|given/.test(kind))
      return [{ field: 'givenName', value: capitaliseName(words), isNamed: true }];
    const given: Said = {
      field: 'givenName',
      value: capitaliseName(words.slice(0, words.length > 1 ? -1 : 1)),
      isNamed: true,
    };
    return words.length > 1
      ? [given, { field: 'familyName', value: capitaliseName(words.slice(-1)), isNamed: true }]
      : [given];
  }
  const known = new Set(children.flatMap(namesOf));
  const isStranger = analysis.people.some(
    (person) => person.role === 'child' && person.words.every((word) => !known.has(word.toLowerCase())),
  );
  return isStranger ? 'stranger' : [];
}
