import type { Analysis } from '../find/analyse';
import type { EncounterFields } from '../reading';
import { namesOf } from './amendmentTarget';

const UNNAMED =
  /(?<!\S)(?:(?:a|an|one|another|[2-6]) )?(?:young )?(?:boys?|girls?|lads?|lass|males?|females?|youths?|pupils?|kids?)(?!\S)/;

/** A message that is a whole encounter of a child the draft does not have: begins one, amends none. */
export function isAnotherChild(input: { analysis: Analysis; children: readonly EncounterFields[] }): boolean {
  const { analysis, children } = input;
  const ofChild = [analysis.ages, analysis.years, analysis.schools, analysis.dates].filter(
    (spans) => spans.length > 0,
  ).length;
  const ofMeeting = [analysis.places, analysis.times].filter((spans) => spans.length > 0).length;
  const known = new Set(children.flatMap(namesOf));
  const others = analysis.people.filter(
    ({ role, words }) =>
      role === 'child' && words.length > 1 && words.some((word) => !known.has(word.toLowerCase())),
  );
  if (others.length > 0) return ofChild + ofMeeting > 1;
  const isUnnamed = analysis.children.every((child) => !(child.givenName ?? child.familyName));
  return isUnnamed && UNNAMED.test(analysis.masked.text) && ofChild > 0 && ofMeeting > 0;
}
