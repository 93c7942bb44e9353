import type { ClaimedReason } from '../../../domain/encounterTerms';
import type { Analysis } from '../find/analyse';
import { allMatches } from '../words/allMatches';
import type { Fact } from './fact';
import { withoutSchoolsWords } from './schoolsWords';

/** Verbs and words after which the child's side gives its account. */
const SAID = new RegExp(
  `(?<!\\S)(?:${[
    '(?:he|she|they|CHILD|both|all|boy|girl|lad|lads|girls|boys|kids|mum|dad|mother|father|nan|gran|grandma|grandad|grandmother|grandfather|aunt|auntie|uncle|carer|childminder|parents?|neighbour|nanny|sister|brother|friend|mate|who|pair|one|male|female|child|ADULT|and|,|\\.|\\)|-|\\/|\\n|ELSEWHERE|PLACE|TIME)(?: also| just| then| both| all| only| ADULT)? (?:says?|said|saying|reckons?|reckoned|claims?|claimed|claiming|states?|stated|stating|tells?|told(?: us| me)?|explains?|explained|insists?|insisted|maintains?|maintained|admits?|admitted|admitting|swears|confessed|confesses|volunteered|mentioned|alleges|asserts|swore|told (?:us|me) straight out|told (?:us|me) straight|answers?|answered|replied|thinks|thought)(?: (?:to )?(?:us|me)(?: that)?| that|:|,)?',
    'because(?: of)?',
    'due to',
    'on account of',
    "(?:that's|which is|is) why",
    'admits?(?: to)?',
    'reasons? ?[:=|-]',
    '(?:their|his|her|given|stated|claimed) (?:reason|excuse|story|explanation|account)(?: (?:is|was|being))?(?: that)? ?[:=-]?',
    'apparently',
    'supposedly',
    'allegedly',
  ].join('|')})(?: :| ,)?(?: ["'])? (?=\\S)`,
  'g',
);

/** Openings that tell who, where or what next, not why. */
const NOT_A_REASON = new RegExp(
  `^(?:that |how |and |well )*(?:${[
    "(?:his|her|their|the|my|its?|CHILD 's) ?(?:full |first |real |last |other )?(?:name|surname|age|birthday|dob|date of birth|address|number|phone|details|school|home)(?!\\S)",
    "(?:name|surname|name's|school|age|year|dob)(?!\\S)",
    "(?:(?:mum|dad|parents|mother|father|nan|they|school|she|he|everyone|head|teacher|SCHOOL)(?:'s| is| are| does| do)? ?(?:already |also )?(?:knows?|aware|know|been told|informed))",
    "(?:he|she|they|we|it|mum|dad|mother|father|i)(?:'ll| will| would| shall| is going to| are going to|'s going to|'re going to| should|'s gonna| going to| wants to| agreed| promised| intends| plans)(?!\\S)",
    "(?:(?:he|she|they)'d|will|would|'ll|shall) (?:go|walk|take|head|be|bring|come|ring|make|get|return|catch|do|try|tell|speak|keep|sort|have a word|call|stay)(?!\\S)",
    "(?:he|she|they)(?:'s|'re| is| are| was| were)? ?(?:goes|go|attends?|lives?|on roll|named|called|known as|aged?|old|fine|ok|okay|sorry|heading (?:home|back)|going (?:home|back|there now)|from|friends|cousins|brothers|sisters|siblings|related|twins|together|alone|unsure|not sure|happy|grateful|polite)(?!\\S)",
    '(?:sorry|thanks?|thank you|hello|hi|bye|goodbye|ok|okay|fine|yes|yeah|no|nope|nothing|none|not much|please|so|nowt|zilch|little|anything|same|ditto|likewise|good|great|lovely|nice|cheers)(?=$| [.,;!:]|\\s*$| to| for| about| and)',
    '(?:to (?:go|head|get|return|walk|say|ask|tell|come|be|stay|keep|make|ring|us|me|him|her|them|pc|sgt|officers?))(?!\\S)',
    "(?:don't know|doesn't know|didn't know|dunno|not know|knows|understands?|understood|agrees?|agreed|promised?|she understands|he understands)(?!\\S)",
    'no (?:reason|one|adult|name|surname|more|details|answer|comment|school)(?!\\S)',
    '(?:i|we|us|me|my|our|officers?|pc|pcso|sgt|patrol|him|her|them|it|this|you|someone|something)(?!\\S)',
    'of(?!\\S)',
    '(?:notknown|notapplicable|tbc)(?!\\S)',
    '(?:goodbye|hello|hi) ?',
    '(?:what|why|where|when|who|if|whether)(?!\\S)',
    "(?:(?:he|she|they|both|all)(?: both| all)? ?(?:is|are|was|were|am|'s|'re|be)? ?)?(?:not |nearly |almost |only |just |really |actually |definitely |about )*(?:at |in |from |of |to |aged |a |the )*(?:AGE|YEAR|SCHOOL|OTHERSCHOOL|DOB|CHILD|\\d+|years?|old|yr|yrs)(?: (?:and|in|at|of|from|the|,|AGE|YEAR|SCHOOL|OTHERSCHOOL|DOB|years?|old|year|but|still|too|also))*(?: ?[.,;!)]|$)",
  ].join('|')})`,
);

