import { type Analysis, analyse } from '../find/analyse';
import { capitaliseName } from '../find/capitaliseName';
import { splitName } from '../find/children';
import type { LabelKind } from '../find/findLabels';
import type { GazetteerIndex } from '../find/gazetteerIndex';
import { isFirstName } from '../find/lexicons';
import type { EncounterReading } from '../reading';
import { chooseCompanion, chooseOutcome, chooseReason } from './choose';
import { companionsIn } from './companions';
import { companionOf, isYes, plainOf, reasonOf } from './formValues';
import { wallClock } from './localTime';
import { outcomesIn } from './outcomeFacts';
import { breadth } from './placesAndTimes';
import { reasonsIn } from './reasonFacts';
import { withoutSchoolsWords } from './schoolsWords';

/** A child's fields while a form is read. */
export type Draft = { -readonly [K in keyof EncounterReading]: EncounterReading[K] };

const NOT_SAID =
  /^(?:notknown|notapplicable|unknown|nil|tbc|\?+|-|not known|n|blank|refused|refused name|none given|not given|withheld|would not give|wouldn't give|wouldn't say|not said|declined|)\.?$/;
/** Puts one labelled value into the child's fields; what cannot be read leaves them as they are. */
export function fill(input: {
  draft: Draft;
  kind: LabelKind;
  value: string;
  sentAt: string;
  index: GazetteerIndex;
}): void {
  const { draft, kind, value, sentAt, index } = input;
  const plain = plainOf(value, index);
  if (kind === 'reason') {
    draft.claimedReason = draft.claimedReason ?? reasonOf(plain);
    return;
  }
  if (plain.analysis.tokens.length === 0) return;
  if (NOT_SAID.test(plain.norm) && kind !== 'companion') return;
  switch (kind) {
    case 'name':
    case 'surnameFirst':
      fillName(draft, value, kind === 'surnameFirst');
      fillDetails(draft, plain.analysis);
      break;
    case 'given':
      draft.givenName = capitaliseName(nameWords(value));
      break;
    case 'family':
      draft.familyName = capitaliseName(nameWords(value));
      break;
    case 'age':
      fillAge(draft, plain.norm);
      draft.yearGroup = plain.analysis.years[0]?.value ?? draft.yearGroup;
      draft.dateOfBirth = plain.analysis.dates[0]?.value ?? draft.dateOfBirth;
      break;
    case 'dob':
      draft.dateOfBirth = analyse({ text: `dob ${value}`, index }).dates[0]?.value ?? draft.dateOfBirth;
      if (AGE_FIRST.test(value) || /^\s*\d{1,2}\s*$/.test(value)) fillAge(draft, plain.norm);
      break;
    case 'year':
      draft.school = draft.school ?? plain.analysis.schools[0]?.entry.school?.name ?? null;
      fillParts(draft, value, index);
      if (AGE_FIRST.test(value) && /y(?:ea)?r?\.? ?\d/i.test(value)) fillAge(draft, plain.norm);
      draft.yearGroup =
        analyse({ text: /year|yr|rec|\by ?\d|^y/i.test(value) ? value : `year ${value}`, index }).years[0]
          ?.value ?? draft.yearGroup;
      break;
    case 'school':
      fillSchool(draft, value, index);
      break;
    case 'place':
    case 'time':
      fillWhenAndWhere({ draft, kind, value, sentAt, index });
      break;
    case 'companion':
      if (/^(?:[-–—.?]+|n\/?k|not known|unknown)?$/i.test(value.trim())) break;
      draft.companion = companionOf(plain, value) ?? draft.companion;
      break;
    case 'outcome':
      draft.outcome =
        chooseOutcome(outcomesIn(plain.masked)) ??
        chooseOutcome(outcomesIn(`outcome - ${plain.masked}`)) ??
        draft.outcome;
      break;
    case 'contact':
      if (/^y(?:es)?\b/i.test(value.trim()) || isYes(plain.norm)) draft.schoolContacted = true;
      break;
    case 'family_note':
      draft.claimedReason = draft.claimedReason ?? reasonOf(plain);
      break;
    case 'ignore':
      break;
  }
}

