import labels from '../lexicon/labels.json';
import type { Token } from '../words/token';

export type LabelKind = keyof typeof labels;

/** A label of a form and where its value stands; `child` where the label says which ("Reason B"). */
export type LabelledValue = {
  readonly kind: LabelKind;
  readonly from: number;
  readonly to: number;
  readonly child: number | null;
  /** What stands in brackets after the label, where it is no fixed part of it ("Reason (Shanelle)"). */
  readonly who: string | null;
};

const KIND_OF = new Map<string, LabelKind>();
for (const [kind, names] of Object.entries(labels)) {
  for (const name of names) KIND_OF.set(name, kind as LabelKind);
}

const SIGN = /^[:=|-]$/;
const START = /^(?:\n|;|\/|\||•|-|,|\]|\)|\.)$/;
const LONGEST_LABEL = 5;

type Head = { kind: LabelKind; start: number; valueFrom: number; child: number | null; who: string | null };

const isNameLabel = ({ kind }: Head): boolean => /^(?:name|given|family|surnameFirst)$/.test(kind);

/** Labels with their values, where the message is a form (three labels or more); else none. */
export function findLabels(tokens: readonly Token[]): LabelledValue[] {
  const heads: Head[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isFieldStart(tokens, i)) continue;
    const head = headAt(tokens, i);
    if (!head) continue;
    heads.push(head);
    i = head.valueFrom - 1;
  }
  for (let k = heads.length - 2; k >= 0; k--) {
    // "Child 1: Name - Hari": the first label only says that a child begins.
    const [head, next] = [heads[k], heads[k + 1]];
    const isDoubled = head && next && next.start === head.valueFrom && isNameLabel(head) && isNameLabel(next);
    if (isDoubled) heads.splice(k, 1);
  }
  const fields = new Set(heads.filter(({ kind }) => kind !== 'ignore').map(({ kind }) => kind));
  const hasName = heads.some(isNameLabel);
  if (fields.size < 3 || !hasName) return [];
  return heads.map((head, k) => {
    const next = heads[k + 1]?.start ?? tokens.length;
    return {
      kind: head.kind,
      from: head.valueFrom,
      to: valueEnd({
        tokens,
        from: head.valueFrom,
        next,
        isList: /^(?:reason|outcome|school)$/.test(head.kind),
      }),
      child: head.child,
      who: head.who,
    };
  });
}

function isFieldStart(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.raw;
  const gap = (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0);
  const isAfterMark = /^(?:\d|[A-H])$/.test(before ?? '') && (at < 2 || tokens[at - 2]?.raw === '\n');
  if (before === undefined || START.test(before) || gap > 1 || isAfterMark)
    return /^\p{L}/u.test(tokens[at]?.raw ?? '');
  // "Report: Surname - LAMA": a label right after the heading.
  if (before === ':' && at <= 3 && /^\p{L}/u.test(tokens[at]?.raw ?? '')) return true;
  // "A: Name: Kai": a label right after a child's letter.
  return (
    /^:$/.test(before) &&
    /^[A-H1-9]$/.test(tokens[at - 2]?.raw ?? '') &&
    /^\p{L}/u.test(tokens[at]?.raw ?? '')
  );
}

function headAt(tokens: readonly Token[], at: number): Head | null {
  for (let size = LONGEST_LABEL; size >= 1; size--) {
    const words = tokens
      .slice(at, at + size)
      .map((token) => token.norm.trim())
      .filter((word) => word !== '' && word !== '.');
    const raws = tokens.slice(at, at + size).map((token) => token.raw.toLowerCase());
    const kind = KIND_OF.get(words.join(' ')) ?? KIND_OF.get(raws.join(' '));
    if (!kind) continue;
    let next = at + size;
    const letter = tokens[next]?.raw ?? '';
    let child: number | null = null;
    if (/^(?:[A-H]|[1-6])$/.test(letter) && SIGN.test(tokens[next + 1]?.raw ?? '')) {
      child = /\d/.test(letter) ? Number(letter) - 1 : letter.charCodeAt(0) - 65;
      next += 1;
    }
    if (child !== null && raws[0] === 'kid') continue;
    let who: string | null = null;
    if (tokens[next]?.raw === '(') {
      const close = tokens.findIndex((token, k) => k > next && token.raw === ')');
      if (close > 0 && close - next < 5 && SIGN.test(tokens[close + 1]?.raw ?? '')) {
        who = tokens
          .slice(next + 1, close)
          .map((token) => token.raw)
          .join(' ');
        next = close + 1;
      }
    }
    if (tokens[next]?.raw === '?' && SIGN.test(tokens[next + 1]?.raw ?? '')) next += 1;
    if (SIGN.test(tokens[next]?.raw ?? '')) return { kind, start: at, valueFrom: next + 1, child, who };
    const isAsked =
      tokens[next]?.raw === '?' &&
      /^(?:y|n|yes|no|yep|nope|not|told|rung|rang|tried|already|done|n\/a|na|mum|dad)$/i.test(
        tokens[next + 1]?.raw ?? '',
      );
    if (isAsked) return { kind, start: at, valueFrom: next + 1, child, who };
    const isBareField = /^(?:age|dob|year)$/.test(kind) && size === 1 && /^\d/.test(tokens[next]?.raw ?? '');
    if (isBareField && tokens[at - 1]?.raw !== ',') return { kind, start: at, valueFrom: next, child, who };
  }
  return null;
}

/** A value ends with its line, at a semicolon (but for what may be said of each child), or where the next label begins. */
function valueEnd(input: { tokens: readonly Token[]; from: number; next: number; isList: boolean }): number {
  const { tokens, from, next, isList } = input;
  for (let i = from; i < next; i++) {
    const raw = tokens[i]?.raw ?? '';
    if (raw === '\n' && i > from) return i;
    if (raw === ';' && (!isList || i >= next - 2)) return i;
  }
  return next;
}
