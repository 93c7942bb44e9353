import { allMatches } from '../words/allMatches';
import { findAll } from '../words/scan';
import type { Scan, Span } from '../words/token';

const NOUN =
  'boy|girl|lad|lass|male|female|youth|teenager|kid|child|pupil|student|brother|sister|twin|cousin|friend|mate|boyfriend|girlfriend|one|young man|young lady|juv|juvenile|teen|person|companion|subject|f|m|fourth|fifth|third|second|3rd|2nd|other|first';
const NOUNS = new RegExp(`(?<!\\S)(?:${NOUN})(?!\\S)`, 'g');
const GIVE =
  '(?:give|gave|giving|given|say|saying|tell|telling|provide|share|leave|state)(?: me| us| him| her)?';
const REFUSED = [
  `(?:wouldn't|would not|won't|will not|refus\\w+|declin\\w+|(?:didn't|did not|don't|doesn't|does not|do not|not) want(?:ed|ing)?|unwilling|didn't|did not|don't|doesn't|do not|does not|never|not allowed to|couldn't|wasn't willing|not willing|not)(?: to)? ${GIVE} (?:(?:his|her|their|the|a|any|us|me|out|what) ?)*names?`,
  '(?:refus\\w+|declin\\w+|withheld)(?: to give)?(?: his| her| their| the| all)? (?:name|details)',
  '(?<!first |family |last |second |given |middle )names? ?[:=|-]? ?(?:was |were |is |being )?(?:refused|withheld|not given|not provided|unknown|notknown|declined|not known|not said|not obtained|none given)',
  '(?<!first |family |last )names? ?(?:(?:,|and|or|\\/|&|DOB|dob|age|school|address|year|date of birth|birthday|details) ?){2,7}(?:all |both |also )?(?:refused|withheld|declined|not given|not provided|unknown|not said)',
  "(?:refus\\w+|declin\\w+|withheld|would not give|wouldn't give|refuse to (?:say|give)|no) (?:(?:,|and|or|\\/|his|her|their|any|age|school|address|dob|year|DOB) ?){1,6}name",
  '(?<!\\S)no names?(?: given| said)?(?!\\S)',
  '(?:gave|giving|gives|give) (?:us |me )?no names?(?: at all)?',
  "(?:wouldn't|would not|won't|refused to|refuses to|declined to|didn't|don't|doesn't) (?:name (?:himself|herself|themselves)|identify (?:himself|herself|themselves)|say who (?:he|she|they) (?:is|was|are|were))",
  '(?<!first |family |last |second )names? (?:was |is )?none of (?:my|your|our|their) \\S+',
  "(?:he|she|they) (?:wouldn't|would not|won't|refused to|will not) name",
  'unknown name|(?<!first |last |family |second |given |middle )name not',
  '(?:unnamed|anonymous)(?= (?:[,(:-] )?(?:(?:boy|girl|lad|lass|male|female|youth|m|f|one|child|pupil|friend|mate) (?:[,(:-] )?)?(?:AGE|YEAR|SCHOOL|DOB))',
  "(?:the )?other(?: (?:NUMBER|\\d|one|lad|girl|boy|child|kid))? (?:both |all |just |also |point blank |flatly )?(?:refused|declined|wouldn't|would not|won't)(?= (?:[.,;\\n]|and|to (?:say|give|tell)|point|flat|altogether)|$)",
].join('|');
const TRIGGER = new RegExp(`(?<!\\S)(?:${REFUSED})(?!\\S)`, 'g');
const ATTRIBUTE = '(?:AGE|YEAR|DOB|NUMBER)';
const OWN = new RegExp(
  `(?<!\\S)(?:(?:his|her|their|a|an|another|one|the|and|with|other|second|plus|2nd|CHILD) (?:(?:older|younger|big|little|twin|elder|other|unnamed|female|male|young|best) )*)(brother|sister|twin|cousin|friend|mate|boyfriend|girlfriend|boy|girl|lad|lass|one|male|female|pupil|child|kid)(?: who is| who's| is| who| aged| ,| \\(| -| of| also| in| she's| he's| she is| he is| they're)* (?:${ATTRIBUTE}|SCHOOL)(?! CHILD)`,
  'g',
);
const COUNTED =
  /(?<!\S)(?:NUMBER|both|all|\d) (?:x )?(?:boys|girls|lads|males|females|kids|pupils|youths|teenagers|students|children|teens|lasses|juveniles|mates|friends|others|youngsters|more|stopped|seen|met|of them|together|spoken to)(?!\S)/g;

