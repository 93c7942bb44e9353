import { nonEmptyNorms } from '../words/normsOf';
import type { Token } from '../words/token';
import type { Child } from './children';

/** Before a name these bring a child in: kin of a child, a noun for one, a word of naming or meeting. */
const BRINGS_IN =
  /(?:^| )(?:brother|sister|twin|twins|cousin|friend|mate|mates|pal|boyfriend|girlfriend|son|daughter|stepbrother|stepsister|half-brother|half-sister|boy|girl|lad|lass|lads|girls|boys|child|children|pupil|kid|kids|male|female|one|other|others|third|second|first|name|names|named|called|is|are|was|were|namely|stopped|met|had|got|plus|also|then|log|family|saw|found|spoke to|spoken to)(?: (?:,|:|-|a|an|the|his|her|their|young|little|by|of))*$/;
/** What is told of a child right after its name. */
const TOLD_OF =
  /^(?:[,(] ?)?(?:who |also |both |both of |just |then |he |she |they )*(?:says?|said|claims?|claimed|reckons?|states?|stated|told|admits?|admitted|refused|wouldn't|won't|ran|legged|walked|taken|let|was|is|had|has|gave|aged?|year|years|y\d|yr|dob|born|b|goes|attends|on|same|no|not|\d{1,2}(?! (?:minutes|oclock|o'clock))(?!\S))(?!\S)/;
/** "Fenella Astley and her cousin Clement": company of a child is told of the child before it. */
const HAS_COMPANY =
  /^(?:,|and|plus|&|\+|with|\/|-|\(|;)(?: (?:,|and|with|his|her|their|kid|little|big|twin|older|younger|best|half|step|a|the|another|other|one|wee))* (?:brother|sister|twin|cousin|friend|mate|pal|sibling|boyfriend|girlfriend|because|lad|girl|boy|bro|sis)(?!\S)/;
/** "Demi-Leigh, surname refused" */
const IS_NAMED =
  /^(?:[,(-] )?(?:no |only |2nd |second )?(?:surname|last name|second name|first name|family name|other name)/;
const JOINT = /^(?:and|plus|,|\/|\+|&|;|with|n|or|\n|•|-|\d|\)|\(|[a-h])$/;

/**
 * Leaves out names that nothing tells of where other names of the message are told of: a colleague, a street, a word
 * with a capital. A child that is not there costs its reader more than one to be added.
 */
export function likelyChildren(
  children: readonly Child[],
  tokens: readonly Token[],
  isAttribute: (index: number) => boolean,
): Child[] {
  if (children.length < 2) return [...children];
  const isTold = ({ mentions }: Child): boolean =>
    mentions.some(
      ({ to }) =>
        isAttribute(to) ||
        isAttribute(to + 1) ||
        isAttribute(to + 2) ||
        [TOLD_OF, HAS_COMPANY, IS_NAMED].some((pattern) => pattern.test(nonEmptyNorms(tokens, to, to + 6))),
    );
  const told = children.map(isTold);
  if (!told.some(Boolean)) return [...children];
  const isJoined = (child: Child): boolean => {
    const at = child.mentions[0]?.from ?? 0;
    const end = child.mentions[0]?.to ?? 0;
    return children.some((other) => {
      if (other === child) return false;
      return other.mentions.some(({ from, to }) => isJoint(tokens, to, at) || isJoint(tokens, end, from));
    });
  };
  return children.filter((child, i) => {
    const at = child.mentions[0]?.from ?? 0;
    const isLineStart =
      tokens[at - 1]?.raw === '\n' ||
      (/^(?:•|\d|[:.)])$/.test(tokens[at - 1]?.raw ?? '') &&
        /^(?:\d|[A-H]|\n|kid|child|pupil|Kid|Child|Pupil)$/.test(tokens[at - 2]?.raw ?? '\n'));
    return (
      told[i] ||
      child.mentions.length > 1 ||
      isLineStart ||
      isJoined(child) ||
      BRINGS_IN.test(nonEmptyNorms(tokens, at - 4, at))
    );
  });
}

/** Nothing but signs and "and" between the end of one name and the start of the next. */
const isJoint = (tokens: readonly Token[], end: number, start: number): boolean =>
  start >= end &&
  start - end < 4 &&
  tokens.slice(end, start).every(({ norm }) => norm === '' || JOINT.test(norm));
