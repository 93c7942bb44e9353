import type { Companion } from '../../../domain/encounterTerms';
import type { Analysis } from '../find/analyse';
import { KIN } from '../find/lexiconPatterns';
import { allMatches } from '../words/allMatches';
import { COMPANY_PHRASES, KINDS, type Kind, SOME } from './companyPhrases';
import type { Fact } from './fact';

const ACCOMPANY =
  '(?:with|by|and|accompanied by|company of|together with|alongside|supervised by|escorted by|led by|care of|plus|from|along with|found with|adult present :|adult :|accompanied :|companion :|holding|beside|behind|belonging to|pushing|following)';

const SPEECH =
  "(?:says|said|say|states|state|stated|tells|tell|told|reckons|reckon|claims|claim|claimed|explains|explain|explained|confirmed|confirms|admitted|admits|was saying|apologised|insists|insisted|showed|had|shows|did|thinks|thought|adv|advised|mentioned|spoken to|present|there too|also there|in tow|was there|with (?:him|her|them|all|both)|has no|who (?:says|said|told|tells|explained|states|stated|reckons|explains|showed)|she says|he says|:|and (?:he|she) says|already|was apologetic|was polite|wasn't|unaware|insists|taking|is taking|spoke|(?:was|were|is|are) (?:(?:just |also )?(?:pushing|walking|carrying|holding|watching|driving|feeding|helping|cycling with|minding|queueing|sat|standing|sitting|waiting)(?: (?:with|next to|beside|by|in|for))?) (?:him|her|them|nearby|there|behind|the queue)|(?:is |are |was |were )?together with (?:him|her|them)|and with (?:him|her|them) (?:was|were|is)|there ,|and (?:the|a|his|her) (?:boy|girl|lad|child|kid|pupil|little (?:boy|girl|lad)))";
