import type { Analysis } from '../find/analyse';
import { normsOf } from '../words/normsOf';
import type { Span } from '../words/token';
import type { Scopes } from './scopes';

/** What each child has of one kind, with whether it was found by a weak rule. */
export type Assigned<S> = (S | null)[];

/** Gives ages, years, dates or schools to children: own ones, runs in order, then what is said of all (rule 8). */
export function assignSpans<S extends Span>(input: {
  analysis: Analysis;
  scopes: Scopes;
  spans: readonly S[];
  /** A single value after a list of bare names goes to all of them. */
  isShareable: boolean;
}): Assigned<S> {
  const { analysis, scopes, spans, isShareable } = input;
  const { children, tokens } = analysis;
  const out: Assigned<S> = children.map(() => null);
  if (children.length === 0) return out;
  const give = (child: number, span: S): void => {
    if (out[child] === null) out[child] = span;
  };
  if (children.length === 1) {
    const first = preferred(spans, children[0]?.mentions ?? []);
    if (first) give(0, first);
    return out;
  }
  const shared: S[] = [];
  const used = new Set<S>();
  for (const run of runsOf(spans, analysis)) {
    const chain =
      scopes.chains.find((members) => members.length === run.length && isAround(analysis, members, run)) ??
      (run.length === children.length ? children.map((_, i) => i) : null) ??
      namesRightBefore(analysis, run);
    if (!chain || run.length < 2) continue;
    const hasOwnBetween = chain.slice(0, -1).some((child, k) => {
      const from = children[child]?.mentions[0]?.from ?? 0;
      const to = children[chain[k + 1] ?? 0]?.mentions[0]?.from ?? 0;
      return run.some((span) => span.from > from && span.from < to);
    });
    if (hasOwnBetween) continue;
    run.forEach((span, k) => {
      give(chain[k] ?? 0, span);
      used.add(span);
    });
  }
  for (const [k, span] of spans.entries()) {
    if (used.has(span) || !isHeading(analysis, span)) continue;
    const next = spans.slice(k + 1).find((other) => isHeading(analysis, other));
    const end = next?.from ?? tokens.length;
    if (!next && !spans.slice(0, k).some((other) => isHeading(analysis, other))) continue;
    children.forEach((child, i) => {
      const at = child.mentions[0]?.from ?? 0;
      if (at > span.from && at < end) give(i, span);
    });
    used.add(span);
  }
  const lastFirst = Math.max(...children.map((child) => child.mentions[0]?.from ?? 0));
  const firstFirst = Math.min(...children.map((child) => child.mentions[0]?.from ?? 0));
  for (const span of spans) {
    if (used.has(span)) continue;
    const named = childAfterFor(analysis, span);
    if (named !== null) {
      give(named, span);
      continue;
    }
    const lead = normsOf(tokens, span.from - 3, span.from);
    const isSaidOfAll = span.to - span.from > 1 && /^(?:both|each|all)$/.test(tokens[span.from]?.norm ?? '');
    if (
      isSaidOfAll ||
      /(?:^| )(?:both|all|each)(?: (?:at|in|from|of|aged?|are|go to|goes to|attend|on roll at|the|3|4|5|2|three|is))*$/.test(
        lead,
      )
    ) {
      const scope = scopes.at(span.from);
      const all = scope.who.length > 1 ? scope.who : children.map((_, i) => i);
      // "Mina, Tess and Lowri, all Costello, and Anya, Cranbourne": said of those named so far.
      const soFar = all.filter((child) => (children[child]?.mentions[0]?.from ?? 0) < span.from);
      const isMidList = soFar.length > 1 && soFar.length < all.length && isRightAfterAName(analysis, span);
      for (const child of isMidList ? soFar : all) give(child, span);
      continue;
    }
    const behind = normsOf(tokens, span.to, span.to + 6);
    const isOfBoth =
      /^(?:, )?(?:the )?(?:pair of them|both of them|two of them|lot of them|all (?:3|three) of them)(?!\S)/.test(
        behind.replace(/^\S+(?: \S+)? (?=the pair|both of|all)/, ''),
      ) ||
      (/^(?:both|each)$/.test(tokens[span.to]?.norm ?? '') &&
        /^[.,;\n]$/.test(tokens[span.to + 1]?.norm ?? '\n'));
    if (isOfBoth) {
      children.forEach((_, child) => {
        give(child, span);
      });
      continue;
    }
    const owner = ownerOf(analysis, span);
    if (span.from < firstFirst && owner === null) {
      shared.push(span);
      continue;
    }
    const scope = scopes.at(span.from);
    const direct = owner ?? (scope.isOwn && scope.who.length === 1 ? (scope.who[0] ?? null) : null);
    if (direct === null) {
      for (const child of scope.who) if (scope.isOwn) give(child, span);
      if (!scope.isOwn) shared.push(span);
      continue;
    }
    give(direct, span);
    const whole = scopes.chains.find((members) => members.includes(direct)) ?? [];
    const chain = namesJoinedTo(analysis, whole, direct);
    const isLastOfChain =
      isRightAfterName(analysis, direct, span) &&
      chain !== undefined &&
      chain.length > 1 &&
      chain.at(-1) === direct &&
      span.from > lastOf(analysis, direct);
    if (
      isLastOfChain &&
      chain &&
      (isShareable || isBareChain(analysis, chain)) &&
      chain.slice(0, -1).every((child) => out[child] === null)
    ) {
      const isApart = isShareable && !isBareChain(analysis, chain) && isOwnOfLast(analysis, chain, span);
      if (!isApart) for (const child of chain) give(child, span);
    }
  }
  for (const span of shared)
    children.forEach((_, child) => {
      give(child, span);
    });
  void lastFirst;
  return out;
}

