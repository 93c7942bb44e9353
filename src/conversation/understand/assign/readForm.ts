import { noFields } from '../../../domain/encounterFields';
import { type Analysis, analyse } from '../find/analyse';
import { capitaliseName } from '../find/capitaliseName';
import { splitName } from '../find/children';
import type { LabelKind, LabelledValue } from '../find/findLabels';
import type { GazetteerIndex } from '../find/gazetteerIndex';
import { isFirstName } from '../find/lexicons';
import type { EncounterReading } from '../reading';
import type { Token } from '../words/token';
import { chooseOutcome } from './choose';
import { contactFacts } from './contactFacts';
import { severalNames, valueForEach } from './formNames';
import { fillFromSentences, sentencesAfter } from './formSentences';
import { companionOf, isYes, plainOf, reasonOf } from './formValues';
import { wallClock } from './localTime';
import { outcomesIn } from './outcomeFacts';
import { breadth } from './placesAndTimes';

type Draft = { -readonly [K in keyof EncounterReading]: EncounterReading[K] };

const EMPTY: EncounterReading = {
  ...noFields,
  schoolContacted: null,
  uncertain: [],
  schoolSaid: null,
  placeSaid: null,
  estimatedAge: null,
};

const NOT_SAID =
  /^(?:notknown|notapplicable|unknown|nil|tbc|\?+|-|not known|n|blank|refused|refused name|none given|not given|withheld|would not give|wouldn't give|wouldn't say|not said|declined|)\.?$/;
const NAME_KINDS = new Set<LabelKind>(['name', 'given', 'family', 'surnameFirst']);

/** Reads a labelled form: each value by its label, one child for each name (rule 10 for turned names). */
export function readForm(input: {
  text: string;
  tokens: readonly Token[];
  labels: readonly LabelledValue[];
  sentAt: string;
  index: GazetteerIndex;
}): EncounterReading[] {
  const { text, tokens, labels, sentAt, index } = input;
  const drafts: Draft[] = [];
  const seen: Set<LabelKind>[] = [];
  const shared: LabelledValue[] = [];
  const textOf = ({ from, to }: LabelledValue): string => {
    const first = tokens[from];
    const last = tokens[to - 1];
    return first && last && to > from
      ? text
          .slice(first.start, last.end)
          .trim()
          .replace(/[/|,]$/, '')
          .trim()
      : '';
  };
  let isNamedTogether = false;
  for (const label of labels) {
    if (NAME_KINDS.has(label.kind)) {
      const several = label.kind === 'name' ? severalNames(textOf(label)) : [];
      if (several.length > 1) {
        for (const name of several) {
          const draft: Draft = { ...EMPTY };
          fillName(draft, name, false);
          drafts.push(draft);
          seen.push(new Set(['name']));
        }
        isNamedTogether = true;
        continue;
      }
      const known = seen.at(-1);
      const isGivenAfterFamily =
        label.kind === 'name' && known?.has('family') && !known.has('given') && !known.has('name');
      if (isGivenAfterFamily) {
        known?.add('given');
        const draft = drafts.at(-1);
        if (draft) fill({ draft, kind: 'given', value: textOf(label), sentAt, index });
        continue;
      }
      const isNew =
        !known ||
        known.has(label.kind) ||
        (label.kind === 'name' && (known.has('given') || known.has('family')));
      if (isNew) {
        drafts.push({ ...EMPTY });
        seen.push(new Set());
      }
      seen.at(-1)?.add(label.kind);
    } else if (drafts.length === 0 || label.child !== null || isNamedTogether || label.who !== null) {
      shared.push(label);
      continue;
    }
    const draft = drafts.at(-1);
    if (!draft) continue;
    const isRepeat = !NAME_KINDS.has(label.kind) && seen.at(-1)?.has(label.kind);
    if (isRepeat && !/^(?:outcome|reason|place|time)$/.test(label.kind)) continue;
    const isTail = !NAME_KINDS.has(label.kind) && drafts.length > 1 && isCommonTail(label.kind, seen);
    seen.at(-1)?.add(label.kind);
    const lone = label.kind === 'companion' ? loneAnswer(tokens, label, textOf(label)) : null;
    if (lone !== null) {
      if (lone) draft.companion = 'alone';
      continue;
    }
    if (isTail) shared.push(label);
    else fill({ draft, kind: label.kind, value: textOf(label), sentAt, index });
  }
  const beside = labels.find(({ kind }) => kind === 'companion');
  const companion = beside && drafts.length === 1 ? companionChild(textOf(beside), index) : null;
  if (companion) drafts.push(companion);
  if (drafts.length === 1 && drafts[0]) fillGaps({ draft: drafts[0], text, tokens, labels, sentAt, index });
  for (const label of shared) {
    const targets = targetsOf(label, drafts);
    const isList = /^(?:age|year|dob|school)$/.test(label.kind);
    const isOfAll = /^(?:place|time|contact|ignore)$/.test(label.kind);
    const values = isOfAll
      ? targets.map(() => textOf(label))
      : valueForEach({ value: textOf(label), children: targets, isList });
    targets.forEach((draft, i) => {
      const value = values[i];
      if (value === null || value === undefined) return;
      fill({ draft, kind: label.kind, value, sentAt, index });
    });
  }
  if (drafts.length > 1) {
    // "With mum" on a line of its own, without a sign.
    const beside = /^[ \t]*with[ \t]+([^:\n]{2,60})$/im.exec(text)?.[1];
    const adult = beside ? companionOf(plainOf(beside, index), beside) : null;
    if (adult === 'parent' || adult === 'other_adult')
      for (const draft of drafts) draft.companion = draft.companion ?? adult;
    for (const draft of drafts)
      if (draft.companion === null || draft.companion === 'alone') draft.companion = 'peers';
    if (/\b(?:brothers|sisters|siblings|twins)\b/i.test(text))
      for (const draft of drafts) if (draft.companion === 'peers') draft.companion = 'sibling';
  }
  return drafts;
}

