import { CONCERN_SIGNS, type ConcernSign } from '../../../domain/concern';
import concerns from '../lexicon/concerns.json';
import { allMatches } from '../words/allMatches';
import { scanTokens } from '../words/scan';
import { tokenise } from '../words/tokenise';

const isSign = (word: string): word is ConcernSign => CONCERN_SIGNS.some((sign) => sign === word);

const PATTERNS = concerns.flatMap(({ sign, patterns }) =>
  isSign(sign) ? [{ sign, pattern: new RegExp(`(?<!\\S)(?:${patterns.join('|')})(?!\\S)`, 'g') }] : [],
);
/** "no injuries", "wasn't crying", "not hurt": said to be otherwise. */
const DENIED =
  /(?:^| )(?:no|not|never|without|isn't|wasn't|weren't|aren't|no visible|no sign of|no signs of|nil|didn't see any|denies|denied)(?: (?:any|a|an|visibly|actually|really|been|obvious|visible|apparent))* $/;
/** "cut to", "burn off energy", "black eye make-up", "laughing till she cried": other things. */
const OTHERWISE = /^(?: off (?:some )?(?:energy|steam)| (?:make-?up|liner)| of laughter| laughing| calories)/;
const LAUGHING = /(?:laugh\w*|giggl\w*)(?: \S+){0,5} $/;

/** Signs of worry in what an officer wrote, each once. What they mean is for people: nothing is concluded from them. */
export function noticeSigns(text: string): readonly ConcernSign[] {
  const { text: words } = scanTokens(tokenise(text));
  const found = PATTERNS.filter(({ pattern }) =>
    allMatches(pattern, words).some((match) => {
      const lead = words.slice(Math.max(0, match.index - 40), match.index);
      const after = words.slice(match.index + match[0].length, match.index + match[0].length + 30);
      return !DENIED.test(lead) && !OTHERWISE.test(after) && !LAUGHING.test(lead);
    }),
  );
  return found.map(({ sign }) => sign);
}
