import { scanTokens, scanWords } from '../words/scan';
import type { Scan, Span, Token } from '../words/token';
import { tokenise } from '../words/tokenise';
import { bareAges } from './bareAges';
import { type Child, namedChildren } from './children';
import { correctedSpans } from './corrections';
import { type DateSpan, findDates } from './findDates';
import { findGazetteer, type GazetteerSpan } from './findGazetteer';
import { findNoise } from './findNoise';
import { findPeople, type PersonSpan } from './findPeople';
import { findTimes, type TimeSpan } from './findTimes';
import { findAges, findYears, type NumberSpan } from './findYearsAndAges';
import type { GazetteerIndex } from './gazetteerIndex';
import { isWhereTheyWork, roleOfGazetteer } from './gazetteerRole';
import { likelyChildren } from './likelyChildren';
import { withListMarks } from './listMarks';
import { unnamedMentions } from './unnamedChildren';

/** Everything found in a message, before it is decided what belongs to whom. */
export type Analysis = {
  readonly tokens: readonly Token[];
  readonly scan: Scan;
  /** The text with names, schools, places, times, ages, years and dates as one word each. */
  readonly masked: Scan;
  readonly children: readonly Child[];
  readonly people: readonly PersonSpan[];
  readonly dates: readonly DateSpan[];
  readonly times: readonly TimeSpan[];
  readonly years: readonly NumberSpan[];
  readonly ages: readonly NumberSpan[];
  readonly schools: readonly GazetteerSpan[];
  readonly places: readonly GazetteerSpan[];
};

type Mark =
  | 'ELSEWHERE'
  | 'OTHERSCHOOL'
  | 'CHILD'
  | 'ADULT'
  | 'SCHOOL'
  | 'PLACE'
  | 'TIME'
  | 'AGE'
  | 'ADULTAGE'
  | 'YEAR'
  | 'DOB'
  | 'NOISE';