/** "Alone? Y": the label asks the other way round; null where it does not. */
function loneAnswer(tokens: readonly Token[], label: LabelledValue, value: string): boolean | null {
  const asked = tokens.slice(Math.max(0, label.from - 3), label.from).map((token) => token.norm);
  if (!asked.some((word) => /^(?:alone|unaccompanied|solo)$/.test(word))) return null;
  if (/^(?:y|yes|yep|yeah|true|\u2713)\b/i.test(value)) return true;
  return /^(?:n|no|false)[. ]*$/i.test(value) ? false : null;
}

/** Whom a label speaks of: the child its letter or brackets name, or all. */
function targetsOf(label: LabelledValue, drafts: Draft[]): Draft[] {
  if (label.child !== null) return drafts.slice(label.child, label.child + 1);
  const who = label.who?.toLowerCase() ?? null;
  if (who === null) return drafts;
  const words = who.split(/[^\p{L}\d]+/u);
  const named = drafts.filter(
    (draft, i) =>
      words.includes(draft.givenName?.toLowerCase() ?? '-') ||
      words.includes(draft.familyName?.toLowerCase() ?? '-') ||
      words.includes(String.fromCharCode(97 + i)) ||
      words.includes(String(i + 1)),
  );
  return named.length > 0 ? named : drafts;
}

/** "With: friend Paige Tully, 16, yr 12": a child named in the place of the company is one too (rule 7). */
function companionChild(value: string, index: GazetteerIndex): Draft | null {
  const analysis = analyse({ text: `with ${value}`, index });
  const child = analysis.children.find(({ givenName }) => givenName !== null);
  if (!child || !/\p{Lu}/u.test(value)) return null;
  const isPeer =
    /(?:friend|mate|cousin|brother|sister|sibling|twin|pal|classmate|boyfriend|girlfriend)/i.test(value);
  const hasOwn = analysis.ages.length + analysis.years.length + analysis.dates.length > 0;
  if (!isPeer && !hasOwn) return null;
  const draft: Draft = { ...EMPTY, givenName: child.givenName, familyName: child.familyName };
  fillDetails(draft, analysis);
  return draft;
}

/** A label that only the last of several children has was meant for all. */
const isCommonTail = (kind: LabelKind, seen: readonly Set<LabelKind>[]): boolean =>
  !/^(?:given|family|surnameFirst|age|dob|year)$/.test(kind) &&
  seen.slice(0, -1).every((set) => !set.has(kind));

function fill(input: {
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
      break;
    case 'dob':
      draft.dateOfBirth = analyse({ text: `dob ${value}`, index }).dates[0]?.value ?? draft.dateOfBirth;
      break;
    case 'year':
      draft.school = draft.school ?? plain.analysis.schools[0]?.entry.school?.name ?? null;
      draft.yearGroup =
        analyse({ text: /year|yr|rec|^y/i.test(value) ? value : `year ${value}`, index }).years[0]?.value ??
        draft.yearGroup;
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

function fillName(draft: Draft, value: string, isTurned: boolean): void {
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
      .split(/[;|]| - | dob|\d/i)[0] ?? '';
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
function fillDetails(draft: Draft, analysis: Analysis): void {
  draft.dateOfBirth = analysis.dates[0]?.value ?? draft.dateOfBirth;
  draft.yearGroup = analysis.years[0]?.value ?? draft.yearGroup;
  draft.school = analysis.schools[0]?.entry.school?.name ?? draft.school;
  const age = analysis.ages[0];
  if (age && !age.isEstimate) draft.age = age.value;
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
  if (!found) draft.schoolSaid = value.slice(0, 80);
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
  } else if (kind === 'place' && !place && analysis.times.length === 0) draft.placeSaid = value.slice(0, 80);
  const time = analysis.times[0];
  if (time && (kind === 'time' || draft.occurredAt === null))
    draft.occurredAt = wallClock({ analysis, time, sentAt });
}

/** Lines without a label ("- 0945"): time, place, year and the like that no label gave. */
function fillGaps(input: {
  draft: Draft;
  text: string;
  tokens: readonly Token[];
  labels: readonly LabelledValue[];
  sentAt: string;
  index: GazetteerIndex;
}): void {
  const { draft, text, tokens, labels, sentAt, index } = input;
  const kept = tokens.map((token, i) => (labels.some(({ from, to }) => i >= from && i < to) ? null : token));
  const tail = sentencesAfter({ text, tokens, labels });
  const outside = kept.map((token) => (token ? text.slice(token.start, token.end) : '')).join(' ');
  const analysis = analyse({ text: `${outside}${tail ? ` . ${tail}` : ''}`, index });
  if (tail) fillFromSentences(draft, analysis);
  const time = analysis.times[0];
  if (time && draft.occurredAt === null && !time.isLoose)
    draft.occurredAt = wallClock({ analysis, time, sentAt });
  draft.place = draft.place ?? analysis.places[0]?.entry.place?.name ?? null;
  draft.yearGroup = draft.yearGroup ?? analysis.years[0]?.value ?? null;
  draft.dateOfBirth = draft.dateOfBirth ?? analysis.dates[0]?.value ?? null;
  draft.outcome = draft.outcome ?? chooseOutcome(outcomesIn(analysis.masked.text));
  draft.school = draft.school ?? analysis.schools[0]?.entry.school?.name ?? null;
  if (!labels.some(({ kind }) => kind === 'contact') && contactFacts(analysis).length > 0)
    draft.schoolContacted = true;
}
