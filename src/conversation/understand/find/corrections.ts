import { nonEmptyNorms } from '../words/normsOf';
import type { Scan, Span } from '../words/token';

const CORRECTION =
  /^(?:[\s,.;()?-]|\b(?:no|sorry|wait|hang on|hold on|actually|correction|scrub that|scratch that|scrub|i mean|i meant|i correct me|i correct|make that|rather|or rather|well|not|is it|my mistake|oops|apologies|amend|should be|it's|he's|she's|he is|she is|is|are|they're|of|at|in|that is|that's|aged?|year|um|er|erm|let me|start again|start over|tell a lie|i tell a lie|change that|let's say|correcting|scrap that|that's wrong|wrong|i should say|it was|was|he was|she was|corrected himself|corrected herself|to|now|the|and|all|both|he says|she says|they say|he said|she said|says|(?:at|about) \d{1,2}(?:[:.]\d\d)?|year \d{1,2}|[a-z]+'s|that one|make it|i should have said|you can|what am i saying|(?:i )?beg (?:your|his|her|their|my) pardon|pardon(?: me)?|forgive me|excuse me|no hang on)\b)*$/;
const NEEDS =
  /\b(?:no|sorry|wait|hang on|hold on|actually|correction|scrub|scratch that|i mean|i meant|i correct|make that|rather|my mistake|oops|apologies|amend|should be|tell a lie|change that|correcting|scrap that|should have said|i should say|wrong|corrected|pardon|forgive me|excuse me)\b/;

const FAR =
  /\b(?:no wait|scrub that|scratch that|i mean|i meant|correction|sorry i mean|corrected (?:himself|herself)|scrap that|i tell a lie|tell a lie|no that's wrong|hang on|hold on)\b(?:[ ,.-]*)(?: (?:says|he says|she says|he's|she's|is|it's|at|he is|she is|it was|was|year|aged?))*$/;

/** After a correction within the message only the corrected value counts (rule 12). */
export function correctedSpans<S extends Span>(input: { spans: readonly S[]; scan: Scan }): S[] {
  const { spans, scan } = input;
  return spans.filter((span, i) => {
    const next = spans[i + 1];
    const lead = nonEmptyNorms(scan.tokens, Math.max(0, span.from - 3), span.from);
    if (/(?:^| |\()(?:not|never)(?: at| in| year| aged?| the)?$/.test(lead)) return false;
    // "12 hurst, tadley, no wait hes 13": a plain correction reaches back past other words.
    if (next && FAR.test(nonEmptyNorms(scan.tokens, Math.max(span.to, next.from - 4), next.from)))
      return next.from - span.to > 25;
    if (!next || next.from - span.to > 7) return true;
    const between = nonEmptyNorms(scan.tokens, span.to, next.from);
    return !(CORRECTION.test(between) && NEEDS.test(between));
  });
}
