import type { EncounterFields } from './encounterFields';

/** Signs in an officer's words, or in what was said of a child, that somebody may have to worry. Never a finding. */
export const CONCERN_SIGNS = [
  'young_alone',
  'hurt',
  'in_tears',
  'afraid',
  'adult_unknown',
  'not_cared_for',
  'missing',
  'exploited',
  'self_harm',
  'substances',
  'weapon',
] as const;
export type ConcernSign = (typeof CONCERN_SIGNS)[number];

/** Under this age a child who is out alone in school hours is worth a thought. */
const youngUnder = 10;
/** The school year in which children of that age are: Year 4 and below. */
const youngYear = 4;

/** A young child met alone, by age, year group or looks. */
export function isYoungAndAlone(child: { fields: EncounterFields; estimatedAge: number | null }): boolean {
  const { companion, age, yearGroup } = child.fields;
  if (companion !== 'alone') return false;
  const years = age ?? child.estimatedAge;
  return years !== null ? years < youngUnder : yearGroup !== null && yearGroup <= youngYear;
}

/** `C-104`: how a worry is named everywhere. Carries nothing of the child. */
export function concernReference(number: number): string {
  return `C-${number}`;
}