/** Words that alone make no account of anything. */
const EMPTY =
  /(?<!\S)(?:he|she|they|he's|she's|they're|it|it's|that|is|was|are|were|the|a|an|at|in|to|of|from|and|his|her|their|AGE|YEAR|SCHOOL|DOB|CHILD|PLACE|ELSEWHERE|TIME|ADULT|NOISE|both|all|too|also|also|now|so|just|up|on|go|goes|going|been|us|me|him|them|there|here|mr|mrs|miss|ms|who|with|year|years|old|home|back|today|["'():/-]|\d+)(?!\S)/g;

/** "out to buy trainers, they say": what was said stands before the word for saying. */
const SAID_AFTER =
  /(?<=^|[.,;:\n(] )([^.,;:\n]{6,90}?) ,? ?(?:(?:so )?(?:he|she|they|mum|dad|mother|father|nan|gran|CHILD|grandma|grandad|aunt|auntie|uncle|carer|both|boy|girl|lad) (?:says?|said|reckons?|claims?|claimed|states?|stated|tells? (?:us|me)|told (?:us|me)|explained|insists?|admits?|admitted)|(?:says?|said|reckons|claims|states) (?:he|she|they|mum|dad|mother|father|nan|gran|CHILD|grandma|grandad|aunt|auntie|uncle|carer|both))(?= ?(?:[.,;\n)]|$|and))/g;

const OFFICER =
  /(?:^| )(?:i|we|i've|we've|pc ADULT|pcso ADULT|sgt ADULT|warden ADULT|me and \S+)(?: \S+){0,6} $/;
const ENDED =
  /(?:ran|legged|made off|left|took|walked|taken|let|sent|advised|drove|rang|called|logged|logging|late log|sorry|handed|moved|returned|home|back|off|no time|can't|asked) (?:\S+ ){0,4}$/;

/** Accounts given that no class of reasons knows: reasons outside the list (rule 25). */
export function reasonClauses(analysis: Analysis): Fact<ClaimedReason>[] {
  const { masked } = analysis;
  return reasonClausesIn(withoutSchoolsWords(masked.text)).map((fact) => ({
    ...fact,
    token: masked.tokenAt[fact.token] ?? 0,
    end: masked.tokenAt[fact.end] ?? 0,
  }));
}

/** Accounts in a piece of masked text; positions are characters. */
export function reasonClausesIn(text: string): Fact<ClaimedReason>[] {
  const facts: Fact<ClaimedReason>[] = [];
  const add = (at: number, length: number): void => {
    facts.push({ token: at, value: 'other', weight: 1, end: at + length - 1 });
  };
  for (const match of allMatches(SAID, text)) {
    const from = match.index + match[0].length;
    const clause = /^[^.;\n]*/.exec(text.slice(from))?.[0] ?? '';
    const lead = text.slice(Math.max(0, match.index - 50), match.index);
    const sentence = lead.slice(
      Math.max(lead.lastIndexOf('.'), lead.lastIndexOf('\n'), lead.lastIndexOf(';')) + 1,
    );
    if (
      /^(?:because|due|on account)/.test(match[0]) &&
      (OFFICER.test(`${sentence} `) || ENDED.test(sentence))
    )
      continue;
    if (
      /(?:school|SCHOOL|head|office|reception|teacher|i|we|pc ADULT|officer|they) (?:also |just )?$/.test(
        lead,
      )
    )
      continue;
    if (isAccount(clause)) add(from, Math.max(1, clause.trimEnd().length));
  }
  for (const match of allMatches(SAID_AFTER, text)) {
    const clause = match[1] ?? '';
    if (
      isAccount(clause) &&
      !/(?<!\S)(?:i|we|school|SCHOOL|rang|left|took|walked|taken|advised|let|met)(?!\S)/.test(clause)
    )
      add(match.index, clause.length);
  }
  return facts;
}

function isAccount(clause: string): boolean {
  const said = clause.trim();
  if (said.includes('_') || NOT_A_REASON.test(said)) return false;
  const words = said.split(/ , (?:i|we|so (?:i|we)) | and (?:i|we) /)[0] ?? said;
  return words.replace(EMPTY, '').replace(/[^\p{L}]+/gu, '').length > 2;
}
