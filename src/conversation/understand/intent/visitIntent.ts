import type { Intent } from '../../../domain/encounterTerms';
import { phrases } from './phrases';
import { visitSigns } from './visitSigns';

/** "put me down as done", "mark V5 complete": a result, though it reads like a claim. */
const MARKED_DONE =
  /(?<!\S)(?:put|mark|log|tick|sign|show|record)(?: \S+){0,6} (?:done|complete|completed|closed|finished|off)(?!\S)/;
/** "visit 7 the lad …": what follows a visit's number at the beginning is what happened there. */
const OPENS_WITH_VISIT =
  /^(?:at |so |well |ok |right |, )*(?:home )?(?:visit|v|number|#) (?:number )?\d+(?: \S+){4,}$/;
/** A visit asked for in so many words, whatever else is said of the day. */
const ASKED_FOR =
  /(?<!\S)(?:shall|can|could|may|might) (?:i|we) (?:please )?(?:have|take|do|get|grab)(?!\S)|(?<!\S)(?:free|available|spoken for|taken|gone|going|covered)(?: still| yet| already)? \? (?:\S+ ){0,3}(?:i'm|i am|we're|we are|i'll|we'll|i can|we can|i could|if not)(?!\S)|(?<!\S)(?:down|sign(?:ing)? up|name down) for (?:the |home )?(?:visit |v |number |# )*\d+(?!\S)|^(?:(?:visit|v|number|#|and|&|,|\d+) )+(?:to|for|with) (?:patrol|team|pair|unit) \S+(?: please)?|^(?:(?:visit|v|number|#|\d+) )+(?:- |, |: )?(?:yes|sure|certainly)(?!\S)(?! (?:is|was|has))|^(?:visit |v |number |# )*\d+ please(?: for \S+ and me| for (?:me|us))?(?: [.!])*$|^(?:visit |v |number |# )*\d+ please(?: ,)? if(?!\S)|^(?:visit |v |number |# )+\d+ please for(?: \S+){0,3} (?:me|us|i)(?!\S)|(?<!\S)put (?:us|me) down(?!\S)|(?<!\S)(?:crew|pair|team|lot|car|sweep \d+|patrol \d+|unit) (?:will|can|could|is going to|are going to) (?:pick|do|take|have|cover|attend|call|knock)(?!\S)|^show (?:pc|pcso|sgt|ewo|me|us)(?: \S+){0,5} (?:attending|taking|dealing|on|for|with)(?!\S)|^\d{3,4} (?:to|will|can) (?:take|have|do|cover)(?!\S)|(?<!\S)if (?:it's|its|it is|nobody|no one|so|still|going|free)(?: \S+){0,3} (?:mine|ours)(?!\S)|(?:^|[.,!-] )(?!(?:some|any|no)\S*)(?:(?:pc|pcso|warden|officer|ewo|sgt) \S+|patrol \S+|team \S+|ADULT) (?:will|can|could|is going to) (?:attend|take|do|have|cover|pick|go|visit|call|collect|knock)(?!\S)/;
/** Words that give a visit back whatever else is said of it. */
const PLAIN_RELEASE =
  /(?<!\S)(?:(?:don't|do not) leave (?:\S+ ){1,3}with (?:me|us)|not possible (?:for (?:me|us)|today|now)|other person|(?:cannot|can't|can not|couldn't|could not|unable to|not able to|do not can|won't|will not|shan't|won't be able to) (?:complete|finish|do|attend|make|manage|cover|start|go|take)(?= )|giving (?:it|this|that|visit \d+|v \d+) up|(?:isn't|not|won't|never|ain't) (?:going to |gonna |likely to )?(?:be |get |getting |being )*(?:done|started|finished|covered|visited|happening)(?: today| now)?(?: by (?:me|us))?(?= |$)(?! (?:visit|v))|(?:give|pass|hand|offer|send|let|leave|move|transfer|go(?:es)?) (?:\S+ ){0,4}(?:to|for|over to) (?:the |a |an |another )?(?:\S+ )?(?:crew|team|shift|pair|lot|colleagues?|patrol|relief|others?|next one)(?! \d)|(?:visit|v|number|#|it|that) (?:\d+ )?(?:is |it's )?(?:now )?(?:free|available|spare|open) (?:again|now)|(?:pulled off|called away|called off|called to|redeployed|re-deployed|sent to|diverted|been moved|recalled|needed elsewhere|stood down) (?:\S+ ){0,12}(?:free|available|spare|open|unallocated|back)|^(?:(?:visit|v|number|#|\d+) )+(?:- |, |: )?(?:no|sorry|nope) (?:, )?(?:i|we)(?:'m| am| are|'re)?(?: \S+)? (?:can't|cannot|can not|won't|not)|(?<!\S)take (?:\S+ ){1,4}(?:away )?from (?:me|us)|beyond (?:me|us)|(?:claimed|took|taken|booked|picked|put me down for) (?:\S+ ){1,4}(?:by mistake|in error|by accident|accidentally|wrongly)|(?:be|get|got|being) taken off|take (?:me|us) off|pass (?:it |this |that )?along|(?:shift|duty) (?:is |has |will be )?(?:now )?(?:over|finished|ends|ended|ending|up)|reallocat\w*|re-?assign\w*|un-?assign\w*|(?:other|another|different) (?:person|officer|warden|pair|patrol|team) (?:please|instead|to|must|should|can)|releas\w+|relinquish\w*|hand(?:ing)? ?(?:\S+ ){0,3}back|giv(?:e|ing) ?(?:\S+ ){0,3}back(?! to school)|back (?:in|on|to|into) (?:the )?(?:pool|pot|list|hat|pile)|never got to|off me|(?:take|remove) my name|no can do|drop)(?!\S)/;
/** "no answer", "done": what a released visit does not have. */
const PLAIN_RESULT =
  /(?<!\S)(?:(?<!(?:to be|be|get|getting|not|isn't|cannot|can't|couldn't|not|unable to|able to|won't) )(?:done|completed|complete|finished|(?<!(?:street|road|lane|bridge|path|way) is )closed)|(?:no|nil) (?:reply|answer|response)|result|outcome|nobody (?:was )?(?:in|home)|card left|left (?:a |the )?(?:card|letter)|let (?:me|us) in|(?:he|she|they|mum|dad|mother|father|gran|nan) (?:was|were) (?:in|at home|home|asleep|there))(?!\S)/;

/**
 * What a message that speaks of a home visit wants of it: result, release, claim or the list.
 * @returns null where it is about a visit but wants none of these (a hazard, on the way there, a question)
 */
export function visitIntent(input: { text: string; hasNumber: boolean }): Intent | null {
  const { text, hasNumber } = input;
  const isResult = phrases.result.test(text);
  const isRelease = phrases.release.test(text);
  const isClaim = phrases.strongClaim.test(text);
  const isQuestion = text.includes('?');
  if (
    /(?<!\S)(?:tell|ask|let) \S+ (?:the |that |his |her )?(?:visit list|list|visits?) (?:is|are)(?!\S)/.test(
      text,
    )
  )
    return null;
  if (/(?<!\S)(?:nobody|no one) (?:told|warned|said)(?!\S)/.test(text) && !PLAIN_RESULT.test(text))
    return null;
  if (/^\S+ (?:is|was) doing (?:visit|v|number)/.test(text)) return null;
  if (/(?<!\S)put (?:that|this|the|it)(?: visit| one)? in my name(?!\S)/.test(text)) return 'claim_visit';
  if (MARKED_DONE.test(text)) return 'complete_visit';
  if (hasNumber && ASKED_FOR.test(text) && !PLAIN_RESULT.test(text) && !PLAIN_RELEASE.test(text))
    return 'claim_visit';
  if (
    !hasNumber &&
    /^(?:ok |so |hi |, )*(?:what|which|how many) (?:home )?visits?(?: are| is)? (?:still |left|open|free|need|to )/.test(
      text,
    )
  )
    return 'list_visits';
  if (!hasNumber && isListRequest({ text, isClaim, isResult, isRelease })) return 'list_visits';
  if (/(?<!\S)(?:please )?(?:don't|do not|stop) (?:\S+ )?(?:email|send|text|phone|ring)/.test(text))
    return null;
  if (PLAIN_RELEASE.test(text) && !PLAIN_RESULT.test(text)) return 'release_visit';
  if (
    isClaim &&
    isRelease &&
    /i know (?:the|this|that) family/.test(text) &&
    !/(?:someone|conflict)/.test(text)
  )
    return 'claim_visit';
  if (PLAIN_RESULT.test(text) && !/(?<!\S)(?:who|has anyone|is)(?: \S+)* \?$/.test(text))
    return 'complete_visit';
  if (isRelease && isClaim && /(?<!\S)if (?:so|not|it is|it's|its|free|nobody|no one|going)(?!\S)/.test(text))
    return 'claim_visit';
  if (
    /(?<!\S)(?:show|tell|list)(?: (?:us|me))? (?:what's|what is|whats|which)(?: \S+)? (?:left|remaining|outstanding|open|free)(?!\S)/.test(
      text,
    )
  )
    return 'list_visits';
  if (isRelease) return 'release_visit';
  if (phrases.visitQuestion.test(text) && !isClaim && !(isResult && !isQuestion))
    return hasNumber && !isQuestion && visitSigns(text) === 'complete_visit' ? 'complete_visit' : null;
  if (phrases.onTheWay.test(text) && !isResult && !isOwnClaim(text)) return null;
  if (isClaim && (!isResult || isFuture(text))) return 'claim_visit';
  if (isResult) return phrases.hazard.test(text) && !isTold(text) ? null : 'complete_visit';
  if (OPENS_WITH_VISIT.test(text) && !isQuestion && !phrases.hazard.test(text)) return 'complete_visit';
  const isForHumans = isQuestion || phrases.hazard.test(text) || phrases.onTheWay.test(text);
  return hasNumber && !isForHumans ? visitSigns(text) : null;
}

/** A claim in words that being on the way does not explain ("with me" it does). */
const isOwnClaim = (text: string): boolean =>
  /(?<!\S)(?:mine|ours|to me|for me|claim\w*|put me|i'd like to|have a go|names? on|thought i'd|(?:i'll|i will|can i|i can|let me|we'll|i)(?: \S+)? (?:take|have|do|grab|claim|cover|call in|call|drop in|knock|pop in|look in|see to)|i take|taking)(?!\S)/.test(
    text,
  );

const isFuture = (text: string): boolean =>
  /(?<!\S)(?:i'll|i will|can i|i can|could i|may i|let me|shall i|we'll|i'd like|put me|mine|for me|to me|give me|claim\w*|bags\w*|dibs|would it help|if nobody|happy to|shall we)(?!\S)/.test(
    text,
  ) &&
  !/(?<!\S)(?:done|knocked|seen|spoke|answered|been|told me|showed|opened|i was|said|says)(?!\S)/.test(text);

/** Somebody at the address was met or heard: more than a warning about the place. */
const isTold = (text: string): boolean =>
  /(?<!\S)(?:done|complete|completed|finished|result|outcome|no reply|no answer|says|said|spoke|spoken|seen|refused|moved|card|letter|nobody|knocked|answered|told|attended|closed|asleep|poorly|ill|home|mum|dad|mother|father|gran)(?!\S)/.test(
    text,
  );

function isListRequest(input: {
  text: string;
  isClaim: boolean;
  isResult: boolean;
  isRelease: boolean;
}): boolean {
  const { text, isClaim, isResult, isRelease } = input;
  if (!phrases.listAsk.test(text)) return false;
  const isPlural =
    /(?<!\S)(?:visits|home visits|hvs|list|doors|knocks|addresses|calls|sheet|everything|all|any|anything|what's|which|what)(?!\S)/.test(
      text,
    );
  if (!isPlural) return false;
  const isAsked =
    /(?<!\S)(?:\?|where|which|what|what's|how many|list|show|any|read|see|send|please|let me have|give (?:me|us)|nobody's|no one's|waiting|are there|tell me|remind me|view|display|print|pull up|check|need|want|outstanding|left|remaining|unallocated|unclaimed|assigned|allocated)(?!\S)/.test(
      text,
    );
  const takesOne =
    isClaim &&
    /(?<!\S)(?:put me down|sign me|(?<!(?:are|is) )mine|claim|claiming|bags|dibs|taking|book me|(?:i'll|i will|can i|could i|i can|let me|may i)(?: \S+)? (?:take|have|do|grab|cover|claim) (?!(?:(?:the|my|a|all|today's|outstanding|full|home|whole|look|remaining|hv|open) )*(?:visits?|list|hvs)(?: list| left| ,|$)))/.test(
      text,
    ) &&
    !/(?<!\S)(?:show|list)(?!\S)/.test(text);
  if (takesOne && !/(?<!\S)(?:what|which) visits? (?:could|can|should|shall|do)(?!\S)/.test(text))
    return false;
  const isOwnReport =
    isResult && /(?<!\S)(?:done|finished|completed|spoke|knocked|seen|no reply|no answer)(?!\S)/.test(text);
  if (isOwnReport && !/(?:\?|which|what|how many|list|show)/.test(text)) return false;
  return isAsked && (!isRelease || /(?:\?|which|what|how many|show|list)/.test(text));
}
