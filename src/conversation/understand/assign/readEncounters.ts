import type { ClaimedReason, Companion } from '../../../domain/encounterTerms';
import type { Analysis } from '../find/analyse';
import type { GazetteerIndex } from '../find/gazetteerIndex';
import type { EncounterReading, FieldName } from '../reading';
import { assignSpans } from './attributes';
import { chooseCompanion, chooseOutcome, chooseReason } from './choose';
import { companionFacts, siblingsSaid } from './companions';
import { contactFacts } from './contactFacts';
import type { Fact } from './fact';
import { wallClock } from './localTime';
import { outcomeFacts } from './outcomeFacts';
import { assignPlacesSaid } from './placeSaid';
import { assignPlaces, assignTimes } from './placesAndTimes';
import { reasonClauses } from './reasonClauses';
import { reasonFacts } from './reasonFacts';
import { findScopes, type Scope, type Scopes } from './scopes';
import { isUnderWay } from './underWay';

/** "I left all three with her": the group word inside the fact says whom it is about. */
function scopeOf<V>(analysis: Analysis, scopes: Scopes, fact: Fact<V>, hasObjects: boolean): Scope {
  for (let i = fact.token + 1; i <= fact.end; i++) {
    const word = analysis.tokens[i]?.norm ?? '';
    if (/^(?:both|all)$/.test(word)) return scopes.at(i);
    // "I left them with Mother" is of all, whoever was named last; "took her back, let him go" of one each.
    if (hasObjects && word === 'them') return scopes.at(i);
    const owner =
      hasObjects && /^(?:him|her)$/.test(word) ? scopes.pronoun(word === 'him' ? 'he' : 'she') : undefined;
    if (owner !== undefined) return { ...scopes.at(fact.token), who: [owner], isOwn: true };
  }
  // "no reason from Freddie": of the child it came from.
  if (analysis.tokens[fact.end]?.norm === 'from' || analysis.tokens[fact.end + 1]?.norm === 'from') {
    const at = analysis.tokens[fact.end]?.norm === 'from' ? fact.end + 1 : fact.end + 2;
    const source = analysis.children.findIndex(({ mentions }) => mentions.some(({ from }) => from === at));
    if (source >= 0) return { ...scopes.at(fact.token), who: [source], isOwn: true };
  }
  // "we walked Ada and Ben back, and took Max home": the children inside the words are those meant.
  if (!hasObjects) return scopes.at(fact.token);
  const objects = analysis.children.flatMap(({ mentions }, child) =>
    mentions.some(({ from }) => from > fact.token && from <= fact.end) ? [child] : [],
  );
  if (objects.length > 0) return { ...scopes.at(fact.token), who: objects, isOwn: true };
  return scopes.at(fact.token);
}

/** Facts for one child: its own, or where it has none those said of all. */
function factsFor<V>(input: {
  analysis: Analysis;
  facts: readonly Fact<V>[];
  scopes: Scopes;
  child: number;
  count: number;
  /** What was done with the children named in the words, as outcomes are. */
  hasObjects?: boolean;
}): Fact<V>[] {
  const { analysis, facts, scopes, child, hasObjects = false } = input;
  const withScope = facts.map((fact) => ({ fact, scope: scopeOf(analysis, scopes, fact, hasObjects) }));
  const own = withScope
    .filter(({ scope }) => scope.isOwn && scope.who.includes(child))
    .map(({ fact }) => fact);
  if (own.length > 0) return own;
  return withScope.filter(({ scope }) => !scope.isOwn).map(({ fact }) => fact);
}

