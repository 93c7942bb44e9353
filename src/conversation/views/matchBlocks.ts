import type { TellingQuestion } from '../../domain/candidatesShown';
import { ageOn, toLocalDate } from '../../domain/localTime';
import { type Candidate, type Evidence, evidenceFields } from '../../domain/matching';
import { confirmedBySave, type Match } from '../../usecases/drafts/matchChild';
import type { ActionButton } from '../model/action';
import type { Block } from '../model/card';
import { button, buttons, text } from './build';
import { evidenceWords, listWords, nameWords, yearWords } from './wording/terms';

const questions: Record<TellingQuestion, string> = {
  dateOfBirth: 'More than one pupil fits. Ask for the date of birth and write it here.',
  school: 'More than one pupil fits. Ask which school and write it here.',
  yearGroup: 'More than one pupil fits. Ask which year and write it here.',
  familyName: 'More than one pupil fits. Ask for the family name and write it here.',
  givenName: 'More than one pupil fits. Ask for the first name and write it here.',
};

/** Which pupil the child may be, with the evidence in words, and the buttons to choose. */
export function matchBlocks(input: {
  draftId: string;
  childKey: string;
  match: Match;
  now: Date;
}): readonly Block<ActionButton>[] {
  const { match, draftId, childKey } = input;
  const none = button('None of these', { name: 'draft.noneOfThese', draftId, childKey });
  switch (match.kind) {
    case 'chosen':
      return [text(`Pupil: ${pupilWords(match.pupil, input.now)}`)];
    case 'unidentified':
      return [text('Pupil: none of those shown. Will be kept as not identified, to be matched later.')];
    case 'noneFits':
      return [
        text(
          'No pupil on the schools’ lists fits. Will be kept as not identified, to be matched later.',
          'subtle',
        ),
      ];
    case 'notShown':
      return [text(match.sentence, 'subtle')];
    case 'question':
      return [text(questions[match.ask]), buttons(none)];
    case 'candidates':
      return candidateBlocks(match.candidates, { draftId, childKey, now: input.now }, none);
  }
}

function candidateBlocks(
  candidates: readonly Candidate[],
  where: { draftId: string; childKey: string; now: Date },
  none: ActionButton,
): readonly Block<ActionButton>[] {
  const { draftId, childKey } = where;
  const passedOver = candidates.map((candidate) => candidate.pupil.childId);
  const [only, second] = candidates;
  if (only !== undefined && second === undefined) {
    const words = text(candidateWords(only, where.now));
    const other = button('Someone else', { name: 'draft.someoneElse', draftId, childKey, passedOver });
    if (only.grade === 'likely') return [words, buttons(other)];
    const yes = button('This child', {
      name: 'draft.choose',
      draftId,
      childKey,
      childId: only.pupil.childId,
    });
    return [words, text('Not matched unless you choose.', 'subtle'), buttons(yes, other, none)];
  }
  return [
    ...candidates.map((candidate, index) => text(`${index + 1}. ${candidateWords(candidate, where.now)}`)),
    text(
      confirmedBySave({ kind: 'candidates', candidates })
        ? 'Save takes number 1, unless you choose another.'
        : 'Not matched unless you choose.',
      'subtle',
    ),
    buttons(
      ...candidates.map((candidate, index) =>
        button(`Choose ${index + 1}`, {
          name: 'draft.choose',
          draftId,
          childKey,
          childId: candidate.pupil.childId,
        }),
      ),
      none,
    ),
  ];
}

function candidateWords(candidate: Candidate, now: Date): string {
  const grade = candidate.grade === 'likely' ? 'Likely' : 'Possible';
  return `${grade}: ${pupilWords(candidate.pupil, now)} (${evidenceSentence(candidate.evidence)})`;
}

/** `name and school agree; age is one off; year group differs`. */
export function evidenceSentence(evidence: Evidence): string {
  const fieldsThat = (agreement: string) =>
    evidenceFields.filter((field) => evidence[field] === agreement).map((field) => evidenceWords[field]);
  const agree = fieldsThat('agrees');
  const near = fieldsThat('near');
  const differ = fieldsThat('differs');
  return [
    agree.length > 0 ? `${listWords(agree)} ${agree.length === 1 ? 'agrees' : 'agree'}` : null,
    near.length > 0 ? `${listWords(near)} nearly` : null,
    differ.length > 0 ? `${listWords(differ)} ${differ.length === 1 ? 'differs' : 'differ'}` : null,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

interface Recognisable {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly dateOfBirth: string | null;
  readonly yearGroup: number | null;
  readonly schoolName: string | null;
}

/** Name, age, year group and school: the level "recognise", and no more. */
export function pupilWords(pupil: Recognisable, now: Date): string {
  return [
    nameWords(pupil),
    pupil.dateOfBirth === null ? null : `${ageOn(pupil.dateOfBirth, toLocalDate(now))}`,
    pupil.yearGroup === null ? null : yearWords(pupil.yearGroup),
    pupil.schoolName,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
