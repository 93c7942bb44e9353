import type { Analysis } from '../find/analyse';
import { capitaliseName } from '../find/capitaliseName';
import { splitName } from '../find/children';
import type { EncounterReading, PersonAskedAbout } from '../reading';
import { nameAskedAbout } from './nameAskedAbout';

/** Whom a question is about: as an encounter would be read, or by the words after "about", "called" and the like. */
export function personAsked(input: {
  analysis: Analysis;
  encounter: EncounterReading | undefined;
}): PersonAskedAbout | null {
  const { analysis, encounter } = input;
  if (encounter) {
    const { givenName, familyName, age, yearGroup, school } = encounter;
    return {
      givenName,
      familyName,
      age: age ?? onlyOne(analysis.ages) ?? bareAge(analysis),
      yearGroup: yearGroup ?? onlyOne(analysis.years),
      school: school ?? analysis.schools[0]?.entry.school?.name ?? null,
    };
  }
  const span = nameAskedAbout(analysis);
  const school = analysis.schools[0]?.entry.school?.name ?? null;
  const age = onlyOne(analysis.ages) ?? bareAge(analysis);
  const yearGroup = onlyOne(analysis.years);
  if (!span) {
    const isAnything = school !== null || age !== null || yearGroup !== null;
    return isAnything ? { givenName: null, familyName: null, age, yearGroup, school } : null;
  }
  const words = analysis.tokens
    .slice(span.from, span.to)
    .map((token, i, all) => (i === all.length - 1 ? token.raw.replace(/'s?$/, '') : token.raw));
  const { given, family } = splitName(words);
  return { givenName: capitaliseName(given), familyName: capitaliseName(family), age, yearGroup, school };
}

const onlyOne = (
  spans: readonly { readonly value: number; readonly isEstimate: boolean }[],
): number | null => {
  const [only] = spans;
  return only && spans.length === 1 && !only.isEstimate ? only.value : null;
};

/** "… already this year? 16, Testbourne": a number on its own between signs. */
function bareAge(analysis: Analysis): number | null {
  if (analysis.ages.length > 0) return null;
  const { tokens } = analysis;
  const index = tokens.findIndex(
    ({ norm }, i) =>
      /^(?:[4-9]|1[0-8])$/.test(norm) &&
      /^(?:[?,.(\n:-]|he's|she's|aged|is)$/.test(tokens[i - 1]?.norm ?? '\n') &&
      /^(?:[?,.)\n-]|yo|years|at|from|goes)$/.test(tokens[i + 1]?.norm ?? '\n'),
  );
  if (index < 0) return null;
  const isSpoken = [...analysis.years, ...analysis.times, ...analysis.dates].some(
    ({ from, to }) => index >= from && index < to,
  );
  return isSpoken ? null : Number(tokens[index]?.norm);
}
