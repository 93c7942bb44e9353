import type { EncounterFields } from './encounterFields';
import type { Candidate } from './matching';
import type { Person } from './person';

/** What would tell two pupils apart: what to ask the child or the adult for. */
export type TellingQuestion = 'dateOfBirth' | 'school' | 'yearGroup' | 'familyName' | 'givenName';

/** What a person may be shown of the pupils that fit: some of them, a question, or nothing. */
export type CandidatesShown =
  | { readonly kind: 'candidates'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'question'; readonly ask: TellingQuestion }
  | { readonly kind: 'none' };

/**
 * Council staff and the child's own school see up to three candidates; police and community safety see one, or are
 * asked a question that tells several apart (design, section 5).
 */
export function candidatesShown(
  person: Person,
  candidates: readonly Candidate[],
  said: EncounterFields,
): CandidatesShown {
  const mine =
    person.agencyKind === 'school'
      ? candidates.filter((candidate) => candidate.pupil.schoolId === person.schoolId)
      : candidates;
  const [first, second] = mine;
  if (first === undefined) return { kind: 'none' };
  if (person.agencyKind === 'council' || person.agencyKind === 'school')
    return { kind: 'candidates', candidates: mine.slice(0, 3) };
  if (second === undefined || first.points - second.points >= 1)
    return { kind: 'candidates', candidates: [first] };
  const ask = tellingQuestion(said, first, second);
  return ask === null ? { kind: 'candidates', candidates: [first] } : { kind: 'question', ask };
}

function tellingQuestion(said: EncounterFields, first: Candidate, second: Candidate): TellingQuestion | null {
  const a = first.pupil;
  const b = second.pupil;
  if (said.familyName === null && a.familyName !== b.familyName) return 'familyName';
  if (said.givenName === null && a.givenName !== b.givenName) return 'givenName';
  if (said.school === null && a.schoolId !== b.schoolId) return 'school';
  if (said.yearGroup === null && a.yearGroup !== b.yearGroup) return 'yearGroup';
  if (said.dateOfBirth === null && a.dateOfBirth !== b.dateOfBirth) return 'dateOfBirth';
  return null;
}
