import type { ClaimedReason, EncounterOutcome } from '../../../domain/encounterTerms';
import type { Analysis } from '../find/analyse';
import { CONTACT, KIN, KIN_SUBJECT, NOT_YET, OUTCOME_PATTERNS, REASONS } from '../find/lexiconPatterns';

/** Something said at one place of the message. */
export type Fact<V> = {
  readonly token: number;
  readonly value: V;
  readonly weight: number;
  readonly end: number;
};

const SCHOOL_SAYS = new RegExp(
  `(?<!\\S)${CONTACT.school}(?: ,| SCHOOL| ,| also| just| all| staff| there| and)* (?:say|says|state|states|stated|confirm|confirms|confirmed|deny|denies|denied|disagree|disagrees|report|reports|reckon|think|have (?:him|her|them)|has (?:him|her|them)|have no|mark|marked|marks|expects?|insists?|advises|said|told (?:us|me)|got (?:him|her|them))(?!\\S)[^.;\\n]*?(?= [.;\\n]| but| when| ,| and (?:i|we|he|she|took|walked)| we | i |$)`,
  'g',
);
const THEY_SAY = new RegExp(
  `(?<!\\S)(?:${CONTACT.act}|school told) (?:the |his |her |their )?${CONTACT.school}[^.\\n]*?(?:they|who|and|-|,) (?:say|said|says|have|had|confirmed?|told (?:us|me)|reckon|think|was told|were told|got told|confirm)[^.;\\n]*?(?= [.;\\n]|$| we | i | so we| took| walked)|(?<!\\S)${CONTACT.school} (?:rung|called|phoned|contacted|told|rang|informed)[^.\\n]*?(?:they|who|and|-|,) (?:say|said|says|have|had|confirm(?:ed)?|told us|not|open)[^.;\\n]*?(?= [.;\\n]|$| we | i | took| walked)`,
  'g',
);
const CHILD_SAYS =
  /(?:says?|said|saying|reckons?|claims?|claimed|claiming|states?|stated|tells?|told|explains?|explained|that|because|think|thinks|mum|dad|mother|father)(?: (?:us|me|that|the|his|her|their|he|she|they|all|both|,|how|it's|it is|is|was|because|CHILD|day|permission|as))* $/;

const blankOut = (text: string, pattern: RegExp, isMeant: (lead: string, found: string) => boolean): string =>
  text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const at = rest.find((part): part is number => typeof part === 'number') ?? 0;
    return isMeant(text.slice(Math.max(0, at - 40), at), found) ? '_'.repeat(found.length) : found;
  });

/** The text without what only the school says (rule 21). */
export const withoutSchoolsWords = (text: string): string =>
  blankOut(
    blankOut(text, THEY_SAY, () => true),
    SCHOOL_SAYS,
    (lead, found) =>
      !CHILD_SAYS.test(lead) &&
      !/^(?:SCHOOL|school|college|academy) , (?:says|said|state|states|stated|reckon|told)/.test(found),
  );

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