/** "From Costello: Ada, Sasha. From Vyne: Kieran": a value that heads the names after it. */
function isHeading<S extends Span>(analysis: Analysis, span: S): boolean {
  const { tokens, children } = analysis;
  return (
    /^[:-]$/.test(tokens[span.to]?.raw ?? '') &&
    children.some((child) => {
      const at = child.mentions[0]?.from ?? -1;
      return at > span.to && at - span.to <= 3;
    })
  );
}

/** "the sisters Amelie and Clementine, Year 9 and Year 7": as many values as the joined names they follow. */
function namesRightBefore<S extends Span>(analysis: Analysis, run: readonly S[]): number[] | null {
  const { tokens, children } = analysis;
  const start = run[0]?.from ?? 0;
  const last = children.findIndex((child) => {
    const end = child.mentions[0]?.to ?? 0;
    return (
      end <= start &&
      start - end <= 2 &&
      tokens.slice(end, start).every((token) => /^(?:,|\(|-|:|aged?|)$/.test(token.norm))
    );
  });
  const first = last - run.length + 1;
  if (last < 0 || first < 0) return null;
  const members = Array.from({ length: run.length }, (_, i) => first + i);
  return isBareChain(analysis, members) ? members : null;
}

const lastOf = (analysis: Analysis, child: number): number =>
  analysis.children[child]?.mentions[0]?.from ?? 0;

/** With one child: the value after its name, else before it. */
function preferred<S extends Span>(spans: readonly S[], mentions: readonly Span[]): S | undefined {
  const first = mentions[0];
  return spans.find((span) => first !== undefined && span.from >= first.from) ?? spans[0];
}

/** The words between two values; "Y10 Costello / Y5 Fairfields" has only the stroke between its years. */
function betweenOf(analysis: Analysis, from: number, to: number): string {
  const plain = (isLeftOut: (index: number) => boolean): string =>
    analysis.tokens
      .slice(from, to)
      .map((token, i) => (isLeftOut(from + i) ? '' : token.norm))
      .filter(Boolean)
      .join(' ');
  const others = [...analysis.ages, ...analysis.years, ...analysis.dates, ...analysis.schools];
  const bare = plain((index) => others.some((span) => index >= span.from && index < span.to));
  return /^(?:[/&+]|and)$/.test(bare) ? bare : plain(() => false);
}

/** Values of a kind that stand in a run: "y9 y9 and y7", "8 and 6", "yr 5 and yr 3". */
function runsOf<S extends Span>(spans: readonly S[], analysis: Analysis): S[][] {
  const runs: S[][] = [];
  for (const span of spans) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const between = last ? betweenOf(analysis, last.to, span.from) : 'x';
    if (
      run &&
      /^(?:[,/&+-]|and|, and|year|respectively|in|at|\/ year|and in|the other|and the other|and at)?$/.test(
        between,
      )
    )
      run.push(span);
    else runs.push([span]);
  }
  return runs;
}

/** Close behind a child's name, in the same sentence. */
function isRightAfterAName(analysis: Analysis, span: Span): boolean {
  const ends = analysis.children.flatMap(({ mentions }) => mentions.map(({ to }) => to));
  return ends.some(
    (end) =>
      end <= span.from &&
      span.from - end < 7 &&
      analysis.tokens.slice(end, span.from).every((token) => !/^[.;\n]$/.test(token.norm)),
  );
}

const isAround = <S extends Span>(
  analysis: Analysis,
  chain: readonly number[],
  run: readonly S[],
): boolean => {
  const first = analysis.children[chain[0] ?? 0]?.mentions[0]?.from ?? 0;
  const last = analysis.children[chain.at(-1) ?? 0]?.mentions[0]?.to ?? 0;
  const at = run[0]?.from ?? 0;
  return at >= last || at < first;
};

/** The part of a chain that is joined to a child by nothing but "and" and commas; the chain itself where none is. */
function namesJoinedTo(analysis: Analysis, chain: readonly number[], child: number): readonly number[] {
  if (chain.at(-1) === child) return chain;
  const upTo = chain.slice(0, chain.indexOf(child) + 1);
  let first = upTo.length - 1;
  while (first > 0 && isBareChain(analysis, upTo.slice(first - 1, first + 1))) first -= 1;
  return upTo.length - first > 1 ? upTo.slice(first) : chain;
}