/** One reading for each child of the message, in the order they are named. */
export function readEncounters(input: {
  analysis: Analysis;
  sentAt: string;
  index: GazetteerIndex;
}): EncounterReading[] {
  const { analysis, sentAt } = input;
  const { children } = analysis;
  const scopes = findScopes(analysis);
  const ages = assignSpans({ analysis, scopes, spans: analysis.ages, isShareable: false });
  const years = assignSpans({ analysis, scopes, spans: analysis.years, isShareable: false });
  const dates = assignSpans({ analysis, scopes, spans: analysis.dates, isShareable: false });
  const contacts = contactFacts(analysis);
  const outcomes = outcomeFacts(analysis);
  const isAside = (span: { from: number }): boolean =>
    [...contacts, ...outcomes].some((fact) => span.from >= fact.token && span.from <= fact.end);
  const onRoll = analysis.schools.filter((span) => !isAside(span));
  const schoolSpans = onRoll.length > 0 ? onRoll : analysis.schools;
  const schools = assignSpans({ analysis, scopes, spans: schoolSpans, isShareable: true });
  const places = assignPlaces({ analysis, scopes });
  const times = assignTimes({ analysis, scopes });
  const reasons = reasonFacts(analysis);
  const clauses = reasonClauses(analysis);
  const companions = companionFacts(analysis);
  const kin = siblingKinds(analysis);
  copySameSchool(analysis, schools);
  const placesSaid = assignPlacesSaid({
    analysis,
    scopes,
    listed: places,
    asides: [...contacts, ...outcomes, ...reasons, ...clauses],
  });
  const asBefore = sameReasonAsBefore(analysis, scopes);
  const readings = children.map((child, i) => {
    const age = ages[i] ?? null;
    const school = schools[i]?.entry.school?.name ?? null;
    const place = places[i] ?? null;
    const time = times[i] ?? null;
    const isOutcomeOf = factsFor({
      analysis,
      facts: outcomes,
      scopes,
      child: i,
      count: children.length,
      hasObjects: true,
    });
    const outcome = chooseOutcome(isOutcomeOf);
    const uncertain: FieldName[] = [];
    if ((schools[i]?.distance ?? 0) > 0) uncertain.push('school');
    if ((place?.distance ?? 0) > 0) uncertain.push('place');
    if (time?.isLoose && analysis.tokens[time.from]?.norm !== 'just') uncertain.push('occurredAt');
    return {
      givenName: child.givenName,
      familyName: child.familyName,
      age: age && !age.isEstimate ? age.value : null,
      dateOfBirth: dates[i]?.value ?? null,
      yearGroup: years[i]?.value ?? null,
      school,
      place: place?.entry.place?.name ?? null,
      occurredAt: time ? wallClock({ analysis, time, sentAt }) : null,
      companion: companionOf({
        analysis,
        scopes,
        companions,
        kin,
        child: i,
        places: places.map((p) => p?.entry.place?.name ?? null),
        times: times.map((t) => t?.minutes ?? null),
      }),
      claimedReason: reasonOf({ analysis, reasons, clauses, scopes, child: i, count: children.length }),
      outcome,
      schoolContacted: contactOf({
        analysis,
        scopes,
        contacts,
        child: i,
        schools: schools.map((s) => s?.entry.school?.name ?? null),
      }),
      uncertain,
      schoolSaid: null,
      placeSaid: placesSaid[i] ?? null,
      estimatedAge: age?.isEstimate ? age.value : null,
      underWay: isUnderWay(analysis, isOutcomeOf, outcome),
    };
  });
  return readings.map((reading, i) => {
    const before = readings[i - 1];
    return asBefore.includes(i) && before && reading.claimedReason === null
      ? { ...reading, claimedReason: before.claimedReason }
      : reading;
  });
}

function reasonOf(input: {
  analysis: Analysis;
  reasons: readonly Fact<ClaimedReason>[];
  clauses: readonly Fact<ClaimedReason>[];
  scopes: Scopes;
  child: number;
  count: number;
}): ClaimedReason | null {
  const { reasons, clauses, ...of } = input;
  const said = chooseReason(factsFor({ ...of, facts: reasons }));
  // A family on the road is away because it travels, whether a child is on roll or not (rule 27).
  if (said === 'no_school_place' && reasons.some(({ value }) => value === 'travelling_family'))
    return 'travelling_family';
  return said ?? chooseReason(factsFor({ ...of, facts: clauses }));
}

/** "S: same", "Tariq - ditto": children of whom the reason before is said again. */
function sameReasonAsBefore(analysis: Analysis, scopes: Scopes): number[] {
  const { tokens } = analysis;
  return tokens.flatMap(({ norm }, i) => {
    const isAgain =
      /^(?:same|ditto|likewise)$/.test(norm) &&
      /^(?:[.,;)\n]|reason|story|excuse|again|)$/.test(tokens[i + 1]?.norm ?? '');
    const scope = scopes.at(i);
    return isAgain && scope.isOwn && scope.who.length === 1 ? [...scope.who] : [];
  });
}

/** "same school" takes the school of the child before. */
function copySameSchool<S>(analysis: Analysis, schools: (S | null)[]): void {
  if (
    !/(?<!\S)(?:same|his|her) (?:school|one|place)(?!\S)|(?<!\S)ditto(?!\S)|as (?:his|her) (?:brother|sister)/.test(
      analysis.masked.text,
    )
  )
    return;
  if (!/(?<!\S)same school|ditto|same one/.test(analysis.masked.text)) return;
  schools.forEach((school, i) => {
    if (school === null) schools[i] = schools[i - 1] ?? schools.find((other) => other !== null) ?? null;
  });
}

