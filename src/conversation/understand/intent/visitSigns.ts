import type { Intent } from '../../../domain/encounterTerms';

type Sign = readonly [points: number, pattern: RegExp];

const word = (source: string): RegExp => new RegExp(`(?<!\\S)(?:${source})(?!\\S)`);
const sum = (text: string, signs: readonly Sign[]): number =>
  signs.reduce((points, [weight, pattern]) => points + (pattern.test(text) ? weight : 0), 0);

const SELF = "i|we|me|us|i'll|we'll|i'd|we'd|i've|we've|myself|my|our|i'm|we're";

/** The speaker and a will, a wish or an offer. */
const CLAIM: readonly Sign[] = [
  [1, word(SELF)],
  [
    1,
    word(
      "will|can|could|shall|may|would|i'll|we'll|i'd|we'd|do now|going to|gonna|want|like|happy|glad|free|able|ready|thought|room for|keen|willing|volunteer|offer",
    ),
  ],
  [
    1,
    word(
      'take|have|do|doing|go|going|visit|cover|covering|pick|call|knock|handle|attend|manage|grab|squeeze|fit|tackle|nip|pop|look after|see to|sort',
    ),
  ],
  [
    1.5,
    word(
      'down for|yes|yep|sure|on the way past|passing|nearby|near|round the corner|next|accept\\w*|spoken for',
    ),
  ],
  [2, /(?<!\S)(?:for|to|with) (?:patrol|team|pair|unit|crew) \S+(?: please)?(?= |$)/],
  [-3, word("not|can't|cannot|couldn't|won't|don't|unable|isn't|never|shan't|afraid|beyond|away from")],
];

/** The speaker and a no, or another who is to do it. */
const RELEASE: readonly Sign[] = [
  [1, word(SELF)],
  [
    1.5,
    word(
      "not|can't|cannot|couldn't|won't|unable|isn't|never|shan't|no|afraid|sorry|unfortunately|apologies|impossible|regret",
    ),
  ],
  [
    1,
    word(
      'do|make|manage|go|get|take|keep|reach|attend|cover|today|after all|now|any more|in time|finish|stay',
    ),
  ],
  [
    2,
    word(
      'beyond (?:me|us)|away from (?:me|us)|from (?:me|us)|too (?:far|much|late|many)|past (?:me|us)|out of (?:my|our) (?:way|reach|hands)',
    ),
  ],
  [1.5, word('someone|somebody|anyone|another|others?|else|colleagues?|next shift|later shift|back')],
];

/** People at the address, and what had happened to them. */
const RESULT: readonly Sign[] = [
  [
    1.5,
    word(
      '(?:the )?(?:family|families|mother|father|parents?|mum|dad|gran|nan|child|children|boy|girl|lad|tenants?|occupants?|occupier|resident|residents|neighbours?|house|flat|home|landlord|sister|brother|they|he|she|lady|woman|man|door|lights?|curtains|car)',
    ),
  ],
  [
    1.5,
    word(
      '(?:have|has|had|is|are|was|were|been) (?:all |both |now |since |already |just )?(?:left|gone|moved|been|out|in|seen|away|back|ill|unwell|poorly|well|told|asked|agreed|refused|abroad|off|on|at|with|here|not|still|returned|closed|empty)|said|says|told|told us|opened|answered|shouted|waved|drew|refused|agreed|explained|promised|wants|thinks|knew|left|moved|went|came|gave|showed|asked',
    ),
  ],
  [1, word('re|regarding|about|update|outcome|result|concerning|for')],
  [1, word('knocked|rang|called|tried|attended|visited|checked|waited|spoke|saw|met|went|been')],
  [-1.5, word("will|i'll|we'll|going to|can|could|shall")],
];

/**
 * What a message with a visit's number wants when no known phrasing fits, by who is spoken of and in what tense.
 * @returns null where two are as likely or none is likely
 */
export function visitSigns(text: string): Intent | null {
  const scores: readonly (readonly [Intent, number])[] = [
    ['claim_visit', sum(text, CLAIM)],
    ['release_visit', sum(text, RELEASE)],
    ['complete_visit', sum(text, RESULT)],
  ];
  const [best, second] = [...scores].sort(([, a], [, b]) => b - a);
  return best && second && best[1] >= 2.5 && best[1] > second[1] ? best[0] : null;
}
