import type { Transaction } from '../../data/unitOfWork';
import { foldName } from './foldName';
import { createNearestName } from './nearestName';

export interface SchoolFinder {
  /** The school of exactly this name or alias, or why there is none and which comes nearest. */
  find(written: string): { readonly id: string } | { readonly reason: string };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A file whose columns are shifted has thousands of wrong schools: suggestions for all would take minutes. */
const mostSuggestions = 500;

/** Reads the schools once and finds them by name, then by alias. */
export async function createSchoolFinder(tx: Transaction): Promise<SchoolFinder> {
  const schools = await tx.school.findMany({ select: { id: true, name: true, aliases: true } });
  const byName = new Map(schools.map((school) => [foldName(school.name), school]));
  const byAlias = new Map<string, Named[]>();
  for (const school of schools)
    for (const alias of new Set(school.aliases.map(foldName)))
      byAlias.set(alias, [...(byAlias.get(alias) ?? []), school]);
  const nearestName = createNearestName(
    schools.flatMap(({ name, aliases }) => [name, ...aliases].map((word) => ({ word, name }))),
  );
  let suggested = 0;
  const answers = new Map<string, { id: string } | { reason: string }>();
  const search = (key: string): { id: string } | { reason: string } => {
    const named = byName.get(key);
    if (named !== undefined) return { id: named.id };
    const [one, other] = byAlias.get(key) ?? [];
    if (one !== undefined && other !== undefined)
      return {
        reason: `stands for more than one school (${one.name}, ${other.name}). Write the whole name.`,
      };
    if (one !== undefined) return { id: one.id };
    suggested += 1;
    const nearest = suggested > mostSuggestions ? null : nearestName(key);
    return {
      reason: nearest
        ? `is not a school on record. The nearest name is "${nearest}".`
        : 'is not a school on record. Write its name as in the schools file, or import the schools first.',
    };
  };
  return {
    find: (written) => {
      const key = foldName(written);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = search(key);
      answers.set(key, answer);
      return answer;
    },
  };
}
