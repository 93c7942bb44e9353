import type { Analysis } from '../find/analyse';
import type { LabelledValue } from '../find/findLabels';
import type { EncounterReading } from '../reading';
import type { Token } from '../words/token';
import { chooseCompanion, chooseReason } from './choose';
import { companionsIn } from './companions';
import { reasonsIn } from './reasonFacts';
import { withoutSchoolsWords } from './schoolsWords';

type Draft = { -readonly [K in keyof EncounterReading]: EncounterReading[K] };

/** "Time: 11:10. Friends two with him. He say head paining.": the sentences after a form's last value. */
export function sentencesAfter(input: {
  text: string;
  tokens: readonly Token[];
  labels: readonly LabelledValue[];
}): string {
  const { text, tokens, labels } = input;
  const last = labels.at(-1);
  if (!last || !/^(?:time|place|school)$/.test(last.kind)) return '';
  const value = text.slice(tokens[last.from]?.start ?? text.length);
  return value
    .split(/\.\s+(?=\p{Lu})/u)
    .slice(1)
    .join('. ');
}

/** Company and reason told in sentences, where no label gave them. */
export function fillFromSentences(draft: Draft, analysis: Analysis): void {
  const text = analysis.masked.text;
  draft.companion = draft.companion ?? chooseCompanion(companionsIn(text));
  draft.claimedReason = draft.claimedReason ?? chooseReason(reasonsIn(withoutSchoolsWords(text)));
}
