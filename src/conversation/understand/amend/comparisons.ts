import { chooseCompanion } from '../assign/choose';
import { companionFacts } from '../assign/companions';
import { wallClock } from '../assign/localTime';
import { type Analysis, analyse } from '../find/analyse';
import { capitaliseName } from '../find/capitaliseName';
import type { GazetteerIndex } from '../find/gazetteerIndex';
import type { EncounterFields, FieldName } from '../reading';
import { namesOf } from './amendmentTarget';
import { nameWords } from './nameWords';
import { numberSaid } from './numberSaid';
import type { Value } from './said';

/** The readings under which both sides are values of one field. */
export function comparisons(input: {
  value: string;
  old: string;
  sentAt: string;
  index: GazetteerIndex;
  children: readonly EncounterFields[];
}): { field: FieldName; value: Value; old: Value }[] {
  const { value, old, sentAt, index, children } = input;
  const out: { field: FieldName; value: Value; old: Value }[] = [];
  const now = analyse({ text: `at ${value}`, index });
  const then = analyse({ text: `at ${old}`, index });
  const isYear = now.years.length > 0 || then.years.length > 0;
  const numbers = [numberSaid(value), numberSaid(old)];
  const [a, b] = numbers;
  if (a !== null && b !== null && a !== undefined && b !== undefined) {
    if (!isYear && a > 1 && a < 20) out.push({ field: 'age', value: a, old: b });
    if (a < 14 && b < 14) out.push({ field: 'yearGroup', value: a, old: b });
  }
  const clock = (analysis: Analysis): string | null => {
    const time = analysis.times[0];
    return time ? wallClock({ analysis, time, sentAt }) : null;
  };
  const [clockNow, clockThen] = [clock(now), clock(then)];
  if (clockNow && clockThen) out.push({ field: 'occurredAt', value: clockNow, old: clockThen });
  const pair = (field: 'school' | 'place'): void => {
    const find = (analysis: Analysis): string | null =>
      [...analysis.schools, ...analysis.places]
        .map(({ entry }) => entry[field]?.name ?? null)
        .find((name) => name !== null) ?? null;
    const [x, y] = [find(now), find(then)];
    if (x && y) out.push({ field, value: x, old: y });
  };
  pair('school');
  pair('place');
  const birth = (said: string): string | null =>
    analyse({ text: `dob ${said}`, index }).dates[0]?.value ?? null;
  const [bornNow, bornThen] = [birth(value), birth(old)];
  if (bornNow && bornThen) out.push({ field: 'dateOfBirth', value: bornNow, old: bornThen });
  const oldWords = nameWords(old);
  const newWords = nameWords(value);
  if (oldWords.length === 1 && newWords.length === 1) {
    const capital = capitaliseName(newWords);
    const known = children.some((child) => namesOf(child).includes((oldWords[0] ?? '').toLowerCase()));
    if (known) {
      out.push({ field: 'givenName', value: capital, old: capitaliseName(oldWords) });
      out.push({ field: 'familyName', value: capital, old: capitaliseName(oldWords) });
    }
  }
  const companionPair = [value, old].map((said) =>
    chooseCompanion(companionFacts(analyse({ text: /with/.test(said) ? said : `with ${said}`, index }))),
  );
  if (out.length === 0 && companionPair[0] && companionPair[1])
    out.push({ field: 'companion', value: companionPair[0], old: companionPair[1] });
  return out;
}