/** Nothing but "and" and commas between the names of the chain. */
function isBareChain(analysis: Analysis, chain: readonly number[]): boolean {
  return chain.slice(0, -1).every((child, k) => {
    const from = analysis.children[child]?.mentions[0]?.to ?? 0;
    const to = analysis.children[chain[k + 1] ?? 0]?.mentions[0]?.from ?? 0;
    return analysis.tokens
      .slice(from, to)
      .every((token) =>
        /^(?:and|,|\/|plus|\+|&|with|his|her|brother|sister|twin|the|friend|mate|)$/.test(token.norm),
      );
  });
}

/** "Tallulah, 15, Costello, and Sienna, 15, Vyne": said right after the last name as her own. */
function isOwnOfLast<S extends Span>(analysis: Analysis, chain: readonly number[], span: S): boolean {
  const earlier = chain.slice(0, -1);
  const last = chain.at(-1) ?? 0;
  const end = analysis.children[last]?.mentions[0]?.to ?? 0;
  const isAdjacent = analysis.tokens
    .slice(end, span.from)
    .every((token) => /^(?:,|at|of|from|\()?$/.test(token.norm));
  return isAdjacent && earlier.length > 0;
}

/** A value right before a name: "Y9 Kai Brown", or right after it with nothing but signs between. */
function ownerOf<S extends Span>(analysis: Analysis, span: S): number | null {
  const { children, tokens } = analysis;
  for (const [i, child] of children.entries()) {
    for (const mention of child.mentions) {
      if (mention.to <= span.from) {
        const between = tokens.slice(mention.to, span.from);
        if (between.length <= 2 && between.every((token) => /^(?:,|\(|-|:|is|aged?|\/|=|)$/.test(token.norm)))
          return i;
      }
    }
  }
  for (const [i, child] of children.entries()) {
    const mention = child.mentions[0];
    if (mention && span.to <= mention.from && mention.from - span.to <= 3) {
      const between = tokens.slice(span.to, mention.from);
      if (
        between.every((token) =>
          /^(?:old|boy|girl|lad|male|female|pupil|called|named|yo|year)?$/.test(token.norm),
        )
      )
        return i;
    }
  }
  return null;
}

/** The age said close behind a name; 0 where none is. */
const ageAfter = (analysis: Analysis, end: number): number =>
  analysis.ages.find(({ from }) => from >= end && from - end < 4)?.value ?? 0;

/** "schools are Vyne for Noah and Fairfields for Archie". */
function childAfterFor<S extends Span>(analysis: Analysis, span: S): number | null {
  const { tokens, children } = analysis;
  // "Testbourne (Shelby) and Oakridge Juniors (Vinnie)"
  if (tokens[span.to]?.raw === '(') {
    const inBrackets = children.findIndex(
      (child) =>
        child.mentions[0]?.from !== span.to + 1 && child.mentions.some(({ from }) => from === span.to + 1),
    );
    if (inBrackets >= 0) return inBrackets;
  }
  // "the older goes to Costello and the small one to Fairfields"
  const lead = normsOf(tokens, span.from - 6, span.from);
  const which =
    /(?:^| )(older|elder|oldest|eldest|bigger|big|younger|youngest|smaller|small|little|littler)(?: one| boy| girl| brother| sister)?(?: (?:goes?|going|is|at|to|in|from|of|attends?|the))*$/.exec(
      lead,
    )?.[1];
  if (which && children.length === 2 && /(?:goes?|is|at|in|to|attends?|from)(?: the)?$/.test(lead)) {
    const [first = 0, second = 0] = children.map((child) => ageAfter(analysis, child.mentions[0]?.to ?? 0));
    const isFirstOlder = first >= second;
    return /^(?:old|eld|big)/.test(which) === isFirstOlder ? 0 : 1;
  }
  if (analysis.tokens[span.to]?.norm !== 'for') return null;
  const index = analysis.children.findIndex((child) =>
    child.mentions.some(({ from }) => from === span.to + 1),
  );
  return index >= 0 ? index : null;
}

const TAIL_WORD =
  /^(?:[,/():=-]|who|is|he's|she's|aged?|of|yo|goes|to|the|old|years?|and|at|born|in|from|both|all|twins|brothers?|sisters?|siblings|on|roll|\d+|school|class|they|they're|are|go|)$/;

/** Only other attributes stand between the child's name and the value. */
function isRightAfterName<S extends Span>(analysis: Analysis, child: number, span: S): boolean {
  const end = analysis.children[child]?.mentions[0]?.to ?? 0;
  const known = [...analysis.ages, ...analysis.years, ...analysis.dates, ...analysis.schools];
  for (let i = end; i < span.from; i++) {
    const norm = analysis.tokens[i]?.norm ?? '';
    if (/^(?:he|she|he's|she's)$/.test(norm) && analysis.children.length > 1 && i > end + 1) return false;
    if (!TAIL_WORD.test(norm) && !known.some(({ from, to }) => i >= from && i < to)) return false;
  }
  return true;
}
