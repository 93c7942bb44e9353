import { companionFacts } from '../assign/companions';
import { contactFacts } from '../assign/contactFacts';
import type { Fact } from '../assign/fact';
import { outcomeFacts } from '../assign/outcomeFacts';
import { reasonFacts } from '../assign/reasonFacts';
import type { Analysis } from '../find/analyse';
import amendments from '../lexicon/amendments.json';
import type { EncounterFields } from '../reading';
import { namesOf } from './amendmentTarget';

const ALLOWED = new Set(amendments.allowed.split(' '));

/** Words that no value and no phrase of correcting explains: then it is chat or something new. */
export function hasLeftover(input: {
  analysis: Analysis;
  children: readonly EncounterFields[];
  names: boolean;
}): boolean {
  const { analysis, children, names } = input;
  if (names) return false;
  const known = new Set(children.flatMap(namesOf));
  const covered = new Set<number>();
  const cover = (from: number, to: number): void => {
    for (let i = from; i < to; i++) covered.add(i);
  };
  for (const span of [
    ...analysis.ages,
    ...analysis.years,
    ...analysis.dates,
    ...analysis.times,
    ...analysis.schools,
    ...analysis.places,
  ])
    cover(span.from, span.to);
  const facts: Fact<unknown>[] = [
    ...reasonFacts(analysis),
    ...outcomeFacts(analysis),
    ...companionFacts(analysis),
    ...contactFacts(analysis),
  ];
  for (const fact of facts) cover(fact.token, fact.end + 1);
  return analysis.tokens.some(({ norm, raw }, i) => {
    if (covered.has(i) || norm === '' || known.has(raw.toLowerCase().replace(/'s?$/, ''))) return false;
    if (/^\d{1,2}$/.test(norm) && Number(norm) < 20) return false;
    return !norm.split(' ').every((word) => ALLOWED.has(word)) && !/^\P{L}$/u.test(norm);
  });
}
