import type { Analysis } from '../find/analyse';
import { isCommonWord, isFirstName, isNeverName } from '../find/lexicons';
import type { Span } from '../words/token';

const CUE =
  /^(?:a|an|called|named|name|boy|girl|lad|lass|kid|child|pupil|about|on|with|for|across|of|if|known|surname|know|whether|before|has|lookup|prior|previous|history|is|,|-|:|\?|\n|we|stopped|met|seen|and|who's|the|up|to|check|find|search|young|little|at|student)$/;
/** Before these a word in lower case may be anything. */
const WEAK_CUE = /^(?:a|an|the|has|we|with|is|up|to|and|for)$/;
const STOP =
  /^(?:any|anyone|anybody|somebody|someone|known|seen|prior|before|previous|school|team|lads?|boys?|girls?|kids?|child|children|year|age|he|she|him|her|it|this|that|we|you|been|is|was|or|and|there|yet|now|today|record|file|visit|visits|thursday|wednesday|tuesday|monday|friday|surname|first|name|us|me|them|time|lot|one|same|list|day|couple|few|bit|number|moment|minute|phone|question|family|mum|dad|the|our|my|your|please|history|contacts?|stops?|panel|meeting)$/;

/** A name of a child asked about where no name was found: one to three words after "a", "called", "on" and the like. */
export function nameAskedAbout(analysis: Analysis): Span | null {
  const { tokens } = analysis;
  const taken = new Set<number>();
  const adults = analysis.people.filter(({ role }) => role === 'adult');
  for (const span of [
    ...analysis.schools,
    ...analysis.places,
    ...analysis.times,
    ...analysis.years,
    ...adults,
  ])
    for (let i = span.from; i < span.to; i++) taken.add(i);
  const isName = (index: number): boolean => {
    const token = tokens[index];
    if (!token || taken.has(index) || !/^\p{L}[\p{L}'’-]+$/u.test(token.raw) || STOP.test(token.norm))
      return false;
    const bare = token.raw.toLowerCase().replace(/'s$/, '');
    if (isNeverName(bare)) return false;
    const isCapital = /^\p{Lu}\p{Ll}/u.test(token.raw);
    return isCapital || isFirstName(bare) || !isCommonWord(bare);
  };
  const runs: Span[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const before = tokens[i - 1]?.norm ?? '\n';
    if (!isName(i) || !CUE.test(before)) continue;
    let to = i + 1;
    while (to < i + 4 && isName(to)) to += 1;
    if (to === i + 1 && isSurnameToo(tokens, i)) to += 1;
    const isOpening = (before === '\n' || /^[,:?-]$/.test(before)) && to - i < 2;
    const only = tokens[i]?.raw ?? '';
    const run = tokens.slice(i, to).map(({ raw }) => raw);
    const isNamed = run.some((raw) => /^\p{Lu}/u.test(raw) || isFirstName(raw.toLowerCase()));
    if (before === 'the') {
      i = to;
      continue;
    }
    const isSure =
      (to - i > 1 && (isNamed || !WEAK_CUE.test(before))) ||
      /^\p{Lu}/u.test(only) ||
      isFirstName(only.toLowerCase()) ||
      /^(?:called|named|surname)$/.test(before);
    if (!isOpening && isSure) runs.push({ from: i, to });
    i = to;
  }
  return runs.find(({ from, to }) => to - from > 1) ?? runs[0] ?? null;
}

/** "sophie lane - any previous": a word that is a surname too, between a first name and a sign. */
function isSurnameToo(tokens: Analysis['tokens'], at: number): boolean {
  const next = tokens[at + 1];
  if (!next || !isFirstName(tokens[at]?.raw.toLowerCase() ?? '')) return false;
  return (
    /^\p{L}{3,}$/u.test(next.raw) && !STOP.test(next.norm) && /^[-,?.:(]$/.test(tokens[at + 2]?.norm ?? '?')
  );
}
