import type { Analysis } from '../find/analyse';
import type { GazetteerSpan } from '../find/findGazetteer';
import type { TimeSpan } from '../find/findTimes';
import { normsOf } from '../words/normsOf';
import type { Scopes } from './scopes';

const NOT_MEETING_BEFORE =
  /(?:^|\s)(?:appointment|dentist|doctor|doctors|doctor's|gp|camhs|interview|exams?|starts?|starting|start|begins?|begin|finish\w*|ends?|ending|until|due|due in|back|back in|going in|collect\w*|train|trains|train's|bus|coach|flight|waiting for|for|by|return\w*|dropped|home|departs?|leaves?|leaving|opticians?|optician's|orthodontist|hospital|session|lesson|open\w*|clos\w*|meeting|funeral|jabs?|called|rang|rung|phoned|informed|told|emailed|handed|handed over|arriv\w+|lunch|eta|service|course|shift|test|clinic|physio|scan|slot|booked|seen|not until|before|after|since|tomorrow|match|trial|trials|ceremony|mass|prayers?|check-?up|surgery|therapy|session|later|out|ready|off|up|done|counselling|x-?ray|swimming|audition|rehearsal|placement|wedding|alarm|prayer|practice|taken|walked|driven|conveyed|delivered|reception|designated place|mocks?|catch|catching|get|got|bell|registration|assembly|till|lets? out|let out|breaks?|gone|left|now|tablets|visit|viewing|kick ?off|starts school|hearing|chemistry|maths|english|biology|physics|history|french|paper|tested|examined|tightened|fitted|removed|court|passport office|fracture clinic|blood test|eye test|orthodontics|optometrist|dental|nurse)(?: (?:is|was|are|at|@|for|by|in|on|him|her|them|mum|dad|mother|father|of|the|a|about|around|from|only|today|not|till|until|don't|doesn't|her|to|appointment|school|there|back|again|them|work|in school|SCHOOL|PLACE|this|off|from|lessons?|his|booked|hospital|letter|the|later|supposed|due|due at|at school|ADULT|-|,|;|\()){0,4} $/;
const MEETING_BEFORE =
  /(?:^|[\n;] ?|\. |time ?[:=|-]? ?|when ?[:=|-]? ?|met|met at|seen|seen at|stopped|stopped at|spoke|spoken to|found|found at|at PLACE(?: ,)?|PLACE(?: [,@(-])?(?: at| about| around| roughly)?(?: about)?|in PLACE|it was(?: roughly| about| around| at)?|about|around|roughly|yesterday(?: at)?|approx|just gone|gone|met|@|encounter|time of encounter :|tm -|by PLACE|occurred|today at|today) $/;
const NOT_MEETING_AFTER =
  /^ (?:meet with (?:sgt|sergeant|ADULT|the)|appointment|train|bus|dentist|interview|start|finish|exam|slot|kick|doctor|doctors|gp|flight|lesson|session|funeral|prayers|mass|shift|clinic|opticians|class|service|to (?:see|go|get)|jab|scan|orthodontist|(?:for|with) (?:the )?(?:dentist|doctor|gp|orthodontist|optician))/;

/** A higher number is more surely the time of meeting; below zero it is another (rule 16). */
export function timeScore(analysis: Analysis, time: TimeSpan): number {
  const { masked } = analysis;
  const at = masked.tokenAt.indexOf(time.from);
  const lead = masked.text.slice(Math.max(0, at - 70), at);
  const tail = masked.text.slice(at + 4, at + 50);
  const said = lead
    // "just gone half nine", "outside the surgery", "food court": no appointment in these words.
    .replace(/(?:just )?gone $/, '')
    .replace(
      /(?:by|outside|near|opposite|behind|beside|round|in front of|along from|next to) (?:the |(?=surgery|dentist|doctors?|clinic|hospital))(?!PLACE)(?:\S+ ){1,2}(?=(?:at |about |around )?$)/,
      'PLACE ',
    )
    .replace(
      /(?:deli|far|top|bottom|shop|other|entrance|church|bowling|north|south|east|west|back|front) end(?= |$)/g,
      'PLACE',
    )
    .replace(/bus (?:stop|shelter|station)/g, 'PLACE')
    .replace(
      /(?:waiting|queueing|sat|stood)(?: \S+){0,4} for (?:them|it|him|her|mum|dad)(?: to open)? /g,
      'PLACE ',
    )
    .replace(/(?:\S+ )?coach (?=(?:at |about )?$)/, 'dad ')
    .replace(/before (?:the )?PLACE $/, 'PLACE ')
    .replace(/food court /g, 'PLACE ')
    .replace(/(?:hospital|PLACE) (?:main |front |side )?(?:entrance|doors|foyer|car park) /g, 'PLACE ');
  const clause = said.slice(
    Math.max(said.lastIndexOf(' . ') + 2, said.lastIndexOf('\n') + 1, said.lastIndexOf(' ; ') + 2, 0),
  );
  let score = 0;
  if (time.kind === 'ago') score += 3;
  if (/^(?:NOISE )?$/.test(masked.text.slice(0, at).replace(/[^A-Za-z]/g, ''))) score += 4;
  if (MEETING_BEFORE.test(lead)) score += 3;
  if (/^\s*$/.test(clause) || /^ ?(?:at|about|around|@|roughly|,) $/.test(clause)) score += 3;
  if (
    /^ (?:[,(@-] |at |in |by |outside |near |on )?(?:the )?PLACE/.test(tail) ||
    /^ (?:[,-] )?CHILD/.test(tail)
  )
    score += 2;
  if (
    /(?:with|CHILD|SCHOOL|AGE|YEAR|DOB|,|mum|dad|brother|own|mates|friends|nan)(?: [,-])?(?: at| about| around)? $/.test(
      lead,
    )
  )
    score += 1;
  if (/ at $/.test(lead)) score += 0.5;
  if (
    NOT_MEETING_BEFORE.test(clause) &&
    !/(?:PLACE|TIME|met|stopped|spoke)(?: [,@(-])?(?: at| about| around)? $/.test(clause)
  )
    score -= 6;
  if (NOT_MEETING_AFTER.test(tail)) score -= 6;
  if (
    /(?:passport office|embassy|consulate|physio|clinic|appointment|dentist|gp|camhs|interview|train|bus|exam|due|starts?|orthodontist|doctor|until|jabs|hospital|optician|optician's)(?: \S+){0,5}(?: at| @| for| in| from)? $/.test(
      clause,
    ) &&
    !/(?:PLACE|met|stopped)(?: \S+){0,2} $/.test(clause)
  )
    score -= 3;
  if (/^ (?:on|next) (?:mon|tues|wednes|thurs|fri)/.test(tail)) score -= 2;
  if (/tomorrow/.test(tail.slice(0, 14))) score -= 8;
  if (time.isLoose) score -= looseness(analysis, time, lead, tail);
  return score;
}

/** "now" counts where it says where or with whom; "driving her in now" is another matter. */
function looseness(analysis: Analysis, time: TimeSpan, lead: string, tail: string): number {
  const words = normsOf(analysis.tokens, time.from, time.to);
  if (words === 'just now' && /(?:mornings|afternoons|days|lessons|hours|timetable) $/.test(lead)) return 6;
  if (words === 'just now') return /(?:ring|rang|called|left|phoned|rung|told) $/.test(lead) ? 4 : -1;
  if (words !== 'now') return time.kind === 'ago' ? 0 : 1;
  if (
    /(?<!\S)(?:PLACE|here)(?: \S+){0,4} $/.test(lead) &&
    !/(?:going|way|heading|driv\w+|walk\w+|tak\w+) (?:\S+ ){0,5}$/.test(lead)
  )
    return -1;
  if (/^ (?:at|in|by|outside|near|with) (?:the )?PLACE/.test(tail) || /(?:with me|got|have) $/.test(lead))
    return -1;
  return 10;
}

/** The meeting's time for each child: own block first, then one said for all. */
export function assignTimes(input: { analysis: Analysis; scopes: Scopes }): (TimeSpan | null)[] {
  const { analysis, scopes } = input;
  const ranked = analysis.times
    .map((time) => ({ time, score: timeScore(analysis, time), scope: scopes.at(time.from) }))
    .filter(({ score }) => score > -2)
    .sort((a, b) => b.score - a.score || a.time.from - b.time.from);
  return spread({ analysis, scopes, ranked: ranked.map(({ time, scope }) => ({ span: time, scope })) });
}

/** An estate is wide, a leisure park has places in it, the rest are as precise as each other. */
export function breadth(span: GazetteerSpan): number {
  if (span.entry.place?.kind === 'estate') return 2;
  return /leisure park|^basing view$/i.test(span.entry.place?.name ?? '') ? 1 : 0;
}

/** The place of meeting; of two the more precise (rule 14). */
export function assignPlaces(input: { analysis: Analysis; scopes: Scopes }): (GazetteerSpan | null)[] {
  const { analysis, scopes } = input;
  const isBroad = (span: GazetteerSpan): number => breadth(span);
  const ranked = analysis.places
    .map((span) => ({ span, scope: scopes.at(span.from) }))
    .sort((a, b) => isBroad(a.span) - isBroad(b.span) || a.span.from - b.span.from);
  const timed = new Set(
    analysis.times
      .map((time) => scopes.at(time.from))
      .flatMap(({ who, isOwn }) => (isOwn ? [who.join()] : [])),
  );
  const places = spread({
    analysis,
    scopes,
    ranked,
    isApart: timed.size > 1,
    asBefore: samePlaceAsBefore(analysis, scopes),
  });
  // Whoever the scopes say nothing of: "same place" may stand far from the child's name.
  if (/(?<!\S)same (?:place|spot|location)(?!\S)/.test(analysis.masked.text))
    places.forEach((place, i) => {
      if (place === null) places[i] = places[i - 1] ?? null;
    });
  return places;
}

/** Children met at the place of the one before ("0950 same place, Otto Brandvold"). */
function samePlaceAsBefore(analysis: Analysis, scopes: Scopes): number[] {
  const { tokens } = analysis;
  return tokens.flatMap(({ norm }, i) =>
    norm === 'same' && /^(?:place|spot|location)$/.test(tokens[i + 1]?.norm ?? '') && scopes.at(i).isOwn
      ? [...scopes.at(i).who]
      : [],
  );
}

function spread<S>(input: {
  analysis: Analysis;
  scopes: Scopes;
  ranked: readonly { span: S; scope: { who: readonly number[]; isOwn: boolean } }[];
  /** Scenes with a time of their own: what is said in one is not said of another (rule 20). */
  isApart?: boolean;
  asBefore?: readonly number[];
}): (S | null)[] {
  const { analysis, scopes, ranked } = input;
  const out: (S | null)[] = analysis.children.map(() => null);
  if (scopes.isGroup) return out.map(() => ranked[0]?.span ?? null);
  for (const { span, scope } of ranked) {
    if (!scope.isOwn) continue;
    for (const child of scope.who) if (out[child] === null || out[child] === undefined) out[child] = span;
  }
  for (const child of input.asBefore ?? []) out[child] = out[child] ?? out[child - 1] ?? null;
  const hasOwn = out.filter((span) => span !== null).length;
  for (const { span, scope } of ranked) {
    if (scope.isOwn && (hasOwn > 1 || input.isApart)) continue;
    out.forEach((value, child) => {
      if (value === null) out[child] = span;
    });
  }
  return out;
}