/** Which children of a group are each other's brothers and sisters (rule 19). */
function siblingKinds(analysis: Analysis): boolean[] {
  const { children } = analysis;
  const isKinOfOther = /CHILD (?:\(|,|-) CHILD 's (?:\S+ )?(?:brother|sister|twin)(?!\S)/.test(
    analysis.masked.text,
  );
  if (children.length < 2 || !(isKinOfOther || siblingsSaid(analysis))) return children.map(() => false);
  if (children.length === 2) return [true, true];
  const families = children.map((child) => child.familyName?.toLowerCase() ?? null);
  const shares = families.map(
    (family, i) => family !== null && families.some((other, k) => k !== i && other === family),
  );
  if (shares.some(Boolean)) return shares;
  const pair = /CHILD(?: [^.;\n])*? (?:his|her) (?:\S+ )?(?:brother|sister)/.test(analysis.masked.text);
  return children.map((_, i) => (pair ? i < 2 : true));
}

const isFor = (scope: Scope, child: number): boolean => !scope.isOwn || scope.who.includes(child);

function companionOf(input: {
  analysis: Analysis;
  scopes: Scopes;
  companions: readonly Fact<Companion>[];
  kin: readonly boolean[];
  child: number;
  places: readonly (string | null)[];
  times: readonly (number | null)[];
}): Companion | null {
  const { analysis, scopes, companions, kin, child, places, times } = input;
  const count = analysis.children.length;
  const own = chooseCompanion(
    // An adult with all of them outranks who of them are siblings (rule 17).
    companions
      .filter((fact) => isFor(scopes.at(fact.token), child) || fact.whose !== undefined)
      .map((fact) => ofAnother(analysis, fact, child)),
  );
  if (count === 1) return own;
  const adult = own === 'parent' || own === 'other_adult' ? own : null;
  if (adult) return adult;
  const isApart =
    !scopes.isGroup &&
    (isDifferent(places) ||
      isDifferent(times) ||
      /(?<!\S)(?:separate(?:ly)?|apart)(?!\S)/.test(analysis.masked.text));
  const isTogether = scopes.chains.some((chain) => chain.length > 1 && chain.includes(child));
  if (isApart && (!isTogether || own === 'alone')) return own;
  if (kin[child] || own === 'sibling') return kin[child] || count < 3 ? 'sibling' : 'peers';
  return 'peers';
}

/** "both with Siobhan's mum": her parent, to the others another adult (from each child's own side). */
function ofAnother(analysis: Analysis, fact: Fact<Companion>, child: number): Fact<Companion> {
  if (fact.whose === undefined || fact.value !== 'parent') return fact;
  const owner = analysis.children.findIndex(({ mentions }) =>
    mentions.some(({ from, to }) => fact.whose !== undefined && fact.whose >= from && fact.whose < to),
  );
  const isCousin = /(?<!\S)cousins?(?!\S)/.test(analysis.masked.text);
  const isOthers =
    owner >= 0 &&
    owner !== child &&
    (isCousin || analysis.children[owner]?.familyName !== analysis.children[child]?.familyName);
  return isOthers ? { ...fact, value: 'other_adult', weight: fact.weight - 1 } : fact;
}

const isDifferent = (values: readonly (string | number | null)[]): boolean =>
  new Set(values.filter((value) => value !== null)).size > 1;

/** A named school that was rung counts for the children on its roll (rule 37). */
function contactOf(input: {
  analysis: Analysis;
  scopes: Scopes;
  contacts: readonly Fact<true>[];
  child: number;
  schools: readonly (string | null)[];
}): true | null {
  const { analysis, scopes, contacts, child, schools } = input;
  const rolls = new Set(schools.filter((school) => school !== null));
  for (const fact of contacts) {
    const named = analysis.schools.filter((span) => span.from >= fact.token && span.to <= fact.end + 1);
    if (named.length > 0 && rolls.size > 1) {
      if (named.some((span) => span.entry.school?.name === schools[child])) return true;
      continue;
    }
    const words = analysis.tokens.slice(fact.token, fact.end + 1).map((token) => token.norm);
    if (words.includes('schools')) return true;
    const scope = scopes.at(fact.token);
    const isLastLine = fact.token > Math.max(...analysis.children.map((c) => c.mentions[0]?.from ?? 0));
    if (
      !scope.isOwn ||
      scope.who.includes(child) ||
      (isLastLine && rolls.size < 2 && scopes.isGroup && named.length === 0)
    )
      return true;
    if (named.length > 0 && rolls.size === 1) return true;
  }
  return null;
}
