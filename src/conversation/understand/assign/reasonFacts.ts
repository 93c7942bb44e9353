import type { ClaimedReason } from '../../../domain/encounterTerms';
import type { Analysis } from '../find/analyse';
import { REASONS } from '../find/lexiconPatterns';
import type { Fact } from './fact';
import { isElsewhereUse } from './isElsewhereUse';
import { withoutSchoolsWords } from './schoolsWords';

const NEGATION =
  /(?:^| )(?:not|isn't|wasn't|aren't|no|never|weren't|hasn't been|haven't been|without|neither|nor|rather than|instead of|denies being|denied being|nothing to do with|ain't)(?: a| been| being| an| actually| really| any| going to| on| for)? $/;
const NONE_GIVEN = new RegExp(
  `(?<!\\S)(?:${[
    '(?:no|zero|without|any|not a|never a)(?: real| valid| good| particular| clear| specific| proper| other)* (?:reason|reasons|explanation|excuse|explanations|account)(?: (?:given|offered|from|for|was|why|as|at|to|stated|either|provided|supplied|forthcoming|said|claimed|put|he|she|they))?(?! than)',
    '(?:reasons?|explanation) ?(?:[:=|-] ?)?(?:was |were |being )?(?:refused|none(?: given)?|not given|nil|declined|withheld|not stated|not offered|not provided|not disclosed|unwilling|asked.{0,12}refused)',
    "(?:reason|explanation) (?:she|he|they) (?:refused|didn't|did not|wouldn't)(?: \\S+)?",
    'refus(?:ed|es|ing)(?: to)?(?: (?:say|give|tell|answer|explain|speak|talk|state|offer|provide|disclose|engage|discuss|comment|reason|a|any|us|me|the|his|her|their|questions|reply|response|it|to))+(?: (?:why|reason|reasons|explanation))?(?! (?:name|names|surname|first|last|family|door))',
    "(?:wouldn't|won't|would not|will not|didn't|did not|doesn't|does not|don't|do not|couldn't|could not|neither would|not|unwilling to|wasn't willing to|neither|neither of them|none would|none of them|can't|cannot|nobody would|not able to|unable to)(?: (?:want|wanted|wish|wished|to|even|really|of|them|would|properly|actually|be|going))*(?: (?:say|tell|telling|give|gave|offer|offered|explain|explained|answer|answered|speak|talk|respond|state|provide|said|saying|giving|disclose|come up with|share|elaborate|discuss))(?: (?:us|me|to|it|a|any|anything|much|him|her|one|either|what|nothing|the|proper|real|why|more|at|all|real|good|ones|my|our|questions?|clear))*(?: (?:why|reason|reasons|explanation|excuse|what for|how come|where))?(?! (?:name|names|surname|first|last|family|his (?:name|surname|last|family|school|age)|her (?:name|surname|last|family|school|age)|school|age|their (?:name|names|surnames?|school)))",
    '(?:gave|give|gives|had|has|offered|offers|provided|with)(?: (?:us|me))? (?:no|nothing)(?: \\S+)? ?(?:reason|explanation|excuse|account|answer|comment|reply)s?(?! than)',
    'no comment',
    'said nothing',
    'says nothing',
    'silent',
    'silence',
    '(?:just )?shrug(?:s|ged|ging)?',
    'not say why',
    'no answer(?: to why| when asked| as to why)',
    "wouldn't (?:talk|speak|engage|answer)(?: to (?:us|me))?",
    'refused to engage',
    'would not engage',
    'reason n/g',
    'asked why[ ,.-]+(?:no answer|shrug\\w*|refused|nothing|silence)',
    'no idea why',
    'unwilling to say',
    '(?:gave|given) none',
    'none given',
    'none offered',
    'nothing to say',
    'no why',
  ].join('|')})(?!\\S)`,
  'g',
);

/** Reasons claimed, with those only the school gives left out and negated ones skipped. */
export function reasonFacts(analysis: Analysis): Fact<ClaimedReason>[] {
  const { masked } = analysis;
  return reasonsIn(withoutSchoolsWords(masked.text)).map((fact) => ({
    ...fact,
    token: masked.tokenAt[fact.token] ?? 0,
    end: masked.tokenAt[fact.end] ?? 0,
  }));
}

/** Reasons in a piece of masked text; positions are characters. */
export function reasonsIn(text: string): Fact<ClaimedReason>[] {
  const facts: Fact<ClaimedReason>[] = [];
  for (const match of text.matchAll(NONE_GIVEN)) {
    const after = text.slice(match.index + match[0].length).trimStart();
    if (
      /^(?:his |her |their |the |a |any |first |last |family )*(?:surname|name|names|school|age|details|year|dob|address|date)/.test(
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
    for (const match of text.matchAll(pattern)) {
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
