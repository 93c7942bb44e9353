import type { Analysis } from '../find/analyse';
import { outcomeFacts } from './outcomeFacts';
import { reasonFacts } from './reasonFacts';

/** Children between whom no reason, outcome or new scene is told are one chain. */
export function chainsOf(analysis: Analysis, words: readonly string[]): number[][] {
  const chains: number[][] = [];
  const { children } = analysis;
  const facts = [...reasonFacts(analysis), ...outcomeFacts(analysis)].map(({ token }) => token);
  children.forEach((child, i) => {
    const before = children[i - 1];
    const from = before?.mentions[0]?.to ?? 0;
    const to = child.mentions[0]?.from ?? 0;
    const between = words.slice(from, to).filter((word) => word !== '');
    const hasFact = facts.some((token) => token >= from && token < to);
    const earlier = words.slice(0, before?.mentions[0]?.from ?? 0);
    const isNewScene = ['TIME', 'PLACE'].some(
      (kind) =>
        between.includes(kind) &&
        (earlier.includes(kind) || between.filter((word) => word === kind).length > 1),
    );
    const chain = chains.at(-1);
    if (chain && before !== undefined && !hasFact && !isNewScene) chain.push(i);
    else chains.push([i]);
  });
  return chains;
}

/** Where each block begins: at the sentence or line that first names one of its children. */
export function blockStarts(input: {
  chains: readonly (readonly number[])[];
  firstAt: readonly number[];
  words: readonly string[];
}): number[] {
  return input.chains.map((chain, k) => {
    const first = input.firstAt[chain[0] ?? 0] ?? 0;
    const previous = input.chains[k - 1];
    const floor = previous ? (input.firstAt[previous.at(-1) ?? 0] ?? 0) : -1;
    let at = first;
    while (at - 1 > floor && !/^(?:[.;\n]|then|also)$/.test(input.words[at - 1] ?? '')) at -= 1;
    // Dictated without a stop: the block begins where the other child is introduced.
    if (k > 0 && at - 1 === floor) at = introducedAt(input.words, first, floor);
    at = leadInStart(input.words, at, floor);
    return k === 0 && at === 0 && !/TIME|PLACE/.test(input.words.slice(0, first).join(' ')) ? first : at;
  });
}

/** "... and the other one's called Bryony": from the "and" before a name, where one stands near. */
function introducedAt(words: readonly string[], first: number, floor: number): number {
  for (let at = first - 1; at > floor && at > first - 9; at--) {
    if (/^(?:and|plus|&|\+)$/.test(words[at] ?? '')) return at;
  }
  return floor + 1;
}

const LEAD_IN =
  /^(?:TIME|PLACE|ELSEWHERE|at|in|near|by|outside|on|the|[a-h]|\d|then|also|next|stop|second|first|third|1st|2nd|3rd|one|encounter|log|[,:()@•|>-]|same|place|spot|and|later|another|number|of|about|around|yesterday|today|onto|over|to)$/;

/** "1031 London St. Ruairi Keane Y10": a time and place in a sentence or line of their own open the block. */
function leadInStart(words: readonly string[], from: number, floor: number): number {
  let at = from;
  while (at - 1 > floor) {
    let start = at - 1;
    while (start - 1 > floor && !/^[.;\n]$/.test(words[start - 1] ?? '')) start -= 1;
    const lead = words.slice(start, at - 1).filter((word) => word !== '');
    const isBlank = lead.length === 0;
    if (!isBlank && (lead.length > 9 || !lead.every((word) => LEAD_IN.test(word)))) break;
    at = start;
  }
  return at;
}
