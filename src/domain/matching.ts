import type { EncounterFields } from './encounterFields';
import { ageOn } from './localTime';

/** A pupil as far as everyone on a check card may recognise them: name, age, year group, school. */
export interface RecognisedPupil {
  readonly childId: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly dateOfBirth: string | null;
  readonly yearGroup: number | null;
  readonly schoolName: string | null;
}

/** A pupil that a search by name brought up, with how alike the names are (0 to 1). */
export interface PupilFound extends RecognisedPupil {
  readonly schoolId: string | null;
  readonly nameSimilarity: number;
}

/** How a field of the message stands to the pupil's record. */
export type Agreement = 'agrees' | 'near' | 'differs' | 'unknown';
export const evidenceFields = ['name', 'dateOfBirth', 'age', 'yearGroup', 'school'] as const;
export type EvidenceField = (typeof evidenceFields)[number];
export type Evidence = Readonly<Record<EvidenceField, Agreement>>;

/** A pupil who may be the child met. Which one it is, a person decides. */
export interface Candidate {
  readonly pupil: PupilFound;
  readonly grade: 'likely' | 'possible';
  readonly evidence: Evidence;
  readonly points: number;
}

type Said = Pick<
  EncounterFields,
  'givenName' | 'familyName' | 'dateOfBirth' | 'age' | 'yearGroup' | 'school'
>;

/** Names at least this alike count as the same, and as near. Found by trying spellings heard in the street. */
const sameName = 0.9;
const nearName = 0.45;

/** What each agreement weighs. A date of birth says most; a school changes more often than a birthday. */
const weights: Record<EvidenceField, Record<Agreement, number>> = {
  name: { agrees: 4, near: 2.5, differs: 0, unknown: 0 },
  dateOfBirth: { agrees: 4, near: 0, differs: -4, unknown: 0 },
  age: { agrees: 1, near: 0, differs: -2, unknown: 0 },
  yearGroup: { agrees: 1, near: 0, differs: -1.5, unknown: 0 },
  school: { agrees: 2, near: 0, differs: -2, unknown: 0 },
};
const likelyFrom = 5.5;
const possibleFrom = 2;
/** Half a name fits many: it needs more beside it, and is never `likely` without a date of birth. */
const halfNamePenalty = 2.5;

/**
 * Grades the pupils found by name against what was said, best first. Those who don't fit are left out.
 * @param onDate agency-local date of the encounter, for the age
 */
export function gradeCandidates(
  said: Said,
  found: readonly PupilFound[],
  onDate: string,
): readonly Candidate[] {
  return found
    .map((pupil) => gradeCandidate(said, pupil, onDate))
    .filter((candidate) => candidate !== null)
    .sort((a, b) => b.points - a.points || a.pupil.childId.localeCompare(b.pupil.childId));
}

function gradeCandidate(said: Said, pupil: PupilFound, onDate: string): Candidate | null {
  const evidence = compare(said, pupil, onDate);
  if (evidence.name === 'differs') return null;
  const halfName = said.givenName === null || said.familyName === null;
  const sum = evidenceFields.reduce((total, field) => total + weights[field][evidence[field]], 0);
  const points = halfName ? sum - halfNamePenalty : sum;
  if (points < possibleFrom) return null;
  const likely = points >= likelyFrom - (evidence.dateOfBirth === 'agrees' ? 1 : 0);
  const halfNameAlone = halfName && evidence.dateOfBirth !== 'agrees';
  return { pupil, evidence, points, grade: likely && !halfNameAlone ? 'likely' : 'possible' };
}

function compare(said: Said, pupil: PupilFound, onDate: string): Evidence {
  const age = pupil.dateOfBirth === null ? null : ageOn(pupil.dateOfBirth, onDate);
  return {
    name: pupil.nameSimilarity >= sameName ? 'agrees' : pupil.nameSimilarity >= nearName ? 'near' : 'differs',
    dateOfBirth: equal(said.dateOfBirth, pupil.dateOfBirth),
    age: withinOne(said.age, age),
    yearGroup: withinOne(said.yearGroup, pupil.yearGroup),
    school: equal(said.school, pupil.schoolName),
  };
}

function equal(said: string | null, known: string | null): Agreement {
  if (said === null || known === null) return 'unknown';
  return said === known ? 'agrees' : 'differs';
}

function withinOne(said: number | null, known: number | null): Agreement {
  if (said === null || known === null) return 'unknown';
  if (said === known) return 'agrees';
  return Math.abs(said - known) === 1 ? 'near' : 'differs';
}
