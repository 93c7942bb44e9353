import { noFields } from '../../../domain/encounterFields';
import { analyse } from '../find/analyse';
import type { LabelKind, LabelledValue } from '../find/findLabels';
import type { GazetteerIndex } from '../find/gazetteerIndex';
import type { EncounterReading } from '../reading';
import type { Token } from '../words/token';
import { chooseOutcome } from './choose';
import { contactFacts } from './contactFacts';
import { type Draft, fill, fillDetails, fillName } from './fillField';
import { severalNames, valueForEach } from './formNames';
import { fillFromSentences, sentencesAfter } from './formSentences';
import { companionOf, plainOf, saysWhetherTold } from './formValues';
import { wallClock } from './localTime';
import { outcomesIn } from './outcomeFacts';

const EMPTY: EncounterReading = {
  ...noFields,
  schoolContacted: null,
  uncertain: [],
  schoolSaid: null,
  placeSaid: null,
  estimatedAge: null,
  underWay: false,
};

const NAME_KINDS = new Set<LabelKind>(['name', 'given', 'family', 'surnameFirst']);

/** Reads a labelled form: each value by its label, one child for each name (rule 10 for turned names). */
export function readForm(input: {
  text: string;
  tokens: readonly Token[];
  labels: readonly LabelledValue[];
  sentAt: string;
  index: GazetteerIndex;
}): EncounterReading[] {
  const { text, tokens, sentAt, index } = input;
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
  const labels = input.labels.map((label) =>
    label.kind === 'school' &&
    saysWhetherTold(textOf(label)) &&
    plainOf(textOf(label), index).analysis.schools.length === 0
      ? { ...label, kind: 'contact' as const }
      : label,
  );
  let isNamedTogether = false;
  for (const label of labels) {
    if (NAME_KINDS.has(label.kind)) {
      const several = label.kind === 'name' ? severalNames(textOf(label)) : [];
      if (several.length > 1) {
        for (const name of several) {
          const draft: Draft = { ...EMPTY };
          fillName(draft, name, false);
          const age = new RegExp(`${name.split(' ')[0]}[^()\\n,;]*\\((\\d{1,2})\\)`, 'u').exec(
            textOf(label),
          )?.[1];
          if (age) draft.age = Number(age);
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
    const named = label.kind === 'contact' ? plainOf(textOf(label), index).analysis.schools : [];
    const isOfRoll = new Set(targets.map(({ school }) => school)).size > 1 && named.length > 0;
    targets.forEach((draft, i) => {
      const value = values[i];
      if (value === null || value === undefined) return;
      // A named school that was rung counts for the children on its roll (rule 37).
      if (isOfRoll && !named.some(({ entry }) => entry.school?.name === draft.school)) return;
      if (isOfRoll && !/\b(?:not|no|never|will|to be)\b/i.test(value)) {
        draft.schoolContacted = true;
        return;
      }
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