const LATER =
  /(?:^|\s)(?:rang|ring|rung|phoned|phone|called|call|telephoned|texted|spoke to|spoken to|speak to|speaking to|contacted|message to|messaged|told|informed|emailed|for|after|of|to|from|off|see|seeing|visit|visiting|meet|meeting|collect|without|not|by phone to|waiting for|until|asked for|like|because|see if|helping|help|saw|left|is|lives|live|living|staying|stays|tried|try|behind|against|argued|argument|row|fight) (?:his |her |their |the |a |both |CHILD 's |CHILD )*(?:[^\s.,;]+ )?$/;

/** Any word but one that ends the phrase or is kin itself ("her skating coach"). */
const NOT_KIN =
  "(?!(?:until|till|while|before|after|and|with|no|not|any|without|nor|neither|rang|rung|called|told|phoned|has|that|when|his|her|their|him|them|then|so|i|we|they|he|she|it|from|of|mum|mum's|dad|dad's|mother|father|nan|gran|brother|sister|friend|mate|friends|mates|CHILD|PLACE|SCHOOL|TIME|says|said|who|to|at|in|for|on|the|is|was|[,.;:()\\n])(?!\\S))";

const sides = (source: string): { with: RegExp; speaks: RegExp; left: RegExp } => ({
  with: new RegExp(
    `(?<!\\S)${ACCOMPANY} (?:${SOME} )*(?:(?:his|her|their|a|an|the) (?:${NOT_KIN}\\S+ ){1,2}|${NOT_KIN}\\S+ )?(${source})(?!\\S)`,
    'g',
  ),
  speaks: new RegExp(
    `(?<!\\S)(${source})(?: ADULT| mr| mrs| ms| miss| dr| \\d| ,| of \\S+| and \\S+| then| both| all| just| also| is| was| who| CHILD)*? ${SPEECH}(?!\\S)`,
    'g',
  ),
  left: new RegExp(
    `(?<!\\S)(?:left|leave|leaving|leaved|stayed|remained|remains|kept)(?: \\S+){0,4}? (?:with|in (?:the )?care of|to) (?:${SOME} )*(${source})(?!\\S)`,
    'g',
  ),
});
const PATTERNS = KINDS.map(({ kind, source }) => ({ kind, ...sides(source) }));
/** "his cousin (adult, 24)", "cousin, adult woman": grown up by what follows the word. */
const GROWN_UP =
  /^(?: [,(-]| who| is| was| who's| aged| an| a| ADULT)* (?:ADULTAGE|adult|grown[- ]?up|over 18|(?:1[89]|[2-9]\d)(?= ?(?:[,.)]|years|yo|$))|driving|at (?:uni|university))(?!\S)/;
const ALONE = new RegExp(`(?<!\\S)${KIN.alone}(?!\\S)`, 'g');
const RANK: Record<Companion, number> = { parent: 5, other_adult: 4, sibling: 3, peers: 2, alone: 1 };

/** Who was with the children when met; adults who came later or were only phoned are left out (rule 20). */
export function companionFacts(analysis: Analysis): Fact<Companion>[] {
  const { masked } = analysis;
  return companionsIn(masked.text).map((fact) => ({
    ...fact,
    token: masked.tokenAt[fact.token] ?? 0,
    end: masked.tokenAt[fact.end] ?? 0,
    ...(fact.whose === undefined ? {} : { whose: masked.tokenAt[fact.whose] ?? 0 }),
  }));
}

export function companionsIn(text: string): Fact<Companion>[] {
  const facts: Fact<Companion>[] = [];
  const used: [number, number][] = [];
  for (const { kind, with: accompany, speaks, left } of PATTERNS) {
    for (const [index, pattern] of [accompany, left, speaks].entries()) {
      for (const match of allMatches(pattern, text)) {
        const word = match[1] ?? '';
        const at = match.index + (index === 2 ? 0 : match[0].length - word.length);
        if (used.some(([from, to]) => at >= from && at < to)) continue;
        const lead = text.slice(Math.max(0, match.index - 50), match.index);
        const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
        if (isLater({ kind, index, lead, after, found: match[0], word })) continue;
        used.push([at, at + word.length]);
        const isGrownUp =
          kind === 'peers' &&
          /(?:cousin|friend|girlfriend|boyfriend|companion)$/.test(word) &&
          GROWN_UP.test(text.slice(at + word.length, at + word.length + 40));
        const value = isGrownUp ? 'other_adult' : kind;
        const whose = whoseKin(text, at, at + word.length);
        facts.push({
          token: match.index,
          value,
          weight: RANK[value],
          end: at + word.length - 1,
          ...(whose === undefined ? {} : { whose }),
        });
      }
    }
  }
  for (const { pattern, companionOf } of COMPANY_PHRASES) {
    for (const match of allMatches(pattern, text)) {
      const value = companionOf(match, text.slice(Math.max(0, match.index - 100), match.index));
      if (value === null) continue;
      facts.push({ token: match.index, value, weight: RANK[value], end: match.index + match[0].length - 1 });
    }
  }
  for (const match of allMatches(ALONE, text)) {
    const lead = text.slice(Math.max(0, match.index - 20), match.index);
    if (/(?:let|leave|leaving|left|home|lives|live|not) $/.test(lead)) continue;
    if (
      /^(?:nobody|no one|no body|noone)$/.test(match[0]) &&
      !/(?:with|accompanied by|:|-|=|companion|\|) $/.test(lead)
    )
      continue;
    if (/^no company$/.test(match[0])) continue;
    facts.push({ token: match.index, value: 'alone', weight: 1, end: match.index + match[0].length - 1 });
  }
  return facts;
}

/** "Igor's mum", "the mother of Igor": where the child of that adult is named. */
function whoseKin(text: string, from: number, to: number): number | undefined {
  const before = /CHILD 's (?:\S+ )?$/.exec(text.slice(0, from))?.index;
  const isAfter = /^ (?:of|to) CHILD(?!\S)/.test(text.slice(to, to + 20));
  return before ?? (isAfter ? to + 4 : undefined);
}

function isLater(input: {
  kind: Kind;
  index: number;
  lead: string;
  after: string;
  found: string;
  word: string;
}): boolean {
  const { kind, index, lead, after, found, word } = input;
  if (index === 0) {
    // "with her nan's dog"
    if (
      /'s$/.test(word) &&
      /^ (?:dog|puppy|cat|bike|phone|car|shopping|prescription|tablets|pram)(?!\S)/.test(after)
    )
      return true;
    if (/^pastoral/.test(word) && /(?:him|her|them|both) $/.test(lead)) return true;
    if (/^by /.test(found))
      return !/(?:accompanied|supervised|escorted|led|brought|pushed|driven|being walked) $/.test(lead);
    // "took him home and had a word with his stepmother on the doorstep"
    if (/ home (?:and|,|where|then)(?: \S+){0,4} (?:word|chat|spoke|spoken) $/.test(lead)) return true;
    if (/^from /.test(found)) return true;
    if (/^(?:behind|beside|following|holding)/.test(found) && kind !== 'parent') return false;
    if (/^and /.test(found)) {
      if (
        /'s$/.test(word) &&
        /^ (?:at|out|in|away|off|working|poorly|got|had|still|asleep|gone|come|collected|picked|taken|just|been|on)(?!\S)/.test(
          after,
        )
      )
        return true;
      if (kind === 'parent' || kind === 'other_adult') {
        if (
          /^ (?:came|collected|rung|rang|phoned|will|called|was called|informed|told|is|was|has|both|are)(?!\S)/.test(
            after,
          ) &&
          !/^ (?:was|is) (?:with|there|present)/.test(after)
        )
          return true;
        return (
          !/(?:CHILD|AGE|YEAR|DOB|SCHOOL|,|he|she|they|mum|dad|mother|father|nan|gran|parent|with \S+|with (?:\S+ ){0,3}(?:brother|sister|friend|mate|cousin|baby)s?|with (?:his|her|their) \S+)(?: ,| \))? $/.test(
            lead,
          ) || /(?:told|rang|phoned|school|home|informed|spoke to \S+|spoken to \S+) $/.test(lead)
        );
      }
      return !/(?:CHILD|AGE|YEAR|DOB|SCHOOL|,|him|her|\)|PLACE|TIME) $/.test(lead);
    }
    if (
      /(?:live|lives|living|work|works|working|job|staying|stays|left|home|house|moved in|fell out|fallen out|quarrel|quarrelled|experience|placement|trial|course|session|argument|row|argued|arguing|fight|trouble|issues|problems|problem|be|sit|sitting|tea|coffee|natter|spoke|spoken|speaking|chat|chatted|chatting|word|talk|talked|arranged|agreed|discussed|holiday|in town to meet|contact|handed over|meeting|appointment|shopping later|confirmed|checked|clear) $/.test(
        lead,
      ) &&
      /^(?:with|together with|along with)/.test(found)
    ) {
      if (!/left $/.test(lead) && !/(?:chat|word|spoke|spoken) $/.test(lead)) return true;
      if (/(?:chat|word|spoke|spoken|talk) $/.test(lead))
        return !/(?:CHILD)/.test(lead) && kind !== 'peers' ? /phone/.test(after) : true;
    }
    return false;
  }
  // "left with the pastoral lead", the school's own staff: taken back, not company.
  if (
    index === 1 &&
    /^(?:pastoral|teacher|tutor|member of staff|school staff|staff member|ta|lsa|teaching assistant)/.test(
      word,
    )
  )
    return true;
  if (index === 2) {
    // "collected by his uncle there": came later.
    if (/(?:collected|picked up|fetched|met) by (?:his |her |their |the )?$/.test(lead)) return true;
    // "'mum says I've got a temperature'": the child's own words.
    if (/['"] $/.test(lead) && /^ (?:i|i've|i'm|my|me|we|we're)(?!\S)/.test(after)) return true;
    // "walked her home and her dad was there"
    if (/(?:^| )home(?: \S+){0,2}(?: (?:and|,|where))+(?: (?:his|her|their|the))? ?$/.test(lead)) return true;
    if (
      (kind === 'peers' || kind === 'sibling') &&
      !/(?:with (?:him|her|them)|present|there too|also there|in tow)$/.test(found)
    )
      return true;
    if (/(?:^| )no (?:\S+ )?$/.test(lead)) return true;
    // "mum told school on Tuesday": she need not have been there.
    if (
      /told$/.test(found) &&
      /^ (?:the |their |his |her )?(?:school|SCHOOL|office|schools)(?!\S)/.test(after)
    )
      return true;
    // "I rang and the lady says", "kiosk manager confirms", "sat her with pastoral": nobody who was with the child.
    if (/(?:rang|rung|phoned|called|ring)(?: \S+){0,3} (?:and )?(?:the |a )?$/.test(lead)) return true;
    if (
      /^(?:manager|owner|staff|lady|man|woman)$/.test(word) &&
      /(?:[.\n]|home|kiosk|shop|store|cafe|salon|site|garage|office|gym) $/.test(lead)
    )
      return true;
    if (
      / (?:had|has)$/.test(found) &&
      /^ (?:gone|emailed|rung|rang|phoned|told|texted|died|passed|left|been|just|already|taken|started|to go|covid|an op|(?:a |the |her )?(?:new |bad )?(?:baby|operation|fall|scan|stroke|heart attack|accident|appointment|migraine|seizure))/.test(
        after,
      )
    )
      return true;
    // "mum's just had an op" tells of her, not that she stood there.
    if (/'s$/.test(word) && /(?:had|did|has no|taking|:)$/.test(found)) return true;
    if (
      /^(?:lady|woman|man|gentleman|teacher|worker|manager)$/.test(word) &&
      /(?:school|SCHOOL|office)[^.]{0,15}$/.test(lead)
    )
      return true;
    if (/^(?: on the (?:phone|telephone)| by (?:phone|telephone)| over the phone)/.test(after)) return true;
    if (/(?:with|by) (?:his|her|their|the)? ?$/.test(lead)) return false;
    return (
      LATER.test(`${lead}`) || / (?:taken|conveyed|driven|took|drove) (?:\S+ ){0,3}home (?:\S+ )?$/.test(lead)
    );
  }
  return false;
}

/** Kin said of the children to each other ("brothers", "twins", "her sister Abigail"). */
export function siblingsSaid(analysis: Analysis): boolean {
  const text = analysis.masked.text.replace(
    /(?:not|aren't|no) (?:\S+ )?(?:brothers|sisters|siblings|twins|related|brother and sister)/g,
    '_',
  );
  return (
    /(?<!\S)(?:brothers|sisters|siblings|twins|triplets|twin|brother and (?:\S+ )?sister|sister and (?:\S+ )?brother|brother (?:\/|&) sister|CHILD 's (?:\S+ )?(?:brother|sister|twin)(?! (?:is|was|has|had|rang|goes|'s|at|in|came|collected|getting|will|ill)))(?!\S)/.test(
      text,
    ) ||
    /(?:CHILD(?:(?! CHILD)[^.;\n]){0,60}?|(?:his|her|their|CHILD 's|the|with|and|,|\/) (?:\S+ ){0,2})(?:brother|sister)s? ?(?:,|\(|-|is|called|named)? ?CHILD/.test(
      text,
    ) ||
    (/CHILD[^.;\n]{0,120}? (?:is )?(?:his|her|their|the|CHILD 's) (?:\S+ )?(?:brother|sister)(?!\S)/.test(
      text,
    ) &&
      analysis.children.some((child) => !child.givenName && !child.familyName))
  );
}

export const rankOf = (companion: Companion): number => RANK[companion];
