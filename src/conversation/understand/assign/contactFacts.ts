import type { Analysis } from '../find/analyse';
import { CONTACT } from '../find/lexiconPatterns';
import { allMatches } from '../words/allMatches';
import type { Fact } from './fact';
import { CHILD_SAYS } from './schoolsWords';

const TOLD = new RegExp(
  `(?<!\\S)${CONTACT.school}(?: ,| (?:and|&|\\+) (?:social (?:care|services|worker)|mum|dad|parents?|mother|father|ewo|attendance)| SCHOOL| has| have| had| is| was| were| are| been| also| now| all| both| already| then| just| since| being| at TIME| at SCHOOL| of SCHOOL| there| by (?:mum|dad|phone|us|me|ADULT|mother|father)| staff| duly| lead| made)* (?:[-:=|] )?${CONTACT.told}(?!\\S)`,
  'g',
);
const ACT = new RegExp(
  `(?<!\\S)${CONTACT.act}(?: (?:the|his|her|their|both|all|it|in|this|that|at|up|with|to|from|by|ADULT|,|head|attendance|lead|officer|of|duty|a|quick|mum's|phone|mr|mrs|ms|miss|dr))*? ${CONTACT.school}(?!\\S)`,
  'g',
);
const SAYS = new RegExp(
  `(?<!\\S)${CONTACT.school}(?: ,| SCHOOL ,| SCHOOL| at SCHOOL| in SCHOOL| on (?:the )?(?:phone|telephone)| secretary| receptionist| lady| also| just| staff| both| all| already| there| who| ,)* ${CONTACT.says}(?!\\S)`,
  'g',
);
const SCHOOL_QUOTED =
  /(?<!\S)(?:when (?:i|we|pc ADULT|ADULT) (?:rang|called|phoned|rung|checked)(?: (?:them|school|SCHOOL|in|up|through))?(?! (?:mum|dad|nan|his|her|their|mother|father|the))|(?:rang|rung|phoned|telephoned|emailed) (?:the )?PLACE(?! (?:police|shop|centre))|(?:emailed|rung|rang|told|informed|phoned|messaged|texted) (?:the |his |her |their )head(?! of)|(?:as per|according to|per|confirmed by|verified by|checked with|word from) (?:the |his |her |their )?(?:school|SCHOOL|schools)|(?:rang|rung|called|phoned|told|emailed|i rang|checked)(?: \S+)? and (?:they|school)|let (?:the )?(?:school|SCHOOL)(?: office| reception| staff)? know|told SCHOOL|told them(?= ?(?:[.,;)\n]|$|and))|school (?:i|we) (?:have |did |just |then |also )*(?:called|rung|rang|told|informed|phoned|contacted)(?! (?:him|her|them|mum|dad|both))|(?:i|we) (?:was|were|am|are) (?:calling|ringing|phoning|telling) (?:the )?(?:school|SCHOOL)|(?:rang|rung|phoned|called|rang up|spoke to|spoken to) (?:mr|mrs|ms|miss) ADULT (?:there|at (?:the )?(?:school|SCHOOL)|in the office)|spoke to (?:mum|dad|mother|father)(?: on (?:the )?phone)? (?:then|and) (?:the )?school|(?<=[.;] )SCHOOL : (?='|no|yes|not|normal|open)|(?:school|SCHOOL) (?:tel'd|phoned|rung|told|called) (?:re|about|regarding) (?:number|no|nos)|told (?:to )?(?:both|all|the two) (?:the )?schools|(?<=, )(?:the )?school (?:already |all )?knows?(?= ?(?:[.,;\n]|$))|(?:both|two|all) schools (?:rung|called|told|informed|contacted|phoned|notified|aware|emailed|been)|school ?[:=|-] (?:open|normal|confirmed|denies|aware|informed|told|rung|notified|contacted|phoned)|school not so|(?:gave|give|given|dropped|sent|pinged|dropping|fired) (?:the |his |her |their )?(?:school|SCHOOL|office|reception|head|attendance)(?: \S+)? (?:a |an )?(?:quick )?(?:bell|call|ring|buzz|line|email|text|message|heads up|note)|(?:left (?:a )?(?:vm|message|voicemail)|rang|rung|emailed|messaged|phoned|spoke|called)(?: (?:with|for|at|on|to))?(?: the)? attendance|(?:rang|rung|called|phoned|ring|emailed)(?: (?:him|her|them|it))? in (?:sick|ill|absent|poorly)|reported (?:him|her|them|it|his absence|her absence) (?:sick|ill|absent|in|to school)|(?:no|without|not got an?|got no) (?:answer|reply|response|pick-?up) (?:from|at) (?:the |his |her |their )?(?:school|SCHOOL|office|reception)|(?:couldn't|could not|can't|cannot|unable to|failed to|didn't) (?:get (?:through to|hold of|an answer from|through on)|reach|raise|contact) (?:the |his |her |their )?(?:school|SCHOOL|office|reception)|(?:i|we|have|'ve|then|also) advised (?:the |his |her |their )?(?:school|SCHOOL)(?! (?:is|isn't|starts|must|attendance|policy|was|not))|(?:i|we|just|have|'ve|then) (?:rang|called|phoned|rung) (?:and|them|they|up|it)(?! mum| dad))(?!\S)/g;