const PAIR =
  /(?<!\S)(?:boy|lad|girl|lass|male|female) (?:and|\+|&|,) (?:a |one )?(?:boy|lad|girl|lass|male|female)(?!\S)/g;

/** Where unnamed children are introduced: name refused, or age, year or school of their own (rules 7, 31). */
export function unnamedMentions(masked: Scan): Span[] {
  const found: Span[] = [];
  const add = (span: Span): void => {
    const isNear = found.some((other) => span.from < other.to + 1 && other.from < span.to + 1);
    if (!isNear) found.push(span);
  };
  const triggers = findAll(masked, TRIGGER);
  for (const { match, from, to } of triggers) {
    const alone = /names$/.test(match[0]) ? soleChildren(masked) : [];
    if (alone.length > 1 && !/(?<!\S)CHILD(?!\S)/.test(masked.text)) return alone;
    const others = /^(?:the )?other (\d)/.exec(match[0]);
    const many = others ? { count: Number(others[1]), from } : countedBefore(masked, match);
    if (many && many.count <= 6) {
      for (let i = 0; i < many.count; i++) found.push({ from: many.from + i, to: many.from + i + 1 });
      continue;
    }
    const anchor = anchorOf(masked, match.index ?? 0);
    if (anchor === 'named') continue;
    const at = anchor ? masked.tokenAt[anchor.index] : from;
    if (at !== undefined) add({ from: at, to: anchor ? at + 1 : to });
  }
  for (const { match, from } of findAll(masked, OWN)) {
    const noun = match[1] ?? '';
    const nounAt = (match.index ?? 0) + match[0].indexOf(noun);
    const rest = masked.text.slice((match.index ?? 0) + match[0].length);
    if (/^[^.;\n]{0,25}CHILD/.test(rest.replace(/ (?:and|with|plus) .*$/s, ''))) continue;
    if (
      /brother and (?:\S+ )?sister|sister and (?:\S+ )?brother/.test(
        masked.text.slice(Math.max(0, nounAt - 20), nounAt + noun.length),
      )
    )
      continue;
    const attributeAt = masked.tokenAt[(match.index ?? 0) + match[0].length - 1] ?? 0;
    if (Number(/\d+/.exec(masked.tokens[attributeAt]?.norm ?? '')?.[0] ?? 0) > 17) continue;
    const isKin = /brother|sister|twin|cousin|friend|mate/.test(noun);
    const lead = masked.text.slice(0, nounAt);
    const isOther = /(?:another|other|second|2nd|and a|and one|and an|plus a) (?:\S+ )?$/.test(lead);
    const isSubject = /CHILD (?:\S+ ){0,3}(?:is|was|the|a) (?:a |the )?(?:\S+ )?$/.test(lead) && !isKin;
    if (isSubject || !(isKin || isOther)) continue;
    if (/CHILD (?:'s )?$/.test(lead.slice(-9)) && !isKin) continue;
    const at = masked.tokenAt[nounAt] ?? from;
    add({ from: at, to: at + 1 });
  }
  if (found.length === 0 && !/(?<!\S)CHILD(?!\S)/.test(masked.text)) return nobodyNamed(masked);
  return found.sort((a, b) => a.from - b.from);
}

/** The noun the refusal belongs to, in the same sentence after the last named child. */
function anchorOf(masked: Scan, at: number): { index: number } | 'named' | null {
  const before = masked.text.slice(0, at);
  const start = Math.max(before.lastIndexOf(' . '), before.lastIndexOf('\n'), before.lastIndexOf(' ; '));
  const sentence = before.slice(start + 1);
  const named = sentence.lastIndexOf('CHILD');
  const tail = named >= 0 ? sentence.slice(named + 5) : sentence;
  let noun: number | null = null;
  for (const match of allMatches(NOUNS, tail)) {
    noun = match.index;
    if (
      /^(?:brother|sister|twin|cousin|friend|mate|boyfriend|girlfriend|third|second|other|3rd|2nd)$/.test(
        match[0],
      )
    )
      break;
  }
  if (noun !== null) return { index: at - tail.length + noun };
  return named >= 0 ? 'named' : null;
}

/** "two girls who wouldn't give names", "4 lads, all refused names": how many, where they were introduced. */
function countedBefore(masked: Scan, trigger: RegExpMatchArray): { count: number; from: number } | null {
  const before = masked.text.slice(0, trigger.index);
  const last = before.lastIndexOf('CHILD');
  const since = before.slice(last < 0 ? 0 : last + 5);
  const isPlural = /names|details|both|all|they|themselves/.test(trigger[0]);
  const isWhoPlural =
    /(?:who|they|both|all|neither|none|also|either) $/.test(since) || /names|themselves/.test(trigger[0]);
  if (!isPlural && !isWhoPlural) return null;
  const counted = allMatches(COUNTED, since).at(-1) ?? allMatches(PAIR, since).at(-1);
  if (!counted) return null;
  const tail = since.slice(counted.index);
  if (last >= 0 && /[.;\n] \S.*[.;\n] /.test(tail)) return null;
  const from = masked.tokenAt[counted.index + (last < 0 ? 0 : last + 5)] ?? 0;
  const count = Number(masked.tokens[from]?.norm.replace(/\D/g, '') || 2);
  return count >= 2 && count <= 6 ? { count, from } : null;
}

const SOLE =
  '(?:boy|girl|lad|lass|male|female|youth|teenager|kid|child|pupil|student|juv|teen|youngster|fella|fellow|lassie)';
const SOLE_FIRST = new RegExp(
  `(?<!\\S)${SOLE}(?: (?:juv|youth|child|pupil|who is|who's|who|is|aged|about|around|of|from|at|in|,|\\(|-|:))* (?:AGE|YEAR|DOB|SCHOOL)(?!\\S)`,
  'g',
);
const SOLE_AFTER = new RegExp(
  `(?<!\\S)(?:AGE|YEAR|SCHOOL)(?: (?:old|yo|year|YEAR|SCHOOL|,))* ${SOLE}(?!\\S)(?! (?:'s|list|form))`,
  'g',
);
const GROUP =
  /(?<!\S)(\d|a couple of|couple of|pair of) (?:x )?(?:(?:young|teenage|unknown|unnamed|SCHOOL|YEAR|AGE|year|old|school|more|little|small|primary|secondary) )*(?:boys|girls|lads|males|females|kids|pupils|youths|teenagers|students|children|teens|lasses|juveniles|youngsters|juvs)(?!\S)/g;

/** "lad 13 costello", "two girls y9 costello": nobody is named, but their own age, year or school is (rule 7). */
function nobodyNamed(masked: Scan): Span[] {
  const { text } = masked;
  if (/\?|(?<!\S)(?:anyone|anybody|ADULT (?:says|said)|can someone|how many|briefing)(?!\S)/.test(text))
    return [];
  if (!/(?<!\S)(?:AGE|YEAR|DOB|SCHOOL)(?!\S)/.test(text) || !/(?<!\S)(?:PLACE|TIME)(?!\S)/.test(text))
    return [];
  const group = findAll(masked, GROUP)[0];
  const hasDetail = /(?<!\S)(?:AGE|YEAR|DOB)(?!\S)/.test(text);
  if (group) {
    const count = Number(group.match[1]) || 2;
    const isTold =
      hasDetail ||
      /^ (?:both |all )?(?:from |at |of )?SCHOOL/.test(
        text.slice((group.match.index ?? 0) + group.match[0].length),
      );
    if (!isTold || count > 6 || count < 2) return [];
    return Array.from({ length: count }, (_, i) => ({ from: group.from + i, to: group.from + i + 1 }));
  }
  return soleChildren(masked);
}

/** Each "lad 13 costello" of a message. */
function soleChildren(masked: Scan): Span[] {
  const sole = [...findAll(masked, SOLE_FIRST), ...findAll(masked, SOLE_AFTER)].sort(
    (a, b) => a.from - b.from,
  );
  const spans: Span[] = [];
  for (const { from, to } of sole) {
    const isApart = spans.every((other) => from >= other.to);
    if (isApart) spans.push({ from, to: Math.min(to, from + 1) });
  }
  return spans.slice(0, 4);
}