const nameWords = (value: string): string[] =>
  value
    .replace(/\(.*?\)/g, ' ')
    .match(/\p{L}[\p{L}\p{M}'’-]*/gu)
    ?.filter(
      (word, _, all) =>
        !/^(?:unknown|refused|nk|not|given|none|something)$/i.test(word) &&
        (all.length > 1 || !/^na$/i.test(word)),
    ) ?? [];

export function fillName(draft: Draft, value: string, isTurned: boolean): void {
  const bare =
    value
      .replace(
        /^\s*(?:(?:his|her|their|the|a|older|younger|little|big|twin|best|young) )*(?:cousin|friend|mate|brother|sister|boy|girl|lad|pal|bf|gf|boyfriend|girlfriend|male|female)[\s:,-]+(?=\p{Lu})/u,
        '',
      )
      .replace(/^\s*(?:just|only|simply|gives|gave|first name only)[\s:]+(?=\p{L})/iu, '')
      .replace(
        /,? *(?:no (?:surname|second name|last name|family name)|surname (?:refused|unknown|not given|withheld)|first name only).*$/i,
        '',
      )
      .replace(/\(.*$/, '')
      .split(/[;|]| - | dob\b|\d/i)[0] ?? '';
  if (/refus|unknown|not given|would|n\/k|withheld|declin|no name/i.test(bare)) return;
  const [head = '', tail] = bare.split(',');
  const [tailFirst = ''] = nameWords(tail ?? '');
  const isComma =
    tail !== undefined &&
    tailFirst !== '' &&
    !/^(?:yr|yrs|year|y|age|aged|m|f|male|female|dob|about|nearly|reception|rec|born|boy|girl|both|all|at|of|from|alone|with|and|approx|looks|says)$/i.test(
      tailFirst,
    ) &&
    (isTurned || nameWords(head).length < 2 || isFirstName(tailFirst) || head === head.toUpperCase());
  if (isComma && (isTurned || nameWords(head).length <= 2 || head === head.toUpperCase())) {
    draft.familyName = capitaliseName(nameWords(head));
    draft.givenName = capitaliseName(nameWords(tail));
    return;
  }
  const words = nameWords(head);
  if (isTurned && words.length > 1) {
    draft.familyName = capitaliseName(words.slice(0, 1));
    draft.givenName = capitaliseName(words.slice(1));
    return;
  }
  const { given, family } = splitName(words);
  draft.givenName = capitaliseName(given);
  draft.familyName = capitaliseName(family);
}

/** "Pupil: Wiktoria Zajac (b. 17.06.2017, Yr 5, St Annes)". */
export function fillDetails(draft: Draft, analysis: Analysis): void {
  draft.dateOfBirth = analysis.dates[0]?.value ?? draft.dateOfBirth;
  draft.yearGroup = analysis.years[0]?.value ?? draft.yearGroup;
  draft.school = analysis.schools[0]?.entry.school?.name ?? draft.school;
  const age = analysis.ages[0];
  if (age && !age.isEstimate) draft.age = age.value;
}

/** "9 / 03.11.2017", "13, Y8": an age before what the label asks. */
const AGE_FIRST = /^\s*\d{1,2}(?: ?(?:yo|yrs?|years))?(?: [/&-] |[,;] ?(?=\D))/;

/** "Y8 / Everest / headache / taken home": what stands behind strokes after a value without a label. */
function fillParts(draft: Draft, value: string, index: GazetteerIndex): void {
  const [, ...parts] = value.split(/\s*[/|]\s*/).filter((part) => part !== '');
  for (const part of parts) {
    const { analysis, masked } = plainOf(part, index);
    if (analysis.schools.length > 0 || analysis.tokens.length === 0) continue;
    const outcome = chooseOutcome(outcomesIn(masked));
    const companion = outcome ? null : chooseCompanion(companionsIn(masked));
    const reason = chooseReason(reasonsIn(withoutSchoolsWords(masked)));
    draft.outcome = draft.outcome ?? outcome;
    draft.companion = draft.companion ?? companion;
    if (!outcome || reason === 'none_given') draft.claimedReason = draft.claimedReason ?? reason;
  }
}

function fillAge(draft: Draft, norm: string): void {
  const corrected =
    norm
      .replace(/\(? ?not \d+.*$/, '')
      .split(/(?:no|sorry|wait|correction|make that)/)
      .at(-1) ?? norm;
  const age = Number(/\d{1,2}/.exec(corrected)?.[0] ?? Number.NaN);
  if (Number.isNaN(age) || age < 2 || age > 19) return;
  if (/about|approx|around|looks|nearly|almost|\?|ish|est|maybe|roughly|coming up|or so| or \d/.test(norm))
    draft.estimatedAge = age;
  else draft.age = age;
}

const NO_SCHOOL_NOW =
  /^(?:none|no school|nil|not|was|left|formerly|ex|used|home|electively|ehe|n\/a|awaiting|waiting|applied|between|starts|moved|unknown|due)/i;

function fillSchool(draft: Draft, value: string, index: GazetteerIndex): void {
  if (NO_SCHOOL_NOW.test(value.trim())) {
    if (!draft.claimedReason && /home[- ]?(?:ed|school)|ehe/i.test(value))
      draft.claimedReason = 'home_educated';
    return;
  }
  const analysis = analyse({ text: `school : ${value}`, index });
  const found = analysis.schools[0];
  draft.school = found?.entry.school?.name ?? draft.school;
  if (found && found.distance > 0) draft.uncertain = [...draft.uncertain, 'school'];
  if (!found) draft.schoolSaid = value;
  const bareYear = /[,/ ](?:yr?|year)? ?(1[0-3]|[1-9])$/i.exec(value.trim())?.[1];
  draft.yearGroup = analysis.years[0]?.value ?? (found && bareYear ? Number(bareYear) : draft.yearGroup);
}

function fillWhenAndWhere(input: {
  draft: Draft;
  kind: 'place' | 'time';
  value: string;
  sentAt: string;
  index: GazetteerIndex;
}): void {
  const { draft, kind, value, sentAt, index } = input;
  const analysis = analyse({ text: kind === 'time' ? `at ${value}` : `at ${value} `, index });
  const place = [...analysis.places].sort((a, b) => breadth(a) - breadth(b))[0];
  if (place && draft.place === null) {
    draft.place = place.entry.place?.name ?? draft.place;
    if (place.distance > 0) draft.uncertain = [...draft.uncertain, 'place'];
  } else if (kind === 'place' && !place && analysis.times.length === 0) draft.placeSaid = value;
  const time = analysis.times[0];
  if (time && (kind === 'time' || draft.occurredAt === null))
    draft.occurredAt = wallClock({ analysis, time, sentAt });
}
