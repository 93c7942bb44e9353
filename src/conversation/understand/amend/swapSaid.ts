import type { GazetteerIndex } from '../find/gazetteerIndex';
import type { Amendment, EncounterFields } from '../reading';
import { amendmentTarget } from './amendmentTarget';
import { comparisons } from './comparisons';
import type { Value } from './said';

/** "13 not 14", "not 14, 13": fits only children that have the old value. */
export function swapSaid(input: {
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
        underWay: false,
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
