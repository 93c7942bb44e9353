import type { Companion } from '../../../domain/encounterTerms';
import { KIN } from '../find/lexiconPatterns';

/** Who may be with a child. */
export type Kind = Exclude<Companion, 'alone'>;
export const KINDS: readonly { kind: Kind; source: string }[] = [
  { kind: 'other_adult', source: KIN.otherAdult },
  { kind: 'parent', source: KIN.parent },
  { kind: 'sibling', source: KIN.sibling },
  { kind: 'peers', source: KIN.peers },
];
const IS_PARENT = new RegExp(`^${KIN.parent}$`);
const IS_SIBLING = new RegExp(`^${KIN.sibling}$`);
const IS_KIND = KINDS.map(({ kind, source }) => ({ kind, pattern: new RegExp(`^${source}$`) }));
/** What may stand before the word for a companion ("his two older"). */
export const SOME =
  "(?:his|her|their|the|both|a|an|our|my|all|one|own|two|three|NUMBER|\\d|some|other|older|younger|big|little|twin|elder|eldest|baby|foster|unnamed|unknown|named|maternal|paternal|best|good|friendly|school|several|few|adult|new|female|male|ADULT|,|lovely|tall|very|nice|kind|same|poor|rather|of|another|more|x|or|CHILD 's|CHILD's|step|half|great|young|local|old|dear|only|just|bunch|group|couple|loads|lots|what|looked|like|1|=|mrs|mr|ms|miss|year|YEAR|AGE|AGE year|yo|sort|kinship)";
/** "Mrs Field with her lad Archie": the adult named owns the child. */
const OWN_CHILD =
  /(?<!\S)(?:with|and|,|had|has|has got|got|bringing|pushing|walking) (?:her|his|their) (?:(?!CHILD|mum|dad|nan)[^\s.,;]+ ){0,2}?(son|daughter|lad|boy|girl|child|children|kids|twins|sons|daughters|boys|girls|little one|little ones|youngest|eldest|stepson|stepdaughter|step-son|step-daughter|grandson|granddaughter|grandchild|grandchildren|grandkids|nephew|niece)(?: ,| called| named)* (?:little |young )?CHILD(?!\S)/g;
/** The adult whose child it is, in the same sentence before. */
const OWNER =
  /(?:ADULT|mother|father|mum|dad|lady|parent|woman|gentleman|man|couple)(?: ADULT)?(?:(?! CHILD)[^.;\n]){0,70} $/;
/** "friends two with him", "one mate with her", "2 lads were with him". */
const BESIDE = new RegExp(
  `(?<!\\S)(${KIN.sibling}|${KIN.peers})(?: (?:2|3|4|NUMBER|\\d|two|three|was|were|is|are|also|there|and \\S+|from \\S+))* with (?:him|her|them)(?!\\S)`,
  'g',
);
/** "With him is the older sister" */
const WITH_THEM_IS = new RegExp(
  `(?<!\\S)with (?:him|her|them) (?:(?:is|was|are|were|,) |(?=(?:a|an|the|his|their|two|three|\\d|some) ))(?:${SOME} )*(${KIN.otherAdult}|${KIN.parent}|${KIN.sibling}|${KIN.peers})(?!\\S)`,
  'g',
);
/** "with a girl who walked off": one child beside the one that is told of. */
const WITH_ONE =
  /(?<!\S)with (?:a|one|this|an) (?:unknown |unnamed |older |younger )?(?:girl|boy|lad|lass|youth|youngster)(?! (?:called|named|CHILD|AGE|,? ?CHILD))(?!\S)/g;
