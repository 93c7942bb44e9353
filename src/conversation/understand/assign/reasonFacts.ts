import type { ClaimedReason } from '../../../domain/encounterTerms';
import type { Analysis } from '../find/analyse';
import { REASONS } from '../find/lexiconPatterns';
import noReason from '../lexicon/noReason.json';
import { allMatches } from '../words/allMatches';
import type { Fact } from './fact';
import { isElsewhereUse } from './isElsewhereUse';
import { withoutSchoolsWords } from './schoolsWords';

const NEGATION =
  /(?:^| )(?:not|isn't|wasn't|aren't|no|never|weren't|hasn't been|haven't been|without|neither|nor|rather than|instead of|denies being|denied being|nothing to do with|ain't)(?: a| been| being| an| actually| really| any| going to| on| for)? $/;
const NONE_GIVEN = new RegExp(`(?<!\\S)(?:${noReason.noneGiven.join('|')})(?!\\S)`, 'g');

/** Asked for at several stages of one reading. */
const known = new WeakMap<Analysis, Fact<ClaimedReason>[]>();

/** Reasons claimed, with those only the school gives left out and negated ones skipped. */
export function reasonFacts(analysis: Analysis): Fact<ClaimedReason>[] {
  const before = known.get(analysis);
  if (before) return before;
  const { masked } = analysis;
  const facts = reasonsIn(withoutSchoolsWords(masked.text)).map((fact) => ({
    ...fact,
    token: masked.tokenAt[fact.token] ?? 0,
    end: masked.tokenAt[fact.end] ?? 0,
  }));
  known.set(analysis, facts);
  return facts;
}

/** Reasons in a piece of masked text; positions are characters. */
export function reasonsIn(text: string): Fact<ClaimedReason>[] {
  const facts: Fact<ClaimedReason>[] = [];
  for (const match of allMatches(NONE_GIVEN, text)) {
    const after = text.slice(match.index + match[0].length).replace(/^ +/, '');
    if (/^(?:asked|sought|recorded|taken|noted)(?!\S)/.test(after)) continue;
    if (
      /^(?:to |give |say |tell |state |us |me |his |her |their |the |a |any |first |last |second |which |what |2 |2nd |nd |family |yet |yet the )*(?:rest(?! of the day)|place|surname|name|names|school|age|details|year|dob|address|date)/.test(
        after,
      )
    )
      continue;
    if (
      /(?:name|surname|school|age|dob|address) (?:which |that )?(?:he|she|they|him|her)? ?$/.test(
        text.slice(Math.max(0, match.index - 25), match.index),
      )
    )
      continue;
    if (/(?:^| )(?:name|surname|names|details|dob|address|school|age)s?$/.test(match[0])) continue;
    facts.push({
      token: match.index,
      value: 'none_given',
      weight: 65,
      end: match.index + match[0].length - 1,
    });
  }
  for (const { reason, weight, pattern } of REASONS) {
    for (const match of allMatches(pattern, text)) {
      const lead = text.slice(Math.max(0, match.index - 40), match.index);
      if (NEGATION.test(lead) && !/^(?:no|not|doesn't|don't)/.test(match[0])) continue;
      if (
        isElsewhereUse({
          reason,
          lead,
          found: match[0],
          after: text.slice(match.index + match[0].length, match.index + match[0].length + 40),
        })
      )
        continue;
      facts.push({ token: match.index, value: reason, weight, end: match.index + match[0].length - 1 });
    }
  }
  return facts;
}
