import { searchPupils } from '../../data/searchPupils';
import type { Transaction } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { candidatesShown, type TellingQuestion } from '../../domain/candidatesShown';
import type { DraftChild } from '../../domain/draft';
import { fromDateColumn, toLocalDate } from '../../domain/localTime';
import { type Candidate, gradeCandidates, type RecognisedPupil } from '../../domain/matching';
import type { Person } from '../../domain/person';

/** How a child in a draft stands to the pupils on roll, as far as this person may see it. */
export type Match =
  | { readonly kind: 'chosen'; readonly pupil: RecognisedPupil }
  | { readonly kind: 'unidentified' }
  | { readonly kind: 'candidates'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'question'; readonly ask: TellingQuestion }
  /** Nobody on roll fits, or nobody is left after some were passed over. */
  | { readonly kind: 'noneFits'; readonly afterSome: boolean }
  | { readonly kind: 'notShown'; readonly sentence: string };

/** Police and community safety may pass over this many pupils for one child; then it is kept as unidentified. */
const passOverLimit = 3;

/** Which pupils may be the child, by what the person may see. Says which; never chooses. */
export async function matchChild(
  tx: Transaction,
  person: Person,
  input: { child: DraftChild; sentAt: Date },
): Promise<Match> {
  const { child } = input;
  if (child.choice.kind === 'none') return { kind: 'unidentified' };
  const decision = authorise(person, 'child.recognise');
  if (!decision.allowed) return { kind: 'notShown', sentence: decision.sentence };
  if (child.choice.kind === 'child') return chosen(tx, child.choice.childId);
  if (child.fields.givenName === null && child.fields.familyName === null) return noneFits(child);
  const council = person.agencyKind === 'council' || person.agencyKind === 'school';
  if (!council && child.passedOver.length >= passOverLimit) return noneFits(child);
  const found = await searchPupils(tx, child.fields);
  const date = child.fields.occurredAt?.slice(0, 10) ?? toLocalDate(input.sentAt);
  const left = found.filter((pupil) => !child.passedOver.includes(pupil.childId));
  const shown = candidatesShown(person, gradeCandidates(child.fields, left, date), child.fields);
  return shown.kind === 'none' ? noneFits(child) : shown;
}

function noneFits(child: DraftChild): Match {
  return { kind: 'noneFits', afterSome: child.passedOver.length > 0 };
}

async function chosen(tx: Transaction, childId: string): Promise<Match> {
  const pupil = await tx.child.findUnique({ where: { id: childId }, include: { school: true } });
  if (pupil === null) return { kind: 'noneFits', afterSome: false };
  return {
    kind: 'chosen',
    pupil: {
      childId: pupil.id,
      givenName: pupil.givenName,
      familyName: pupil.familyName,
      dateOfBirth: pupil.dateOfBirth === null ? null : fromDateColumn(pupil.dateOfBirth),
      yearGroup: pupil.yearGroup,
      schoolName: pupil.school?.name ?? null,
    },
  };
}

/** The candidate that pressing Save confirms: the only one likely, and shown as such. Null: a person has to choose. */
export function confirmedBySave(match: Match): Candidate | null {
  if (match.kind !== 'candidates') return null;
  const likely = match.candidates.filter((candidate) => candidate.grade === 'likely');
  return likely.length === 1 ? (likely[0] ?? null) : null;
}