/** "rang, it's open", "phoned them": who was rung is the one spoken of last. */
const RANG =
  /(?<=(?:^|[.,;\n(-]|i|we|and|but|so|just) )(?:just |then |also |i |we |have |i've |we've )*(?:rang|rung|phoned|called|telephoned|rings?|phone|emailed|messaged|checked)(?: (?:them|up|in|there|and checked|to check|round|through))*(?= ?(?:[.,;)\n-]|$|and (?:they|it|its|it's|were|was|no)|they|it's|its|it is|to check|but|twice))/g;
const SPOKEN_OF =
  /(?<!\S)(?:school|school's|schools|SCHOOL|OTHERSCHOOL|college|academy|teachers?|head|inset|strike|mum|mum's|dad|dad's|mother|father|nan|gran|parents?|carer|aunt|auntie|uncle|sister|brother|grandma|grandad|mate|friend)(?!\S)/g;
const ASKED =
  /(?<!\S)(?:ask|asks|asked|asking|checked|check|verify|verified|query|queried)(?: (?:the|his|her|their|at|it|this|with|in))* (?:school|SCHOOL|college|office|reception)(?: \S+)?(?: (?:by|on|over|via|with) (?:the |a )?(?:telephone|phone|email|call|radio)|(?= ?[.,;] (?:is|it's|its|they|not|it|open|untrue|no)(?!\S)))/g;
const NO_CONTACT =
  /(?:^| )(?:no|neither|will|to|would|going to|need to|needs to|not|not yet|n't|haven't|hasn't|didn't|shall|should|can you|can someone|please|couldn't|must|could someone|could you|about to|gonna|i'll|we'll|she'll|he'll|they'll|never|no one has|nobody has|yet to|have to|asked (?:mum|dad|her|him|mother|father) to|ask (?:mum|dad) to|says? (?:he'll|she'll|she will|he will)|promised to|and will|but not|is going to|trying to|tell|or)(?: to| be| just| then| also| been| yet| now)* $/;
const NOT_AFTER =
  /^ not(?! allowed| so| true| aware| expecting| happy)(?!\S)|^(?: ,)? (?:not yet|later|tomorrow|in a (?:min\w*|bit|sec\w*)|shortly|soon|next|when (?:i|we) (?:get|can)|[:=|-] (?:(?:n|no(?! (?:such|answer|reply|inset|strike|closure|record|knowledge))|not(?! (?:so|true|today|allowed|closed|shut|aware|expecting|the case))|n\/a|notapplicable|nil|none|pending|to do|tbc|later|notknown)(?!\S)|$)|and(?= ?(?:[.;\n|]|$))|\? ?(?:[:-] ?)?(?:n|no|not yet|and)(?= ?(?:[.,;\n|]|$))|n(?!\S)|no(?= ?(?:[.;,\n|]|$))|does not know|doesn't know)/;

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
  for (const [index, pattern] of [TOLD, ACT, SCHOOL_QUOTED, SAYS, RANG, ASKED].entries()) {
    for (const match of allMatches(pattern, text)) {
      const lead = text.slice(Math.max(0, match.index - 50), match.index);
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 30);
      if (index === 4 && !isOfSchool(text.slice(Math.max(0, match.index - 160), match.index))) continue;
      if (index === 3 && /let(?:ting)? (?:the |his |her |their )?$/.test(lead)) continue;
      if (
        index === 3 &&
        /(?:has|have|got) (?:him|her|them)$/.test(match[0]) &&
        /^ (?:now|there|safe)/.test(after)
      )
        continue;
      if (index === 3 && /^SCHOOL , (?:both|all|who) /.test(match[0])) continue;
      if (
        /^(?:on to|onto|got on to)/.test(match[0]) &&
        /(?:sent|send|let|went|go|them|him|her|all|both) $/.test(lead)
      )
        continue;
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
        /(?:goes to|go to|at|attends|from|to|in|of|pupil at|YEAR|AGE|DOB|CHILD|,|roll) (?:the )?$/.test(
          lead,
        ) &&
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
      if (
        index === 1 &&
        !/head of/.test(match[0]) &&
        /^(?:told|informed|advised)(?: \S+)* (?:to|of|from|at|in) /.test(match[0])
      )
        continue;
      add(match);
    }
  }
  // "rang GB, it's not": the school by its initials.
  analysis.tokens.forEach(({ raw }, i) => {
    if (
      !/^\p{Lu}{2,5}$/u.test(raw) ||
      !/^(?:rang|rung|phoned|called|emailed|ring)$/.test(analysis.tokens[i - 1]?.norm ?? '')
    )
      return;
    const initials = new Set(
      analysis.schools.flatMap(({ entry }) =>
        [entry.school?.name ?? '', ...(entry.school?.aliases ?? [])].map((name) =>
          name
            .split(/[\s-]+/)
            .map((word) => word[0] ?? '')
            .join('')
            .toUpperCase(),
        ),
      ),
    );
    if ([...initials].some((letters) => letters.replace(/^T/, '').startsWith(raw) || letters.startsWith(raw)))
      facts.push({ token: i - 1, value: true, weight: 0, end: i });
  });
  return facts;
}

/** The last one named before is the school or its closing, not kin. */
function isOfSchool(before: string): boolean {
  const last = allMatches(SPOKEN_OF, before).at(-1)?.[0] ?? '';
  return /^(?:school|SCHOOL|OTHERSCHOOL|college|academy|teacher|head|inset|strike)/.test(last);
}