/** Words of a reason that stand for something else: an outcome, a place, somebody of the patrol. */
function isElsewhereUse(input: {
  reason: ClaimedReason;
  lead: string;
  found: string;
  after: string;
}): boolean {
  const { reason, lead, found, after } = input;
  if (reason === 'late') {
    if (
      /(?:sent|send|set|put|let|back|off|went|carry|told|advised|going|go|him|her|them|both|all|dropped|walked|moved|seen) (?:straight |them |him |her |both |all |off |all three |to go |back )*$/.test(
        lead,
      ) &&
      /way|heading|going|walking|in$/.test(found)
    )
      return true;
    if (/(?:before|after|at|in the|during|in|around|over) (?:the )?$/.test(lead) && /lunch|break/.test(found))
      return (
        /^(?:lunch|break|lunchtime|breaktime)/.test(found) &&
        !/^(?: break| hour).{0,5}(?:says|he|she)/.test(after)
      );
    if (/^lunch/.test(found) && /^ (?:is on site|out of bounds|is at school|with|at 1)/.test(after))
      return true;
    if (/^late$/.test(found) && /(?:too|of|running a bit|it's|this) $/.test(lead)) return true;
    if (/on (?:our|my) way|^on the way (?:to|back)/.test(found)) return true;
    if (
      /(?:we were|i was|were|we are|mum|dad|nan|she|he) $/.test(lead) &&
      /^going in/.test(found) &&
      /tomorrow|later/.test(after)
    )
      return true;
  }
  if (reason === 'authorised_leave') {
    if (
      /(?:no|not|without|un|hasn't|isn't|wasn't|n't|never|nobody) (?:\S+ )?$/.test(lead) ||
      /^ (?:not|asked|refused|denied)/.test(after)
    )
      return true;
    if (
      /^(?:school|schools|SCHOOL|office|they)(?: have| has| all)* (?:gave|given|agreed|agree|allowed|gives)$/.test(
        found,
      ) &&
      /^ (?:us|me|to (?:ring|call|check)|them? (?:a|the) (?:number|address)|him a (?:detention|warning|bollocking)|open|that he|it's open)/.test(
        after,
      )
    )
      return true;
    if (/^they (?:agreed|agree|gave|given|signed|excused|allowed)/.test(found)) return true;
  }
  if (reason === 'excluded' && /(?:not|n't be) (?:being )?$/.test(lead)) return true;
  if (reason === 'school_closed' && /^(?:strike|closing|closures?)$/.test(found) && /(?:lucky) $/.test(lead))
    return true;
  if (reason === 'other') {
    if (
      /(?:outside|by|near|at|in|behind|opposite|from|into|onto|towards) (?:the )?(?:\S+ )?$/.test(lead) &&
      /^(?:cinema|court|barber|barber's|barbers|hairdresser\S*|vet|football|swimming|swim|shop|zoo|fishing|skate|skating|beach)$/.test(
        found,
      )
    )
      return true;
    if (
      /^(?:crying|upset|scared|smok\w+|vap\w+|raining|sunny|show|march|trial|job|shift|sale|problem|problems|trouble|delivery|parcel|football|film|uniform|dare|party|day off|boring|hang(?:ing)? out)$/.test(
        found,
      )
    ) {
      if (
        /(?:was|were|in|with|bit|very|is|no|wearing|full|school|been|a|the|his|her|taxi driver|father's|mum's|for|4|off for|found|seen|met|bit of|looked|seemed|him|her|them|caught|off) $/.test(
          lead,
        ) &&
        /^(?:crying|upset|scared|smok\w+|vap\w+|uniform|show|march|day off|hanging out|problems?|trouble|party)$/.test(
          found,
        )
      )
        return !/(?:because|says|said) (?:\S+ ){0,3}$/.test(lead);
    }
  }
  if (reason === 'medical_appointment') {
    if (
      /operation|surgery/.test(found) &&
      /(?:mum|mum's|dad|dad's|mother|father|nan|gran|grandma|grandad|brother|sister|uncle|aunt)(?: is| are| was| who is|'s| has)* $/.test(
        lead,
      )
    )
      return true;
    if (
      /^(?:hospital|surgery|clinic|nurse|doctor|doctors|dentist|gp|opticians?)$/.test(found) &&
      /(?:outside|by|near|behind|opposite|next to|mum is a|mum's a|dad is a|dad's a|mum works|old) (?:the |a )?$/.test(
        lead,
      )
    )
      return true;
    if (
      /(?:mum|mum's|dad|dad's|mother|mother's|father|father's|nan|nan's|gran|gran's|brother|sister|brother's|sister's|baby|baby's|grandma's|grandad's|her mum to|his mum to) (?:has |has a |had a |got a |is at |is in |to |to the |having |went to |for )*(?:\S+ )?$/.test(
        lead,
      ) &&
      !/(?:says|said|states|tells?|told|reckons) (?:\S+ ){0,3}$/.test(lead)
    )
      return (
        /(?:'s |has |had |got |taking |take |with |for )(?:a |an |the |\S+ )?$/.test(lead) &&
        !/(?:with|by|and) (?:his |her |their )?(?:mum|dad|mother|father|nan|gran|brother|sister|grandma|mum's) (?:has |for )?(?:a |an |the )?$/.test(
          lead,
        ) &&
        !/(?:mum's|dad's) (?:taking|got|bringing)/.test(lead)
      );
  }
  if (
    reason === 'religious_observance' &&
    /^(?:mass|temple|holi|holy|faith|mosque|at church|in church|synagogue|church \S+|pray\w*)$/.test(found)
  ) {
    if (/(?:by|outside|near|behind|opposite) (?:the )?$/.test(lead)) return true;
  }
  if (
    reason === 'ill' &&
    /^(?:period|bug|pains?|throat|belly|infection|cramps?|temperature|sick|ill)$/.test(found) &&
    /(?:free|marked|first|last|sound|call|called|being|marked as|home) $/.test(lead) &&
    !/(?:being) $/.test(lead)
  )
    return true;
  if (
    reason === 'family' &&
    /^(?:help|helps|helping|helped)/.test(found) &&
    /(?:can you|can i|could|to|please|we|i) $/.test(lead) &&
    /(?:me|us)/.test(found)
  )
    return true;
  if (
    reason === 'no_school_place' &&
    /^(?:appl)/.test(found) &&
    /(?:job|work|position|apprenticeship)/.test(after)
  )
    return true;
  if (
    reason === 'study_leave' &&
    /^exam/.test(found) &&
    /(?:driving|theory|music|piano|grade \d|eye) $/.test(lead)
  )
    return true;
  if (
    reason === 'travelling_family' &&
    /^(?:in|with) (?:the |a )?fairs?$/.test(found) &&
    /^ (?:hair|skin)/.test(after)
  )
    return true;
  return false;
}

/** Where children ended up, with plans, refusals and what kin will do left out (rule 29). */
export function outcomeFacts(analysis: Analysis): Fact<EncounterOutcome>[] {
  const { masked } = analysis;
  return outcomesIn(masked.text).map((fact) => ({
    ...fact,
    token: masked.tokenAt[fact.token] ?? 0,
    end: masked.tokenAt[fact.end] ?? 0,
  }));
}

/** Told to go back is not taken back. */
const SENT_OFF =
  /(?:told|asked|instructed|advised|warned|ordered|sent|send|urged|let|said to)(?: \S+){0,4}? (?:to )?(?:go|going|head|get|return|walk|make|hurry|straight|come)?(?: straight| right)? ?$/;

const COMPANY_RAN = new RegExp(
  `(?:the|his|her|their|other|\\d|NUMBER|two|both)(?: \\S+)? ${KIN.peers}(?: both| all| then| also| had| who| just|,)* $|(?:mates?|friends?|others|brother|sister|lads|cousin)(?: both| all| then| also| had| who| just)* $`,
);

export function outcomesIn(text: string): Fact<EncounterOutcome>[] {
  const facts: Fact<EncounterOutcome>[] = [];
  for (const { outcome, pattern } of OUTCOME_PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const lead = text.slice(Math.max(0, match.index - 60), match.index);
      const isPlan =
        NOT_YET.test(
          outcome === 'designated_place' ? lead.replace(/(?<=^|\s)(?:to|at|in)(?: the| a)? $/, '') : lead,
        ) && outcome !== 'left_with_adult';
      if (isPlan && !isPassive(lead, match[0], outcome)) continue;
      if (
        outcome === 'left_with_adult' &&
        /(?:not|will|to be|wouldn't|don't|can't|won't|going to|to) $/.test(lead)
      )
        continue;
      const isKin = KIN_SUBJECT.test(lead);
      if (outcome === 'returned_to_school' && /^(?:back|return)/.test(match[0]) && SENT_OFF.test(lead))
        continue;
      if (
        isKin &&
        (outcome === 'returned_to_school' || outcome === 'taken_home') &&
        !/^(?:returned|back)/.test(match[0])
      )
        continue;
      if (outcome === 'made_off' && COMPANY_RAN.test(lead)) continue;
      if (
        outcome === 'advised' &&
        /(?:no|school|against|ask for|took|for|head) $/.test(lead) &&
        /^(?:advice|advis)/.test(match[0]) &&
        !/school $/.test(lead)
      )
        continue;
      if (
        outcome === 'advised' &&
        /(?:school|head|teacher|they|she|he|mum|dad|school has|school had|tutor) $/.test(lead) &&
        /^(?:let|sent|allowed|told)/.test(match[0]) &&
        !/(?:he|she|mum|dad|they) $/.test(lead)
      )
        continue;
      if (
        outcome === 'returned_to_school' &&
        /^(?:driv|drive|walk |take |bring |lift |drop)/.test(match[0]) &&
        isKin
      )
        continue;
      if (
        outcome === 'designated_place' &&
        /(?:not|from|at|outside|near|until|sat|sitting) (?:the |at the |in the )?$/.test(lead) &&
        !/(?:left|dropped|now|handed over|is|are|both|him|her|them|safely) (?:at|in) (?:the )?$/.test(lead)
      )
        continue;
      facts.push({
        token: match.index,
        value: outcome,
        weight: outcome === 'advised' ? 0 : 1,
        end: match.index + match[0].length - 1,
      });
    }
  }
  return facts.filter(
    (fact) =>
      !(
        fact.value === 'taken_home' &&
        facts.some(
          (other) => other.value === 'left_with_adult' && other.token <= fact.token && other.end >= fact.end,
        )
      ),
  );
}

/** "was taken home", "is walked back": passive, not a plan. */
function isPassive(lead: string, found: string, outcome: EncounterOutcome): boolean {
  if (!/(?:^| )(?:is|are|was|were|being|been|be) (?:then |now |just |also |straight )*$/.test(lead))
    return false;
  if (
    /(?:to|will|would|should|can|could|not|n't|must|might|may) be $|(?:not|n't|never) been $|(?:is|are|was|were) (?:not|to) /.test(
      lead,
    )
  )
    return false;
  return (
    /^(?:taken|driven|walked|conveyed|returned|escorted|dropped|brought|advised|left|handed|warned|collected|given|released|let|sent|told|moved|accompanied)/.test(
      found,
    ) || outcome === 'advised'
  );
}

const TOLD = new RegExp(
  `(?<!\\S)${CONTACT.school}(?: ,| SCHOOL| has| have| had| is| was| were| are| been| also| now| all| both| already| then| just| since| being| at TIME| there| by (?:mum|dad|phone|us|me|ADULT|mother|father)| staff| duly| lead| made)* (?:[-:=|] )?${CONTACT.told}(?!\\S)`,
  'g',
);
const ACT = new RegExp(
  `(?<!\\S)${CONTACT.act}(?: (?:the|his|her|their|both|all|it|in|this|that|at|up|with|to|from|by|ADULT|,|head|attendance|lead|officer|of|duty|a|quick|mum's|phone))*? ${CONTACT.school}(?!\\S)`,
  'g',
);
const SAYS = new RegExp(
  `(?<!\\S)${CONTACT.school}(?: ,| SCHOOL ,| SCHOOL| also| just| staff| both| all| already| there| who| ,)* ${CONTACT.says}(?!\\S)`,
  'g',
);
const SCHOOL_QUOTED =
  /(?<!\S)(?:(?:as per|according to|per|confirmed by|verified by|checked with|word from) (?:the |his |her |their )?(?:school|SCHOOL|schools)|(?:rang|rung|called|phoned|told|emailed|i rang|checked)(?: \S+)? and (?:they|school)|let (?:the )?(?:school|SCHOOL)(?: office| reception| staff)? know|told (?:them|SCHOOL)|school (?:i|we) (?:have |did |just |then |also )*(?:called|rung|rang|told|informed|phoned|contacted)|(?:both|two|all) schools (?:rung|called|told|informed|contacted|phoned|notified|aware|emailed|been)|school ?[:=|-] (?:open|normal|confirmed|denies|aware|informed|told|rung|notified|contacted|phoned)|school not so|(?:i|we|just|have|'ve|then) (?:rang|called|phoned|rung) (?:and|them|they|up|it)(?! mum| dad))(?!\S)/g;
const NO_CONTACT =
  /(?:^| )(?:will|to|would|going to|need to|needs to|not|not yet|n't|haven't|hasn't|didn't|shall|should|can you|can someone|please|couldn't|must|could someone|could you|about to|gonna|i'll|we'll|she'll|he'll|they'll|never|no one has|nobody has|yet to|have to|asked (?:mum|dad|her|him|mother|father) to|ask (?:mum|dad) to|says? (?:he'll|she'll|she will|he will)|promised to|and will|but not|is going to|trying to|tell|or)(?: to| be| just| then| also| been| yet| now)* $/;
const NOT_AFTER =
  /^ not(?! allowed| so| true)(?!\S)|^(?: ,)? (?:not yet|later|tomorrow|in a (?:min\w*|bit|sec\w*)|shortly|soon|next|when (?:i|we) (?:get|can)|[:=|] (?:n|no|not|n\/a|notapplicable|nil|none|pending|to do|tbc|later|notknown|$)|n(?!\S)|no(?!\S)|does not know|doesn't know)/;

/** Places where the school was rung, told or quoted (rule 30). The school named, if one is, in `weight` 1. */
export function contactFacts(analysis: Analysis): Fact<true>[] {
  const { masked } = analysis;
  const { text } = masked;
  const facts: Fact<true>[] = [];
  const add = (match: RegExpMatchArray & { index: number }): void => {
    facts.push({
      token: masked.tokenAt[match.index] ?? 0,
      value: true,
      weight: match[0].includes('SCHOOL') ? 1 : 0,
      end: masked.tokenAt[match.index + match[0].length - 1] ?? 0,
    });
  };
  for (const [index, pattern] of [TOLD, ACT, SCHOOL_QUOTED, SAYS].entries()) {
    for (const match of text.matchAll(pattern)) {
      const lead = text.slice(Math.max(0, match.index - 50), match.index);
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 30);
      if (NO_CONTACT.test(lead) || (index !== 3 && NOT_AFTER.test(after))) continue;
      if (
        /(?:not|never|n't|to be|to|will be|yet to be|not been|not yet(?: been)?) ?(?:rung|rang|called|phoned|told|informed|contacted|notified|emailed|aware)$/.test(
          match[0],
        )
      )
        continue;
      if (
        /(?:to|in|at|from|goes to|go to|attends|taken to|back to|handed to|left|outside|near|by|walked|leave) (?:the |his |her )?$/.test(
          lead,
        ) &&
        index !== 3 &&
        /^(?:school|SCHOOL|college|academy|reception|office|teacher) (?:,|[-])/.test(match[0])
      )
        continue;
      if (
        index === 0 &&
        /^(?:SCHOOL|school|college|academy)(?: ,)? (?:told|tried|said|called)/.test(match[0]) &&
        /^ (?:us|me|he|she|that|him|her|by|to)(?!\S)/.test(after) &&
        !/^ (?:us|me|that) /.test(after)
      ) {
        if (/^(?:SCHOOL|school)(?: ,)? called/.test(match[0]) === false) continue;
      }
      if (
        index === 3 &&
        (CHILD_SAYS.test(lead) || (/(?:he|she|they|who)(?: \S+)? $/.test(lead) && /^SCHOOL/.test(match[0])))
      )
        continue;
      if (
        index === 3 &&
        /(?:goes to|go to|at|attends|from|to|in|pupil at|YEAR|AGE|DOB|CHILD|,|roll) (?:the )?$/.test(lead) &&
        /^(?:SCHOOL|school|the school|college|academy)(?: ,)? (?:says|said|told|claims?|state|states|stated|explained|reckon|think|asked|answered|knew|knows|insists?|has (?:him|her)|telling)/.test(
          match[0],
        )
      )
        continue;
      if (
        index === 1 &&
        /(?:was|were|been|is|child|boy|girl|who|being|CHILD|lad|he|she) $/.test(lead) &&
        /^(?:called|told|phoned) (?:in|by|from|to|up)/.test(match[0])
      )
        continue;
      if (index === 1 && /^(?:told|informed|advised)(?: \S+)* (?:to|of|from|at|in) /.test(match[0])) continue;
      add(match);
    }
  }
  return facts;
}
