import type { Span, Token } from '../words/token';
import type { Child } from './children';

const SIGN = /^[.):|=,/-]$/;
const START = /^(?:\n|•|;|\||\(|:|\.|>)$/;
const REF_AFTER =
  /^(?:and|[+&,=:/)-]|says?|said|claims?|claimed|states?|stated|ran|walked|wouldn't|didn't|refused|had|has|is|are|was|were|to|taken|returned|gave|both|asked|told|let|driven|went|advised|left|no|none|only|brothers?|sisters?|siblings|twins|not|sent|made|legged|bolted|back|did|collected|admitted|brothers|reckons?|home|got|in|then|just|off|claim|say|stayed)$/;
const REF_BEFORE =
  /^(?:[\n.;,+&/(:•-]|and|kid|child|no|number|lad|girl|boy|pupil|both|but|only|while|then|with|\))$/;
const NOUN = /^(?:kid|child|lad|girl|boy|pupil|yp|juv|subject|person|no|number)$/;

/** "1 + 2 asked, said nothing", "A ran off", "Kid 3 walked back": later words for children of a numbered or lettered list. */
export function withListMarks(tokens: readonly Token[], children: readonly Child[]): Child[] {
  if (children.length < 2) return [...children];
  return withInitials(tokens, withNumbers(tokens, children));
}

/** "RM: part-time. CS: on lunch", "F: eye test. C: no reason": later words for children by their initials. */
function withInitials(tokens: readonly Token[], children: readonly Child[]): Child[] {
  const lastName = Math.max(...children.map((child) => child.mentions[0]?.to ?? 0));
  const initials = children.map(({ givenName, familyName }) => ({
    one: givenName?.[0] ?? '',
    two: `${givenName?.[0] ?? ''}${familyName?.[0] ?? ''}`,
  }));
  const owner = (raw: string): number => {
    const fits = initials.flatMap(({ one, two }, i) =>
      raw !== '' && (raw === one || raw === two) ? [i] : [],
    );
    return fits.length === 1 ? (fits[0] ?? -1) : -1;
  };
  const isFree = (at: number): boolean =>
    !children.some((child) => child.mentions.some(({ from, to }) => at >= from && at < to));
  const found = children.map((): Span[] => []);
  for (let i = lastName; i < tokens.length; i++) {
    const raw = tokens[i]?.raw ?? '';
    if (!/^\p{Lu}{1,2}$/u.test(raw) || !isFree(i)) continue;
    const child = owner(raw);
    const next = tokens[i + 1]?.raw ?? '';
    const isStart = /^(?:[\n.;,:(/&+-]|•|and)$/.test(tokens[i - 1]?.norm ?? '\n');
    const isJoined = /^(?:&|\+|and)$/.test(next) && owner(tokens[i + 2]?.raw ?? '') >= 0;
    const wasJoined =
      /^(?:&|\+|and)$/.test(tokens[i - 1]?.norm ?? '') && owner(tokens[i - 2]?.raw ?? '') >= 0;
    if (child >= 0 && isStart && (/^[:=@-]$/.test(next) || isJoined || wasJoined))
      found[child]?.push({ from: i, to: i + 1 });
  }
  return children.map((child, i) => ({ ...child, mentions: [...child.mentions, ...(found[i] ?? [])] }));
}

function withNumbers(tokens: readonly Token[], children: readonly Child[]): Child[] {
  const firstAt = children.map((child) => child.mentions[0]?.from ?? 0);
  const marks = firstAt.map((at, i) => markBefore(tokens, at, i));
  const kinds = new Set(marks);
  if (kinds.size !== 1 || kinds.has(null)) return [...children];
  const kind = marks[0] ?? 'number';
  const lastName = Math.max(...firstAt);
  const extra: Span[][] = children.map(() => []);
  for (let i = lastName + 1; i < tokens.length; i++) {
    const child = indexOf(tokens[i]?.raw ?? '', kind);
    if (child === null || child >= children.length) continue;
    const before = tokens[i - 1]?.norm ?? '\n';
    const after = tokens[i + 1]?.norm ?? '\n';
    const isNoun = NOUN.test(before);
    const isRef = REF_BEFORE.test(before) && REF_AFTER.test(after);
    if (!isNoun && !isRef) continue;
    if (kind === 'number' && !isNoun && /^(?:and|,)$/.test(before) && !isMark(extra, i - 2)) continue;
    if (kind === 'number' && /^[:.]$/.test(after) && /^\d/.test(tokens[i + 2]?.raw ?? '')) continue;
    extra[child]?.push({ from: isNoun ? i - 1 : i, to: i + 1 });
  }
  return children.map((child, i) => ({ ...child, mentions: [...child.mentions, ...(extra[i] ?? [])] }));
}

const isMark = (extra: readonly (readonly Span[])[], at: number): boolean =>
  extra.some((spans) => spans.some(({ to }) => to === at + 1));

type MarkKind = 'number' | 'letter';

function indexOf(raw: string, kind: MarkKind): number | null {
  if (kind === 'number') return /^[1-9]$/.test(raw) ? Number(raw) - 1 : null;
  return /^[A-H]$/.test(raw) ? raw.charCodeAt(0) - 65 : null;
}

/** Whether the child is introduced as number or letter `i` of a list: "2. Kai", "B) Kai", "Kid 2: Kai". */
function markBefore(tokens: readonly Token[], at: number, i: number): MarkKind | null {
  let mark = at - 1;
  while (mark > at - 3 && SIGN.test(tokens[mark]?.raw ?? '')) mark -= 1;
  const raw = tokens[mark]?.raw ?? '';
  const kind: MarkKind | null =
    indexOf(raw, 'number') === i ? 'number' : indexOf(raw, 'letter') === i ? 'letter' : null;
  if (kind === null) return null;
  const before = tokens[mark - 1]?.raw;
  const isStart =
    before === undefined || START.test(before) || before === ',' || NOUN.test(before.toLowerCase());
  return isStart &&
    (mark < at - 1 ||
      NOUN.test(before?.toLowerCase() ?? '') ||
      before === undefined ||
      /^[\n•]$/.test(before))
    ? kind
    : null;
}
