import { nonEmptyNorms, normsOf } from '../words/normsOf';
import type { Token } from '../words/token';
import { isFirstName } from './lexicons';
import { isCapital, type RunContext } from './nameRuns';

export const TITLE =
  /^(?:sc|pc|pcso|pcsos|sgt|sergeant|mr|mrs|ms|miss|dr|ewo|officer|inspector|insp|warden|pastor|dc|ds|cso|constable|wpc|rev|reverend|vicar|imam|sir|madam|super|ta|cpl|lsa|senco|teacher|tutor|headteacher|head|colleague|partner|driver|coach)$/;
const ADULT_KIN =
  /^(?:mum|mum's|mother|dad|father|nan|nans|gran|grandma|grandad|grandpa|grandmother|grandfather|uncle|aunt|auntie|aunty|step-mum|step-dad|step-mother|step-father|carer|childminder|nanny|guardian|neighbour|worker|babysitter|babcia|dziadek|parent|minder|supervisor|employer|landlord|boss|mentor|rabbi|therapist|counsellor|chaperone|driver|granddad|nana|grandparent|godmother|godfather|stepmum|stepdad|stepmother|stepfather|escort|instructor|matron|trainer|imam|priest|pastor|vicar)$/;
/** Somebody grown up by the word itself ("mother of Kai"). */
export const isAdultWord = (word: string): boolean => ADULT_KIN.test(word);

/** Titles that a name always follows, whatever the word. */
export const FORMAL =
  /^(?:sc|pc|pcso|sgt|sergeant|mr|mrs|ms|miss|dr|ewo|insp|inspector|dc|ds|cso|wpc|constable|rev)$/;

const KIN_WORD =
  'mum|mother|dad|father|nan|gran|grandma|grandad|grandpa|grandmother|grandfather|uncle|aunt|auntie|aunty|granddad|mentor|rabbi|therapist|counsellor|instructor|trainer|chaperone|step-mum|step-dad|stepmum|stepdad|stepmother|stepfather|carer|childminder|nanny|guardian|neighbour|worker|babysitter|parent|minder|supervisor|employer|teacher|coach|tutor|assistant|officer|constable|warden|colleague|partner|boss';
const INTRODUCED = new RegExp(
  `(?:^|\\s)(?:(?:his|her|their|the|a|an|my|our|older|adult|foster|social|support|key|youth) (?:${KIN_WORD})(?: ,| \\(| is| was| called| named| -)+|(?:${KIN_WORD}) (?:is|was|called|named|is called|\\()|adult (?:female|male|woman|man|lady|relative)?(?: is| was| :| ,| -| called| named)?|(?:a |the |older )?(?<!(?:young|little|lil|small|wee) )(?:woman|man|lady|gentleman|bloke|mrs and mr)(?: is| was| called| named| :)?|(?:flagged|mentioned|passed|told|reported|handed|sent|given|radioed|gave|left) (?:it |this |that |them |him |her )?(?:over |on |up |through )?(?:to|with)|(?:told|asked|rang|phoned|called|texted|briefed) (?:my )?(?:colleague|boss|sergeant|sarge|team leader))$`,
);

/** "his uncle, Gethin Pugh", "the officer is Grace Otley", "adult female Tracey King", "flagged it to Trish". */
function isIntroducedAdult(context: RunContext, at: number, end: number): boolean {
  const { tokens } = context;
  const norm = (index: number): string => tokens[index]?.norm ?? '';
  const lead = nonEmptyNorms(tokens, at - 6, at);
  const past = /^(?:warden|constable|sergeant|teacher)$/.test(norm(end)) ? end + 1 : end;
  if (norm(past) === ',' && /^(?:ewo|eso|pc|pcso|warden|officer|sgt)$/.test(norm(end + 1)) && at < 6)
    return true;
  if (!INTRODUCED.test(lead)) return false;
  const isAged =
    /^\d{1,2}$/.test(norm(end)) ||
    (/^[,(]$/.test(norm(end)) && /^(?:\d{1,2}|aged?|year|dob)$/.test(norm(end + 1)));
  return !isAged;
}

/** The word before a name; past the full stop of a short title. */
export function lastWord(tokens: readonly Token[], at: number): string {
  const before = tokens[at - 1]?.norm ?? '\n';
  const isNumbered = /^\d{2,6}$/.test(before) && FORMAL.test(tokens[at - 2]?.norm ?? '');
  if (isNumbered) return tokens[at - 2]?.norm ?? '';
  return before === '.' && FORMAL.test(tokens[at - 2]?.norm ?? '') ? (tokens[at - 2]?.norm ?? '') : before;
}

/** An adult by title, kinship, signature or the way of introducing (rule 9). */
export function isAdult(context: RunContext, at: number, end: number): boolean {
  const { tokens } = context;
  const before = lastWord(tokens, at);
  if (FORMAL.test(before)) return true;
  const named = tokens[at];
  if (TITLE.test(before) && named && (isCapital(named) || isFirstName(named.raw))) return true;
  if (ADULT_KIN.test(before)) return true;
  // "with his 1:1 Debbie"
  if (/^(?:1:1|1-1|one-to-one|lsa|ta|key-worker)$/.test(before)) return true;
  if (
    /^(?:friend|mate|partner|girlfriend|boyfriend|sister|brother|cousin)$/.test(before) &&
    /^(?:mum|dad|mother|father|nan|gran|parent|family|parents|auntie|aunt)'?s?'?$/.test(
      context.tokens[at - 2]?.norm ?? '',
    )
  )
    return true;
  if (isIntroducedAdult(context, at, end)) return true;
  const norm = (index: number): string => tokens[index]?.norm ?? '';
  if (/^(?:here|speaking)$/.test(norm(end)) && /^(?:[.,:;!\n-]|)$/.test(norm(end + 1))) return true;
  if (norm(end) === 'with' && norm(end + 1) === 'me') return true;
  if (/^[(]$/.test(norm(end)) && /^(?:ewo|eso|pc|pcso|sgt|cso|warden|ews|colleague)$/.test(norm(end + 1)))
    return true;
  // "me and Tunde walking down"
  if (/^(?:and|&|\+)$/.test(before) && norm(at - 2) === 'me') return true;
  // "Dorothy and I met": a colleague.
  if (/^(?:and|&|\+)$/.test(norm(end)) && /^(?:i|me|myself|we)$/.test(norm(end + 1))) return true;
  // "Denise her support lady"
  const isTheirs =
    /^(?:his|her|their)$/.test(norm(end)) || (norm(end) === ',' && /^(?:his|her|their)$/.test(norm(end + 1)));
  const role = normsOf(tokens, end + 1, end + 5);
  if (
    isTheirs &&
    /^(?:(?:his|her|their) )?(?:\S+ )?(?:support (?:lady|worker|assistant)|key ?worker|carer|childminder|ta|lsa|tutor|coach|mentor|nan|gran|aunt|auntie|uncle|mum|dad|mother|father)(?!\S)/.test(
      role,
    )
  )
    return true;
  const opening = normsOf(tokens, 0, at);
  if (
    at <= 6 &&
    /^(?:(?:hi|hello|hiya|just|ok|okay|right|morning|good morning|hey|afternoon|all|team|,|\.|-|evening) ?)*(?:it's|its|this is|it is|i'm|i am|my name is|name's|me|here is|here)$/.test(
      opening,
    )
  ) {
    if (
      /^(?:i|i'm|i've|we|we've|we're|here|from|reporting|with|at|and|on|calling|just|again|i'd|so|,)$/.test(
        norm(end),
      )
    )
      return true;
  }
  // "Hi its Meera. Met ...", "Morning, Beth from EWS. Spoke to ..."
  const isGreeting =
    /^(?:(?:hi|hello|hiya|hey|morning|good morning|afternoon|evening|all|team|just|,|-) ?)+(?:it's|its|this is|it is)?$/.test(
      opening,
    );
  const isWriter =
    (/(?:it's|its|this is|it is)$/.test(opening) && end - at === 1 && /^[.!]$/.test(norm(end))) ||
    (norm(end) === 'from' &&
      /^(?:ews|ewo|eso|the|attendance|council|police|community|cst|patrol|team|sweep|hq|early|education)$/.test(
        norm(end + 1),
      ) &&
      at <= 5);
  if ((isGreeting || at === 0) && isWriter) return true;
  // "log for me please this is marcus at the aqua drome i've got a girl"
  const isIntroduced =
    /(?:it's|its|this is)$/.test(opening) && at < 9 && /^(?:at|in|on|up|down)$/.test(norm(end));
  const goesOn = normsOf(tokens, end, end + 12);
  if (
    isIntroduced &&
    /(?:i've|i have|we've|we have|i|we) (?:got|met|stopped|found|have|saw)(?!\S)/.test(goesOn)
  )
    return true;
  // "walked in by me and Dot", "her grown-up cousin Shauna, 22"
  if (/(?:by|with) (?:me|us|myself) (?:and|&|\+)$/.test(normsOf(tokens, at - 3, at))) return true;
  const aged = /^[,(]$/.test(norm(end)) ? norm(end + 1) : norm(end);
  if (
    /^(?:cousin|friend|sister|brother|boyfriend|girlfriend|mate)$/.test(before) &&
    /^(?:19|[2-9]\d)$/.test(aged)
  )
    return true;
  // "Here is Wei. In Festival Place I met ...": the writer, at the very start.
  if (/^here(?: is|'s)?$/.test(opening) && norm(end) === '.') return true;
  const lead = normsOf(tokens, at - 4, at);
  if (
    /(?:thanks|regards|cheers|thank you|wishes|behalf of|encounter from|fwd from|forwarded from|love|ta) ?[,\n.-]?\s?$/.test(
      lead,
    )
  )
    return true;
  if (/(?:^|\n ?)(?:from|fwd|fw) ?:?$/.test(lead)) return true;
  const isLast = end >= tokens.length || (end === tokens.length - 1 && /^[.!]$/.test(norm(end)));
  if (isLast && end - at === 1 && at > 4 && /^[.?!\n]$/.test(norm(at - 1))) return true;
  if (
    isLast &&
    end - at === 1 &&
    /(?:thanks|thank you|cheers|please|nice one|well done|good work)(?: [a-z']+){0,6} ?$/.test(opening)
  )
    return true;
  if (/^(?:called|named|is|name|name's)$/.test(before)) {
    const wider = normsOf(tokens, at - 8, at);
    return /(?:worker|carer|nanny|childminder|coach|teacher|nan|gran|aunt|auntie|uncle|minder|tutor|grandad|grandma)(?: [,(-])?(?: (?:a|an|someone|lovely|lady|woman|man|girl|guy|who|is|nice|bloke|chap|young|she|he|she's|he's))* (?:called|named)$/.test(
      wider,
    );
  }
  return false;
}
