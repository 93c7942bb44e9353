import { chooseCompanion, chooseOutcome, chooseReason } from '../assign/choose';
import { companionFacts } from '../assign/companions';
import { contactFacts } from '../assign/contactFacts';
import type { Fact } from '../assign/fact';
import { wallClock } from '../assign/localTime';
import { outcomeFacts } from '../assign/outcomeFacts';
import { reasonFacts } from '../assign/reasonFacts';
import { type Analysis, analyse } from '../find/analyse';
import { capitaliseName } from '../find/capitaliseName';
import type { GazetteerIndex } from '../find/gazetteerIndex';
import { classifyIntent } from '../intent/classifyIntent';
import amendments from '../lexicon/amendments.json';
import type { Amendment, AmendmentChange, EncounterFields, FieldName } from '../reading';
import { amendmentTarget, namesOf } from './amendmentTarget';

type Value = AmendmentChange['value'];
type Said = {
  readonly field: FieldName;
  readonly value: Value;
  readonly old?: Value;
  readonly isNamed: boolean;
  readonly isFuzzy?: boolean;
};

const LONGEST = 24;
const CUE = new RegExp(`(?<!\\S)${amendments.cue}(?!\\S)`);
const ALLOWED = new Set(amendments.allowed.split(' '));
const SHARED = new Set<FieldName>([
  'place',
  'occurredAt',
  'companion',
  'claimedReason',
  'outcome',
  'schoolContacted',
  'school',
  'yearGroup',
]);
const FIELD_WORD: Partial<Record<FieldName, RegExp>> = {
  age: /(?<!\S)(?:age|aged|years old|yo)(?!\S)/,
  yearGroup: /(?<!\S)(?:year|reception)(?!\S)/,
  school: /(?<!\S)(?:school|goes|go|roll|college|attends?)(?!\S)/,
  place: /(?<!\S)(?:place|location|where|met|seen)(?!\S)/,
  occurredAt: /(?<!\S)(?:time|when|o'clock)(?!\S)/,
  dateOfBirth: /(?<!\S)(?:dob|born|birth)(?!\S)/,
  claimedReason: /(?<!\S)(?:reason|says|said)(?!\S)/,
  outcome: /(?<!\S)outcome(?!\S)/,
  schoolContacted: /(?<!\S)(?:school|schools)(?!\S)/,
  companion: /(?<!\S)(?:with|alone)(?!\S)/,
};

/** Reads a short correction of a draft ("13 not 14"); null where it is a new encounter, a question or chat. */
export function readAmendment(input: {
  sentAt: string;
  text: string;
  children: readonly EncounterFields[];
  index: GazetteerIndex;
}): Amendment | null {
  const { sentAt, text, children, index } = input;
  const analysis = analyse({ text, index });
  const words = analysis.tokens.map((token) => token.norm).filter((word) => word !== '');
  if (children.length === 0 || words.length === 0 || words.length > LONGEST || text.includes('?'))
    return null;
  const plain = words.join(' ');
  const removal = removalSaid(plain);
  const target = amendmentTarget({ words, children });
  if (target === 'outside') return null;
  if (removal)
    return {
      changes: [
        {
          childIndex: target?.childIndex ?? (children.length === 1 ? 0 : 'all'),
          field: removal,
          value: null,
        },
      ],
      fit: 'clear',
      uncertain: [],
    };
  const swap = swapSaid({ analysis, children, sentAt, text, index });
  if (swap === 'misfit') return null;
  if (swap) return swap;
  const names = namesSaid(analysis, children);
  if (names === 'stranger') return null;
  if (/(?<!\S)(?:i'm|i am|we're|we are|i'll|we'll|im)(?!\S)/.test(plain)) return null;
  const isVisit = /(?<!\S)(?:visits?|v \d+|hv|briefing|home visits?)(?!\S)/.test(plain);
  if (
    isVisit ||
    (classifyIntent(analysis) === 'log_encounter' && words.length > 14 && analysis.children.length > 0)
  )
    return null;
  const said = [...names, ...valuesSaid({ analysis, sentAt, plain })];
  if (said.length === 0 || hasLeftover({ analysis, children, names: names.length > 0 })) return null;
  const hasCue = CUE.test(plain);
  const changes = said.map(({ field, value }) => ({
    childIndex: whom({ field, target: target?.childIndex ?? null, children }),
    field,
    value,
  }));
  const isClear = hasCue || target !== null || said.some(({ isNamed }) => isNamed);
  return {
    changes,
    fit: isClear ? 'clear' : 'weak',
    uncertain: said.filter(({ isFuzzy }) => isFuzzy).map(({ field }) => field),
  };
}

function whom(input: {
  field: FieldName;
  target: number | 'all' | null;
  children: readonly EncounterFields[];
}): number | 'all' {
  const { field, target, children } = input;
  if (target !== null) return target;
  if (children.length === 1) return 0;
  return SHARED.has(field) ? 'all' : children.length - 1;
}

const REMOVAL =
  /^(?:(?:please|sorry|can you|no|actually|,) )*(?:remove|delete|clear|scrap|drop|take out|lose|blank|forget) (?:the |his |her |their )?(age|surname|family name|last name|first name|name|year|year group|school|place|location|time|dob|date of birth|reason|outcome|companion)(?: please| \.)*$/;
const REMOVED: Record<string, FieldName> = {
  age: 'age',
  surname: 'familyName',
  'family name': 'familyName',
  'last name': 'familyName',
  'first name': 'givenName',
  name: 'givenName',
  year: 'yearGroup',
  'year group': 'yearGroup',
  school: 'school',
  place: 'place',
  location: 'place',
  time: 'occurredAt',
  dob: 'dateOfBirth',
  'date of birth': 'dateOfBirth',
  reason: 'claimedReason',
  outcome: 'outcome',
  companion: 'companion',
};

const removalSaid = (plain: string): FieldName | null => REMOVED[REMOVAL.exec(plain)?.[1] ?? ''] ?? null;

/** "13 not 14", "not 14, 13": fits only children that have the old value. */
function swapSaid(input: {
  analysis: Analysis;
  children: readonly EncounterFields[];
  sentAt: string;
  text: string;
  index: GazetteerIndex;
}): Amendment | 'misfit' | null {
  const { children, sentAt, text, index } = input;
  const clean = text.trim().replace(/[.!]+$/, '');
  const forward = /^(.*?)[\s,;(-]*\b(?:and not|not|instead of|rather than)\s+(.+?)\)?$/i.exec(clean);
  const backward = /^(?:.*?\b)?not\s+(.+?)\s*(?:,|;|-|\bbut\b|\bit'?s\b|\bis\b|\bshould be\b)\s*(.+)$/i.exec(
    clean,
  );
  const pairs = [
    ...(forward?.[1]?.trim() && forward[2] ? [{ value: forward[1], old: forward[2] }] : []),
    ...(backward?.[1] && backward[2] ? [{ value: backward[2], old: backward[1] }] : []),
  ];
  for (const { value, old } of pairs) {
    const named = amendmentTarget({ words: `${value} ${old}`.split(/\s+/), children });
    const target = named === 'outside' ? null : named;
    for (const compare of comparisons({ value, old, sentAt, index, children })) {
      const indexes = children.flatMap((child, i) => (same(child[compare.field], compare.old) ? [i] : []));
      const meant =
        typeof target?.childIndex === 'number' && indexes.includes(target.childIndex)
          ? [target.childIndex]
          : indexes;
      if (meant.length === 0) continue;
      return {
        changes: meant.map((childIndex) => ({ childIndex, field: compare.field, value: compare.value })),
        fit: 'clear',
        uncertain: [],
      };
    }
    if (comparisons({ value, old, sentAt, index, children }).length > 0) return 'misfit';
  }
  return null;
}

const same = (a: unknown, b: Value): boolean =>
  typeof a === 'string' && typeof b === 'string'
    ? a.toLowerCase() === b.toLowerCase()
    : a !== null && a === b;

/** The readings under which both sides are values of one field. */
function comparisons(input: {
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
  const numbers = [numberIn(value), numberIn(old)];
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

const numberIn = (said: string): number | null => {
  const word = analyseNumber(said);
  return word === null ? null : Number(word);
};

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
];

function analyseNumber(said: string): string | null {
  const digits = /(?<![\d:.])(\d{1,2})(?![\d:.])/.exec(said)?.[1];
  if (digits) return digits;
  const index = said
    .toLowerCase()
    .split(/\W+/)
    .map((word) => WORDS.indexOf(word))
    .find((found) => found >= 2);
  return index === undefined ? null : String(index);
}

const FILLER =
  /^(?:sorry|no|its?|it's|is|the|his|her|their|name|surname|first|last|should|be|actually|a|an|was|correction|oops|he|she|he's|she's|make|that|thats|that's|i|meant|mean|called|at|in|to|soz|change|family|forename|wait|spelt|spelled)$/i;
const nameWords = (said: string): string[] =>
  said.match(/\p{L}[\p{L}'’-]*/gu)?.filter((word) => !FILLER.test(word)) ?? [];

const NAME_SAID =
  /\b(surname|family name|last name|first name|forename|given name|name|called)(?:'s| is| was| should be| should say| to| spelt| spelled| =| :|:)*\s+(?:is |actually |spelt |spelled |be |called )*([\p{L}][\p{L}'’ -]*?)(?:[.!,]|\s+not\b|$)/iu;

/** Names given outright; `stranger` where the message names a child the draft does not have. */
function namesSaid(analysis: Analysis, children: readonly EncounterFields[]): readonly Said[] | 'stranger' {
  const text = analysis.tokens.map((token) => token.raw).join(' ');
  const match = NAME_SAID.exec(text);
  if (match?.[1] && match[2]) {
    const words = nameWords(match[2]);
    const kind = match[1].toLowerCase();
    if (words.length === 0 || words.length > 3) return [];
    if (/surname|family|last/.test(kind))
      return [{ field: 'familyName', value: capitaliseName(words), isNamed: true }];
    if (/first|forename|given/.test(kind))
      return [{ field: 'givenName', value: capitaliseName(words), isNamed: true }];
    const given: Said = {
      field: 'givenName',
      value: capitaliseName(words.slice(0, words.length > 1 ? -1 : 1)),
      isNamed: true,
    };
    return words.length > 1
      ? [given, { field: 'familyName', value: capitaliseName(words.slice(-1)), isNamed: true }]
      : [given];
  }
  const known = new Set(children.flatMap(namesOf));
  const isStranger = analysis.people.some(
    (person) => person.role === 'child' && person.words.every((word) => !known.has(word.toLowerCase())),
  );
  return isStranger ? 'stranger' : [];
}

/** Everything the message says of a child, as changes. */
function valuesSaid(input: { analysis: Analysis; sentAt: string; plain: string }): Said[] {
  const { analysis, sentAt, plain } = input;
  const said: Said[] = [];
  const add = (field: FieldName, value: Value, isFuzzy = false): void => {
    if (value === null) return;
    said.push({ field, value, isFuzzy, isNamed: FIELD_WORD[field]?.test(plain) ?? false });
  };
  const age = analysis.ages.at(-1);
  const bare = /^(?:\D* )?(\d{1,2})(?: \D*)?$/.exec(plain)?.[1];
  const isAgeLike =
    analysis.years.length === 0 &&
    analysis.times.length === 0 &&
    analysis.dates.length === 0 &&
    bare !== undefined;
  if (age && !age.isEstimate) add('age', age.value);
  else if (isAgeLike && Number(bare) > 2 && Number(bare) < 19 && CUE.test(plain)) add('age', Number(bare));
  add('yearGroup', analysis.years.at(-1)?.value ?? null);
  add('dateOfBirth', analysis.dates.at(-1)?.value ?? null);
  const contacts = contactFacts(analysis);
  const outcomes = outcomeFacts(analysis);
  const isAside = (from: number): boolean =>
    [...contacts, ...outcomes].some((fact) => from >= fact.token && from <= fact.end);
  const school = analysis.schools.filter((span) => !isAside(span.from)).at(-1);
  add('school', school?.entry.school?.name ?? null, (school?.distance ?? 0) > 0);
  const place = analysis.places.at(-1);
  add('place', place?.entry.place?.name ?? null, (place?.distance ?? 0) > 0);
  const time = analysis.times.at(-1);
  if (time && !(time.isLoose && time.kind === 'ago'))
    add('occurredAt', wallClock({ analysis, time, sentAt }), time.isLoose);
  add('companion', chooseCompanion(companionFacts(analysis)));
  add('claimedReason', chooseReason(reasonFacts(analysis)));
  add('outcome', chooseOutcome(outcomes));
  if (contacts.length > 0) add('schoolContacted', true);
  return said;
}

/** Words that no value and no phrase of correcting explains: then it is chat or something new. */
function hasLeftover(input: {
  analysis: Analysis;
  children: readonly EncounterFields[];
  names: boolean;
}): boolean {
  const { analysis, children, names } = input;
  if (names) return false;
  const known = new Set(children.flatMap(namesOf));
  const covered = new Set<number>();
  const cover = (from: number, to: number): void => {
    for (let i = from; i < to; i++) covered.add(i);
  };
  for (const span of [
    ...analysis.ages,
    ...analysis.years,
    ...analysis.dates,
    ...analysis.times,
    ...analysis.schools,
    ...analysis.places,
  ])
    cover(span.from, span.to);
  const facts: Fact<unknown>[] = [
    ...reasonFacts(analysis),
    ...outcomeFacts(analysis),
    ...companionFacts(analysis),
    ...contactFacts(analysis),
  ];
  for (const fact of facts) cover(fact.token, fact.end + 1);
  return analysis.tokens.some(({ norm, raw }, i) => {
    if (covered.has(i) || norm === '' || known.has(raw.toLowerCase().replace(/'s?$/, ''))) return false;
    if (/^\d{1,2}$/.test(norm) && Number(norm) < 20) return false;
    return !norm.split(' ').every((word) => ALLOWED.has(word)) && !/^\P{L}$/u.test(norm);
  });
}
