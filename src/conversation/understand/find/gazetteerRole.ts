import type { Scan, Token } from '../words/token';
import type { GazetteerSpan } from './findGazetteer';

/** `school` and `place` count; `none` is a school or place named for another reason (rules 13 and 14). */
export type GazetteerRole = 'school' | 'place' | 'none';

const SCHOOL_SIGN =
  /(?:goes to|go to|going to school at|attends?|at school(?: at)?|pupil (?:at|of)|student (?:at|of)|on roll (?:at|of)?|school|school :|YEAR (?:at |of |, |is |in |and )?|YEAR ,|year \d+ (?:at )?|from|is at|he's at|she's at|both at|AGE (?:yo |, )?|CHILD|DOB ,?|both|all|they're at|AGE ,|from school|,)(?: the)? ?$/;
const PLACE_SIGN =
  /(?:(?:^| )in|at|met at|met in|near|outside|by|opposite|around|seen at|seen in|found|stopped|@|location|place|loc|location :|place :|was in|from|TIME|TIME ,|TIME :|along|inside|where :|met :|was at)(?: the)? ?$/;

const FORMER =
  /(?:^|\s)(?:prev|previous|previously|used to(?: (?:go|be)(?: to| at)?)?|(?:was|were)(?: at| in)?|(?:came|come|gone|taken) out of|formerly(?: at)?|previously(?: at)?|ex -?|left|leaving|moved (?:here )?from|excluded from|came from|was at|old school(?: was)?|before that|prior to|until \w+ at|used to attend|transferred from|kicked out of|expelled from|permanently excluded from|was on roll at|de-?registered(?: \S+){0,3} from|de-?registered|(?:taken |came |come |removed |struck )?off (?:the )?roll (?:at|of|from)|off the roll (?:at|of)|withdrawn from|finished at|(?:sister|brother|cousin|mate|friend)(?:'s| is)? (?:at|is|goes|goes to|is at)|pulled (?:him|her|them) out of|took (?:him|her|them) out of|not at|isn't at)(?: the)? ?$/;
const APPLIED =
  /(?:^|\s)(?:(?:put|putting|puts|putted) in for|(?:answer|reply|letter|decision|word) of(?: the)?(?: school)?|appl(?:ied|ying)(?: to| for)?(?: a place at)?|appeal(?:ing|ed)?(?: for| to)?|(?:answer|reply|letter|news|decision|hear|word|offer) (?:back )?from|place at|(?:waiting list|on the list) (?:for|at)|waiting (?:on|for)(?: a place (?:at|in))?|list for|starts?(?: at)?|starting(?: at)?|due (?:at|to start at)|interview (?:at|for|with)|interview at the|taster(?: day)? (?:at|for)|course at|open day at|transition day at|visit to|trial at|joining|offered a place at|hoping for|wants?(?: to go to)?|place in|to start at|appl\w+ (?:to|for)(?: \S+){0,4}|induction (?:at|day at)|will be going to|going to be at|moving to|transferring to|transfer to|going to start at|meeting at|looking round|look round|college at|enrolment at|enrolling at|starts? in \w+ at|sister at|brother at|brother goes to|sister goes to|cousin at|friend from|pick(?:ing)? up (?:his|her) (?:brother|sister) from|collect (?:his|her) (?:\S+ )?from)(?: the)? ?$/;
const SECOND_SITE =
  /(?:^|\s)(?:dual(?:ly)? ?-?(?:registered|reg|rolled|roll|enrolled)?(?: (?:pupil|status))? ?(?:,|-|with|at|\(|and)*|also registered (?:at|with)|shared with|part of (?:the|his|her) week at|provision at|placement at|due at|day at|days at|sessions? at|taught at|lessons? at|off-?site at|says she is at|says he is at|alternative provision at|(?:mon|tues|wednes|thurs|fri)days? at|it's an|an)(?: the)? ?$/;
const SECOND_SITE_AFTER =
  /^SCHOOL (?:day|(?:am|pm|a\.m|p\.m)(?: only)?|on (?:mon|tue|wed|thu|fri)\w*|(?:mon|tues|wednes|thurs|fri)days?|interview|taster|open day|course|induction|visit|transition|in the (?:morning|afternoon)s?|part of|for (?:the )?(?:mornings?|afternoons?)|site)/;
const MOVED_ON =
  /^SCHOOL (?:any ?more|blazer|uniform|jumper|tie|badge|hoodie|pe kit|kit|jacket|lanyard|bag|is full|are full|was full|full|has no place|have no place|can't take|cannot take|has a waiting|in (?:june|july|the summer|may|september|january|jan|sept|easter|last)|last (?:year|summer|july|june)|next (?:year|week|term|month|september)|from (?:september|january|next|monday))/;

const NOT_MET =
  /(?:^|\s)(?:lives?(?: in| at| on| up| near| over in| round)?|living(?: in| at)?|address(?: is)? ?:?|home address ?:?|of no fixed|heading (?:to|for|towards|up to|down to|over to|off to|back to)|headed (?:to|for|towards)|heading|towards|toward|(?:going|gone|off|go|went|get|getting|walking|bus|train|travelling|way|ran off|ran|run|legged it|bolted|made off|trip|over|back|straight|scarpered|dashed|sprinted|pegged it|lift|conveyed|drove|driven|took|taken|taking|moved) (?:back )?(?:to|towards|in to|into|off to|up to|down to|over to|toward|in the direction of)|in the direction of|direction of|from|moved (?:to|from|in)|home in|house in|job at|job in|physio (?:at|in)|consultation (?:at|in)|check-?up (?:at|in)|interview at|interview for \S+ \S+ \S+ at|placement at|work experience at|appointment at|appointment in|optician in|optician's in|optician ' s in|optician at|dentist (?:at|in)|doctor (?:at|in)|doctors (?:at|in)|doctor's (?:at|in)|surgery (?:at|in)|brother in|sister in|(?:mum|dad|nan|gran|grandad|grandma|father|mother|uncle|aunt)(?:'s| is| works| who is| was) (?:in|at)|meeting (?:\S+ )?(?:\S+ )?(?:at|in)|to meet (?:\S+ )?(?:\S+ )?(?:at|in)|heading home to|way to|got the|has the|at the dentist in|works? (?:at|in)|working (?:at|in)|lesson at|match at|trials? at|session at|service at|clinic at|due at|booked at|seen by|been to|been at|visiting \S+ (?:in|at)|visit (?:\S+ )?(?:in|at)|for|not at|scan at|operation at|bed in|ward at|stays? (?:in|at)|staying (?:in|at)|class at|party at|nothing at|nil at|via)(?: the| a)? ?$/;

/** "put in for Costello and Vyne": what leads to the first school of a list leads to each. */
const LISTED =
  /(?<=(?:for|to|at|from|of|applied|applying) (?:the )?)(?:SCHOOL (?:and|or|&|\+|plus|\/) ?)+(?:the )?$/;

/** What a school or place is named for, judged by the words around it. */
export function roleOfGazetteer(input: {
  span: GazetteerSpan;
  masked: Scan;
  tokens: readonly Token[];
}): GazetteerRole {
  const { span, masked } = input;
  const at = masked.tokenAt.indexOf(span.from);
  const lead = masked.text.slice(Math.max(0, at - 60), Math.max(0, at));
  const tail = masked.text.slice(at).replace(/^(?:PLACE|SCHOOL)/, 'SCHOOL');
  const { school, place } = span.entry;
  if (school && place) return bothRole({ lead, tail, masked });
  if (school) return schoolRole({ lead, tail });
  return placeRole({ lead, tail, input });
}

function bothRole(input: { lead: string; tail: string; masked: Scan }): GazetteerRole {
  const lead = input.lead.trimEnd();
  if (
    /^SCHOOL (?:,? ?YEAR|school|y\d|(?:he|she|they|which he|which she) (?:goes|go|attends?)(?!\S))/.test(
      input.tail,
    )
  )
    return 'school';
  // "year ten at Everest, sorry, Brighton Hill", "also 14, also Brighton Hill"
  if (
    /SCHOOL (?:[,-] )?(?:sorry|no|i mean|correction|rather|wait|actually|make that|or is it)(?: [,-])?$/.test(
      lead,
    )
  )
    return 'school';
  if (/(?:AGE|YEAR|\d)(?: ,| and)? also(?: at| from)?$/.test(lead)) return 'school';
  if (/(?:school|college)s? ?[:=|-]$|(?:his|her|their) school ,?$/.test(lead)) return 'school';
  if (/(?:YEAR|DOB|AGE)(?: (?:at|of|in|from))?(?: the)?(?: ,)?$/.test(lead) && !/YEAR in$/.test(lead))
    return 'school';
  if (
    PLACE_SIGN.test(lead) &&
    !/(?:is|he's|she's|pupil|student|school|roll|they're|both) at$/.test(lead) &&
    !/from$/.test(lead)
  )
    return NOT_MET.test(lead) ? 'none' : 'place';
  if (/^SCHOOL ,? ?(?:at |about |around |@ )?TIME/.test(input.tail) && /(?:^|[,.;\n/-]|SCHOOL)$/.test(lead))
    return 'place';
  if (/(?<!\S)SCHOOL ,$/.test(lead)) return 'place';
  if (SCHOOL_SIGN.test(lead)) return 'school';
  return /(?:lives?|living|address:?)(?: (?:in|at|on))?$/.test(lead) ? 'none' : 'place';
}

/** Sent out for some days only: still on roll there. */
const FOR_A_WHILE =
  /^SCHOOL (?:until|till|for (?:a|\d|the|one|two)|today|this week|\d+ days?|since|yesterday)(?!\S)/;

function schoolRole(input: { lead: string; tail: string }): GazetteerRole {
  const { tail } = input;
  const lead = input.lead.replace(LISTED, '');
  if (/^SCHOOL (?:not the school|is (?:his|her|the) (?:surname|name))/.test(tail)) return 'none';
  if (/^SCHOOL (?:before (?:that|then)|previously|until (?:last|he|she|they))(?!\S)/.test(tail))
    return 'none';
  if (/(?<!permanently )excluded from (?:the )?$/.test(lead) && FOR_A_WHILE.test(tail)) return 'school';
  if (FORMER.test(lead) && !/on roll $/.test(lead)) return 'none';
  if (/no longer (?:at|goes to|on roll at) $/.test(lead)) return 'none';
  if (APPLIED.test(lead)) return 'none';
  if (SECOND_SITE.test(lead)) return 'none';
  if (/(?:doesn't|don't|not|only) start(?:s|ing)?(?: \S+){0,5} (?:at|in) (?:the )?$/.test(lead))
    return 'none';
  // "was at Vyne, moved to Cranbourne in September": where the child is now.
  if (/(?:moved|transferred|switched|went) to (?:the )?$/.test(lead)) return 'school';
  if (SECOND_SITE_AFTER.test(tail) || MOVED_ON.test(tail)) return 'none';
  return 'school';
}

function placeRole(input: {
  lead: string;
  tail: string;
  input: { span: GazetteerSpan; tokens: readonly Token[] };
}): GazetteerRole {
  const { lead, tail } = input;
  const { span, tokens } = input.input;
  const isHospital = tokens.slice(span.from, span.to).some((token) => token.norm === 'hospital');
  if (isHospital && span.to - span.from === 1) {
    const hasThe = tokens[span.from - 1]?.norm === 'the';
    const stands =
      /(?:(?:^|[\n.,;:-] )(?:the )?|(?:at|before|outside|in|near|by|inside|opposite|to|of)(?: the)? )$/.test(
        lead,
      );
    if (!stands || /^SCHOOL (?:appointment|app|letter|visit|check|scan|test|school)/.test(tail))
      return 'none';
    if (/(?:got|has|have|had) (?:the )?$/.test(lead)) return 'none';
    if (/(?:labour|ward|surgery|operation|theatre|treatment|chemo)(?: \S+)? (?:at|in) (?:the )?$/.test(lead))
      return 'none';
    if (
      /(?:mum|mother|dad|father|nan|gran|brother|sister|baby|grandma|grandad|grandmother|grandfather|uncle|aunt|relative)(?: \S+)? in (?:the )?$/.test(
        lead,
      ) &&
      !/with (?:his|her|their|the) \S+ in (?:the )?$/.test(lead)
    )
      return 'none';
    if (
      !hasThe &&
      !/^SCHOOL (?:with|cafe|canteen|foyer|lobby|doors|main|car park|gates|chapel|,|\.|;|\n|TIME|entrance|grounds)/.test(
        tail,
      )
    )
      return 'none';
  }
  if (/^SCHOOL (?:appointment|interview)/.test(tail)) return 'none';
  if (
    /(?:walking|walked|came|on (?:our|my|the) way) (?:up |down |back |over )*(?:from the )?(?:PLACE )?(?:from|to) (?:the )?$/.test(
      lead,
    )
  ) {
    return /(?:to|towards) (?:the )?$/.test(lead) && /PLACE/.test(lead) ? 'place' : 'none';
  }
  if (
    /(?:legged it|ran off|made off|bolted|scarpered|walked off|ran|did one|leg it|run off|run away|took off) (?:away )?(?:from|outside) (?:the )?$/.test(
      lead,
    )
  )
    return 'place';
  // "two from the Aquadrome at half ten", "outside the doctors in Oakridge"
  if (/from (?:the )?$/.test(lead) && /^SCHOOL (?:, )?(?:at |about |around )?TIME/.test(tail)) return 'place';
  if (
    /(?:outside|by|near|opposite) the (?:doctors?|dentist|surgery|opticians?|clinic|chemist)(?:'s)? (?:at|in|on) (?:the )?$/.test(
      lead,
    )
  )
    return 'place';
  if (NOT_MET.test(lead) && !/(?:^|[\n.;] )(?:from|for) (?:the )?$/.test(lead)) {
    return /(?:\d|CHILD|lads|kids|girls|boys) from (?:the )?$/.test(lead) ? 'place' : 'none';
  }
  return 'place';
}

const AT_WORK =
  /(?:work experience|work placement|placement|lesson|lessons|session|class|training|working)(?: over)? (?:at|in)(?: the)? $/;

/** "on work experience at the Anvil": a place of meeting where the message has no other. */
export function isWhereTheyWork(input: { span: GazetteerSpan; masked: Scan }): boolean {
  const { span, masked } = input;
  if (!span.entry.place) return false;
  const at = masked.tokenAt.indexOf(span.from);
  return AT_WORK.test(masked.text.slice(Math.max(0, at - 60), Math.max(0, at)));
}