export function analyse(input: { text: string; index: GazetteerIndex }): Analysis {
  const tokens = tokenise(input.text);
  const scan = scanTokens(tokens);
  const taken = tokens.map(() => false);
  const take = (spans: readonly Span[]): void => {
    for (const { from, to } of spans) for (let i = from; i < to; i++) taken[i] = true;
  };
  take(findNoise(scan));
  const dates = findDates(scan);
  take(dates);
  const foundYears = findYears({ scan, taken });
  take(foundYears);
  const foundTimes = findTimes({ scan, taken });
  take(foundTimes);
  const foundAges = findAges({ scan, taken });
  take(foundAges);
  const gazetteer = findGazetteer({ tokens, index: input.index, taken });
  const isOneWordSchool = (index: number): boolean =>
    gazetteer.some(
      (span) =>
        span.from === index &&
        span.to === index + 1 &&
        span.entry.school !== null &&
        span.entry.place === null &&
        // A near spelling in small letters is a school ("casey-jo bishchal"), no family name.
        (span.distance === 0 || /^\p{Lu}/u.test(tokens[index]?.raw ?? '')),
    );
  const isSchool = (index: number): boolean =>
    gazetteer.some(({ from, to, entry }) => from === index && to === index + 1 && entry.school !== null);
  const takenByGazetteer = [...taken];
  for (const { from, to } of gazetteer) for (let i = from; i < to; i++) takenByGazetteer[i] = true;
  const attribute = tokens.map(() => false);
  for (const span of [...dates, ...foundYears, ...foundAges, ...gazetteer.filter((g) => g.entry.school)]) {
    attribute[span.from] = true;
  }
  tokens.forEach((token, i) => {
    if (!taken[i] && /^\d{1,2}$/.test(token.norm) && Number(token.norm) > 2 && Number(token.norm) < 19)
      attribute[i] = true;
  });
  const people = findPeople({
    tokens,
    taken: takenByGazetteer,
    isOneWordSchool,
    isSchool,
    isAttribute: (index) => attribute[index] ?? false,
  });
  const inName = new Set(people.flatMap(({ from, to }) => range(from, to)));
  const kept = gazetteer.filter((span) => !range(span.from, span.to).some((i) => inName.has(i)));
  take(people);
  take(kept);
  const keptAt = new Set(kept.flatMap(({ from, to }) => range(from, to)));
  const named = withListMarks(
    tokens,
    likelyChildren(namedChildren(tokens, people, keptAt), tokens, (index) => attribute[index] ?? false),
  );
  const agesBare = bareAges({
    tokens,
    scan,
    taken,
    names: named.flatMap((child) => child.mentions),
    known: [...foundAges, ...foundYears, ...dates, ...kept.filter((s) => s.entry.school)],
  });
  const ages = [...foundAges, ...agesBare].sort((a, b) => a.from - b.from);
  take(agesBare);

  const marks: (Mark | undefined)[] = tokens.map(() => undefined);
  const heads = new Set<number>();
  const mark = (spans: readonly Span[], name: Mark): void => {
    for (const { from, to } of spans) {
      heads.add(from);
      for (let i = from; i < to; i++) marks[i] = name;
    }
  };
  mark(dates, 'DOB');
  mark(foundYears, 'YEAR');
  mark(foundTimes, 'TIME');
  mark(ages, 'AGE');
  // Grown up: nobody of school age (a cousin who is 19).
  mark(
    ages.filter(({ value }) => value > 18),
    'ADULTAGE',
  );
  mark(
    kept.filter((s) => s.entry.place),
    'PLACE',
  );
  mark(
    kept.filter((s) => s.entry.school),
    'SCHOOL',
  );
  mark(
    people.filter((p) => p.role === 'adult'),
    'ADULT',
  );
  mark(
    named.flatMap((child) => child.mentions),
    'CHILD',
  );
  const draftMask = maskWith(tokens, marks, heads);
  const roles = kept.map((span) => ({ span, role: roleOfGazetteer({ span, masked: draftMask, tokens }) }));
  const schools = roles.filter(({ role }) => role === 'school').map(({ span }) => span);
  const met = roles.filter(({ role }) => role === 'place').map(({ span }) => span);
  // A child at work experience or a lesson is met there, where no other place is named.
  const atWork = roles
    .filter(({ span }) => isWhereTheyWork({ span, masked: draftMask }))
    .map(({ span }) => span);
  const places = met.length > 0 ? met : atWork;
  mark(schools, 'SCHOOL');
  mark(places, 'PLACE');
  for (const { span, role } of roles) {
    if (role !== 'none' || places.includes(span)) continue;
    const isHospital = tokens.slice(span.from, span.to).some((token) => token.norm === 'hospital');
    if (isHospital) for (let i = span.from; i < span.to; i++) marks[i] = undefined;
    else mark([span], span.entry.school ? 'OTHERSCHOOL' : 'ELSEWHERE');
  }
  const masked = maskWith(tokens, marks, heads);
  const unnamed: Child[] = unnamedMentions(masked).map((span) => ({
    givenName: null,
    familyName: null,
    mentions: [span],
  }));
  const children = [...named, ...unnamed].sort(
    (a, b) => (a.mentions[0]?.from ?? 0) - (b.mentions[0]?.from ?? 0),
  );
  return {
    tokens,
    scan,
    masked,
    children,
    people,
    dates: correctedSpans({ spans: dates, scan }),
    times: correctedSpans({ spans: foundTimes, scan }),
    years: correctedSpans({ spans: foundYears, scan }),
    ages: correctedSpans({ spans: ages, scan }),
    schools: correctedSpans({ spans: schools, scan }),
    places: correctedSpans({ spans: places, scan }),
  };
}

function maskWith(
  tokens: readonly Token[],
  marks: readonly (Mark | undefined)[],
  heads: ReadonlySet<number>,
): Scan {
  return scanWords({
    tokens,
    word: (index) => {
      const name = marks[index];
      if (!name) return tokens[index]?.norm ?? '';
      return heads.has(index) ? withPossessive(name, tokens, index, marks) : '';
    },
  });
}

/** "Tegan's mum" stays readable as "CHILD 's mum". */
function withPossessive(
  name: Mark,
  tokens: readonly Token[],
  index: number,
  marks: readonly (Mark | undefined)[],
): string {
  if (name !== 'CHILD') return name;
  let last = index;
  while (marks[last + 1] === name && tokens[last + 1] && last < index + 4) last += 1;
  return /'s$/i.test(tokens[last]?.raw ?? '') ? `${name} 's` : name;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
