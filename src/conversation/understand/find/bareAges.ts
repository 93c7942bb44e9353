import { normsOf } from '../words/normsOf';
import type { Scan, Span, Token } from '../words/token';
import { isEstimated, type NumberSpan } from './findYearsAndAges';

const NOT_BEFORE =
  /^(?:at|visit|number|patrol|bus|pc|serial|v|to|past|until|by|before|after|for|form|sheet|warden|x|day|no|a|around|past|about|till|half|quarter|lunch|gone|every|all|next|last|room|page|platform|£|#|\$)$/;
const NOT_AFTER =
  /^(?:mates?|friends?|lads|girls|boys|others?|kids|pupils|children|minutes|past|hours?|x|more|of|days?|weeks?|sisters|brothers|siblings|am|pm|o'clock|month|months|%|hrs|bus|st|nd|rd|th|ish|m|metres|miles|seen|stopped|together|youths|times|people|officers|visits|male|males|females|f|for|old|adults|hour|to|until)$/;
const SLOT_BEFORE =
  /^(?:also|states|gives|claims|,|\?|\(|-|\/|:|and|\.|\||=|now|only|=|;|both|still|just|\+|he's|she's|is|aged?|be|surname|name|nearly|turned)$/;
const SLOT_AFTER =
  /^(?:,|\)|-|\/|\.|;|\n|and|by|was|yr|met|seen|stopped|\?|\||he|she|they're|says|said|year|both|at|in|from|they|who|goes|not|no|with|he's|she's|\+|respectively|on|wait|sorry|\(|his|her|:|has|is|the|all|last|i|we|dob|born|near|outside)$/;

/** Numbers from 3 to 18 that stand where an age stands: after a name, or in a run of such. */
export function bareAges(input: {
  tokens: readonly Token[];
  scan: Scan;
  taken: readonly boolean[];
  names: readonly Span[];
  known: readonly Span[];
}): NumberSpan[] {
  const { tokens, taken } = input;
  const nameEnds = new Set(
    input.names.map(({ to }) =>
      /^(?:something|somebody|whatever|surname|unknown)$/.test(tokens[to]?.norm ?? '') ? to + 1 : to,
    ),
  );
  const anchors = [...input.names, ...input.known].map(({ to }) => to);
  const found: NumberSpan[] = [];
  tokens.forEach((token, i) => {
    if (taken[i] || !/^\d{1,2}$/.test(token.norm)) return;
    // The number of a list that stands for its child ("3: doctors at 10").
    if (input.names.some(({ from, to }) => i >= from && i < to)) return;
    const value = Number(token.norm);
    if (value < 3 || value > 18) return;
    // "Child 2 Yacine": the number of a child.
    if (
      /^(?:child|kid|pupil)$/.test(tokens[i - 1]?.norm ?? '') &&
      input.names.some(({ from }) => from === i + 1)
    )
      return;
    // "2. Tariq": the mark of a list.
    const isMark = /^[.)]$/.test(tokens[i + 1]?.raw ?? '') && input.names.some(({ from }) => from === i + 2);
    if (isMark && value < 10 && /^[.;\n]?$/.test(tokens[i - 1]?.raw ?? '')) return;
    const before = tokens[i - 1]?.norm ?? '\n';
    const after = tokens[i + 1]?.norm ?? '\n';
    const isGuess =
      /^(?:about|around)$/.test(before) &&
      /^(?:looks?|looked|maybe|probably|aged?|is|appears?|,|\(|he's|she's)$/.test(tokens[i - 2]?.norm ?? '');
    if (isGuess && anchors.some((end) => end <= i && i - end <= 6)) {
      found.push({ from: i, to: i + 1, value, isEstimate: true });
      return;
    }
    // "Reggie Lunn 13 brothers", "Aoibheann Duffy 9 St Bede's"
    const isSaidThen =
      nameEnds.has(i) &&
      (/^(?:stopped|seen|together|for|from|of)$/.test(after) ||
        (value > 5 && /^(?:brothers|sisters|mates|friends)$/.test(after)) ||
        (after === 'st' && taken[i + 1] === true));
    const isAfterNo =
      before === 'no' && /^(?:\d{1,2}|,|years?|old)$/.test(tokens[i - 2]?.norm ?? '') && after !== '.';
    if ((NOT_AFTER.test(after) && !isSaidThen) || (NOT_BEFORE.test(before) && !isAfterNo)) return;
    if (/^[\n•]$/.test(before) && /^[.):]$/.test(after)) return;
    const isAfterAName = nameEnds.has(i - 1);
    if (before === '(' && after === ')' && !isAfterAName && (tokens[i - 2]?.norm === '\n' || value < 7))
      return;
    const isAfterName =
      nameEnds.has(i) || (nameEnds.has(i - 1) && /^(?:[,(/:-]|twins|both|brothers|sisters)$/.test(before));
    const isAlone = /^[.,]$/.test(before) && /^[.,]$/.test(after);
    const isNear =
      (isAlone && input.names.length === 0 && value > 3) ||
      anchors.some((end) => end <= i && i - end <= (isAlone ? 9 : 6)) ||
      found.some(({ to }) => i - to <= 4);
    const isKin =
      /^(?:boyfriend|girlfriend|brother|sister|friend|mate|twin|cousin|boy|girl|lad|male|female|m|f)$/.test(
        before,
      ) ||
      (/^[,(]$/.test(before) &&
        /^(?:boyfriend|girlfriend|brother|sister|friend|mate|twin|cousin|boy|girl|lad|male|female|lass|refused|withheld|given|unknown|juv|f|m|surname|names?)$/.test(
          tokens[i - 2]?.norm ?? '',
        ));
    if (isKin && value > 16) return;
    // "sisters, girls 15 and 13"
    const isPair =
      /^(?:boys|girls|lads|sisters|brothers|twins|cousins|children)$/.test(before) &&
      /^(?:and|&|\+|,|\/)$/.test(after) &&
      /^\d{1,2}$/.test(tokens[i + 2]?.norm ?? '');
    // "- 15": a line of its own.
    const isLine =
      /^(?:-|\n|•)$/.test(before) &&
      after === '\n' &&
      input.names.length > 0 &&
      value > 3 &&
      (before !== '-' || tokens[i - 2]?.norm === '\n');
    const isSlot = SLOT_BEFORE.test(before) && (SLOT_AFTER.test(after) || taken[i + 1] === true) && isNear;
    const isCorrection =
      /^(?:no|sorry|wait|make|that|correction|meant|mean|actually|rather)$/.test(before) && isNear;
    const isTaggedBefore =
      taken[i - 1] === true &&
      isNear &&
      (SLOT_AFTER.test(after) || taken[i + 1] === true) &&
      !nameEnds.has(i);
    const isShared =
      /^[.;,\n]$/.test(before) &&
      /^(?:both|each)$/.test(after) &&
      /^[.;,\n]$/.test(tokens[i + 2]?.norm ?? '\n');
    if (
      !isPair &&
      !isLine &&
      !isShared &&
      !isAfterName &&
      !isSlot &&
      !isKin &&
      !isCorrection &&
      !isTaggedBefore
    )
      return;
    const lead = normsOf(tokens, i - 4, i);
    const isEstimate =
      /(?:about|around|looks?|maybe|nearly|almost|probably|approx|roughly|going on|\d or)(?: like| about)?$/.test(
        lead,
      );
    const isEither = after === 'or' && /^\d{1,2}$/.test(tokens[i + 2]?.norm ?? '');
    found.push({ from: i, to: i + 1, value, isEstimate: isEstimate || isEither });
  });
  return found;
}

export const estimateAt = isEstimated;
