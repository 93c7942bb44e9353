import type { TellingQuestion } from '../../domain/candidatesShown';
import { ageOn, toLocalDate } from '../../domain/localTime';
import { type Candidate, type Evidence, evidenceFields } from '../../domain/matching';
import { confirmedBySave, type Match } from '../../usecases/drafts/matchChild';
import type { ActionButton } from '../model/action';
import { button } from './build';
import { evidenceWords, listWords, nameWords, yearWords } from './wording/terms';

const questions: Record<TellingQuestion, string> = {
  dateOfBirth: 'More than one pupil fits. Ask for the date of birth and write it here.',
  school: 'More than one pupil fits. Ask which school and write it here.',
  yearGroup: 'More than one pupil fits. Ask which year and write it here.',
  familyName: 'More than one pupil fits. Ask for the family name and write it here.',
  givenName: 'More than one pupil fits. Ask for the first name and write it here.',
};

/** Which pupil a child may be: in words with the evidence, a quieter note, and the buttons to choose. */
export interface MatchParts {
  readonly words: readonly string[];
  readonly note: string | null;
  readonly buttons: readonly ActionButton[];
}

interface Where {
  readonly draftId: string;
  readonly childKey: string;
}

export function matchParts(input: Where & { match: Match; now: Date }): MatchParts {
  const { match, draftId, childKey } = input;
  const none = button('None of these', { name: 'draft.noneOfThese', draftId, childKey });
  const again = button('Choose again', { name: 'draft.chooseAgain', draftId, childKey });
  switch (match.kind) {
    case 'chosen':
      return { words: [`Pupil: ${pupilWords(match.pupil, input.now)}`], note: null, buttons: [again] };
    case 'unidentified':
      return { words: [], note: noneOfThose, buttons: [again] };
    case 'noneFits':
      return match.afterSome
        ? { words: [], note: noneOfThose, buttons: [again] }
        : { words: [], note: `No pupil on the schools’ lists fits. ${keptAsUnidentified}`, buttons: [] };
    case 'notShown':
      return { words: [], note: match.sentence, buttons: [] };
    case 'question':
      return { words: [questions[match.ask]], note: null, buttons: [none] };
    case 'candidates':
      return candidateParts(match.candidates, input, none);
  }
}

const keptAsUnidentified = 'Will be kept as not identified, to be matched later.';
const noneOfThose = `Pupil: none of those shown. ${keptAsUnidentified}`;

const notMatched = 'Not matched unless you choose.';

function candidateParts(
  candidates: readonly Candidate[],
  where: Where & { now: Date },
  none: ActionButton,
): MatchParts {
  const confirmed = confirmedBySave({ kind: 'candidates', candidates });
  const [only] = candidates.length === 1 ? candidates : [];
  if (only !== undefined) {
    const passedOver = [only.pupil.childId];
    const other = button('Someone else', { name: 'draft.someoneElse', ...place(where), passedOver });
    const yes = button('This child', { name: 'draft.choose', ...place(where), childId: only.pupil.childId });
    return {
      words: [candidateWords(only, where.now)],
      note: confirmed ? null : notMatched,
      buttons: confirmed ? [other] : [yes, other, none],
    };
  }
  return {
    words: candidates.map((candidate, index) => `${index + 1}. ${candidateWords(candidate, where.now)}`),
    note: confirmed
      ? `Save takes number ${candidates.indexOf(confirmed) + 1}, unless you choose another.`
      : notMatched,
    buttons: [
      ...candidates.map(({ pupil }, index) =>
        button(`Choose ${index + 1}`, { name: 'draft.choose', ...place(where), childId: pupil.childId }),
      ),
      none,
    ],
  };
}

function place({ draftId, childKey }: Where): Where {
  return { draftId, childKey };
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