/** "the neighbour's looking after them, she was with them" */
const WAS_WITH = new RegExp(
  `(?<!\\S)(${KIN.parent}|${KIN.otherAdult})(?:'s)?(?: (?!CHILD)[^\\s.;\\n]+){0,9} ,? ?(?:who|she|he|they) (?:was|were|is|are) (?:there |also )?with (?:him|her|them)(?!\\S)`,
  'g',
);
/** "her mates legged it", "two friends left on our approach": company all the same (rule 18). */
const COMPANY_LEFT = new RegExp(
  `(?<!\\S)(?:his|her|their|two|three|four|several|some|other|\\d|NUMBER) (?:other )?(${KIN.peers})(?: (?:both|all|then|had|just|who))* (?:wandered off|rode off|cycled off|drifted off|sloped off|legged|ran|left|scarpered|bolted|scattered|fled|walked off|made off|disappeared|run|vanished|melted away|melted|slipped away|slipped off|hung back|peeled off|went off|go away|gone|go)(?!\\S)`,
  'g',
);
/** "a lady, great nan to Albert, who was with her" */
const OF_CHILD = new RegExp(
  `(?<!\\S)(${KIN.otherAdult}|${KIN.parent}) (?:to|of) CHILD(?: ,)?(?: who(?:'s| is| was)?| that was)? (?:with|alongside|beside) (?:him|her|them)(?!\\S)`,
  'g',
);
/** "she had two girl friends along", "he had his sister in tow" */
const HAD_ALONG = new RegExp(
  `(?<!\\S)(?:he|she|they|CHILD) had (?:${SOME} |girl |boy )*(${KIN.otherAdult}|${KIN.parent}|${KIN.sibling}|${KIN.peers}) (?:along|in tow|with (?:him|her|them))(?!\\S)`,
  'g',
);
/** "the cobbler, Mr Voss, was with him" */
const NAMED_ADULT = /(?<!\S)ADULT(?: ,)? (?:was|is) (?:there )?with (?:him|her|them)(?!\S)/g;
/** "with the solicitor she's shadowing" */
const SHADOWED =
  /(?<!\S)with (?:the|an?) [^\s.;]+ (?:who |that )?(?:he|she)(?:'s| is) (?:shadowing|working (?:with|for|under)|learning from)(?!\S)/g;
/** "his small brother in a pushchair with him" */
const IN_PRAM = new RegExp(
  `(?<!\\S)(${KIN.sibling}) in (?:a |the |his |her )?(?:pushchair|buggy|pram|sling)(?: with (?:him|her|them))?(?!\\S)`,
  'g',
);
/** "a mum with her two, Yara and Sami" */
const HER_OWN =
  /(?<!\S)(?:mum|mother|mummy|dad|father|daddy|parent)(?: (?!CHILD|[.;\n])\S+){0,5} with (?:her|his) (?:own )?(?:two|three|four|2|3|4|pair|brood|lot|children|kids)(?: ,| :|-)* CHILD/g;

const kindOf = (word: string): Kind | null => IS_KIND.find(({ pattern }) => pattern.test(word))?.kind ?? null;
const parentOrAdult = (word: string): Kind => (IS_PARENT.test(word) ? 'parent' : 'other_adult');

/**
 * Phrasings of company other than "with mum", "mum says" and "left with mum".
 * `companionOf` is given the match and the text before it; null where the words mean nobody.
 */
export const COMPANY_PHRASES: readonly {
  readonly pattern: RegExp;
  readonly companionOf: (match: RegExpExecArray, lead: string) => Kind | null;
}[] = [
  {
    pattern: BESIDE,
    companionOf: ([, word = ''], lead) => {
      if (/(?:^| )(?:no|not|any|without) (?:\S+ )?$/.test(lead)) return null;
      return IS_SIBLING.test(word) ? 'sibling' : 'peers';
    },
  },
  { pattern: WAS_WITH, companionOf: ([, word = '']) => parentOrAdult(word) },
  { pattern: WITH_THEM_IS, companionOf: ([, word = '']) => kindOf(word) },
  {
    pattern: WITH_ONE,
    companionOf: (match) => (match.input.slice(0, match.index).includes('CHILD') ? 'peers' : null),
  },
  { pattern: HAD_ALONG, companionOf: ([, word = '']) => kindOf(word) },
  { pattern: NAMED_ADULT, companionOf: () => 'other_adult' },
  { pattern: SHADOWED, companionOf: () => 'other_adult' },
  { pattern: IN_PRAM, companionOf: () => 'sibling' },
  { pattern: COMPANY_LEFT, companionOf: () => 'peers' },
  { pattern: OF_CHILD, companionOf: ([, word = '']) => parentOrAdult(word) },
  { pattern: HER_OWN, companionOf: () => 'parent' },
  {
    pattern: OWN_CHILD,
    companionOf: ([, word = ''], lead) => {
      if (!OWNER.test(lead)) return null;
      return /(?:grand|neph|niece)/.test(word) ? 'other_adult' : 'parent';
    },
  },
];
