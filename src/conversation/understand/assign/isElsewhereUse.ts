import type { ClaimedReason } from '../../../domain/encounterTerms';
import { hasOtherMeaning } from './otherMeanings';

/** Words of a reason that stand for something else: an outcome, a place, somebody of the patrol. */
export function isElsewhereUse(input: {
  reason: ClaimedReason;
  lead: string;
  found: string;
  after: string;
}): boolean {
  const { reason, lead, found, after } = input;
  if (isOtherClass(input) || isPassingRemark(input) || hasOtherMeaning(input)) return true;
  if (reason === 'late') {
    // "her mum's on way to get her", "nicked his lunch", "lost his pe kit": nobody is late by that.
    if (
      /^on (?:the |her |his )?way/.test(found) &&
      /(?:mum|dad|mother|father|nan|gran|aunt|auntie|uncle)(?:'s)?(?: is| was| now| already)* $/.test(lead)
    )
      return true;
    if (
      /^lunch/.test(found) &&
      /(?:nicked|stole|stolen|took|taken|nick|forgot|pinched|ate) (?:his |her |their )?$/.test(lead)
    )
      return true;
    if (/^(?:lost|forgot\w*|left)/.test(found) && /key|phone|kit|bag|coat|shoes?|book/.test(found))
      return true;
    if (
      /(?:sent|send|set|put|let|back|off|went|carry|told|advised|going|go|him|her|them|both|all|dropped|walked|moved|seen) (?:straight |them |him |her |both |all |off |all three |to go |back )*$/.test(
        lead,
      ) &&
      /way|heading|going|walking|in$/.test(found)
    )
      return true;
    if (/(?:before|after|at|in the|during|in|around|over) (?:the )?$/.test(lead) && /lunch|break/.test(found))
      return (
        /^(?:lunch|break|lunchtime|breaktime)/.test(found) &&
        !/^(?: break| hour).{0,5}(?:says|he|she)/.test(after)
      );
    if (/^lunch/.test(found) && /^ (?:is on site|out of bounds|is at school|with|at 1)/.test(after))
      return true;
    if (/^late$/.test(found) && /(?:too|of|running a bit|it's|this) $/.test(lead)) return true;
    if (/going in$/.test(found) && /bothered (?:with |about )?$/.test(lead)) return true;
    if (/on (?:our|my) way|^on the way (?:to|back)/.test(found)) return true;
    if (
      /(?:we were|i was|were|we are|mum|dad|nan|she|he) $/.test(lead) &&
      /^going in/.test(found) &&
      /tomorrow|later/.test(after)
    )
      return true;
  }
  if (reason === 'authorised_leave') {
    if (
      /(?:no|not|without|un|hasn't|isn't|wasn't|n't|never|nobody) (?:\S+ )?$/.test(lead) ||
      /^ (?:not|asked|refused|denied)/.test(after)
    )
      return true;
    if (
      /^(?:school|schools|SCHOOL|office|they)(?: have| has| all)* (?:gave|given|agreed|agree|allowed|gives)$/.test(
        found,
      ) &&
      /^ (?:us|me|to (?:ring|call|check)|them? (?:a|the) (?:number|address)|him a (?:detention|warning|bollocking)|open|that he|it's open)/.test(
        after,
      )
    )
      return true;
    if (/^they (?:agreed|agree|gave|given|signed|excused|allowed)/.test(found)) return true;
  }
  if (reason === 'excluded' && /(?:not|n't be) (?:being )?$/.test(lead)) return true;
  if (reason === 'school_closed' && /^(?:strike|closing|closures?)$/.test(found) && /(?:lucky) $/.test(lead))
    return true;
  if (reason === 'other') {
    if (
      /(?:outside|by|near|at|in|behind|opposite|from|into|onto|towards) (?:the )?(?:\S+ )?$/.test(lead) &&
      /^(?:cinema|court|barber|barber's|barbers|hairdresser\S*|vet|football|swimming|swim|shop|zoo|fishing|skate|skating|beach)$/.test(
        found,
      )
    )
      return true;
    if (
      /^(?:crying|upset|scared|smok\w+|vap\w+|raining|sunny|show|march|trial|job|shift|sale|problem|problems|trouble|delivery|parcel|football|film|uniform|dare|party|day off|boring|hang(?:ing)? out)$/.test(
        found,
      )
    ) {
      if (
        /(?:was|were|in|with|bit|very|is|no|wearing|full|school|been|a|the|his|her|taxi driver|father's|mum's|for|4|off for|found|seen|met|bit of|looked|seemed|him|her|them|caught|off) $/.test(
          lead,
        ) &&
        /^(?:crying|upset|scared|smok\w+|vap\w+|uniform|show|march|day off|hanging out|problems?|trouble|party)$/.test(
          found,
        )
      )
        return !/(?:because|says|said) (?:\S+ ){0,3}$/.test(lead);
    }
  }
  if (reason === 'medical_appointment') {
    if (
      /(?:mum|mum's|dad|dad's|mother|father|nan|gran|grandma|grandad|brother|sister|uncle|aunt|grandmother|grandfather|baby)(?: is| was| are| went| been| has been| gone| had to go| who is|'s)+(?: still| now| just)?(?: in| to| at| into)(?: the| a)? $/.test(
        lead,
      )
    )
      return true;
    if (
      /operation|surgery/.test(found) &&
      /(?:mum|mum's|dad|dad's|mother|father|nan|gran|grandma|grandad|brother|sister|uncle|aunt)(?: is| are| was| who is|'s| has)* $/.test(
        lead,
      )
    )
      return true;
    if (
      /^(?:(?:dental|doctors?|doctor's|vet'?s?) )?(?:hospital|surgery|clinic|nurse|doctor|doctors|dentist|gp|opticians?)$/.test(
        found,
      ) &&
      /(?:outside|by|near|behind|opposite|next to|beside|mum is a|mum's a|dad is a|dad's a|mum works|old) (?:the |a )?$/.test(
        lead,
      )
    )
      return true;
    if (
      /(?:mum|mum's|dad|dad's|mother|mother's|father|father's|nan|nan's|gran|gran's|brother|sister|brother's|sister's|baby|baby's|grandma's|grandad's|her mum to|his mum to) (?:has |has a |had a |got a |is at |is in |to |to the |having |went to |for )*(?:\S+ )?$/.test(
        lead,
      ) &&
      !/(?:says|said|states|tells?|told|reckons) (?:\S+ ){0,3}$/.test(lead)
    )
      return (
        /(?:'s |has |had |got |taking |take |with |for )(?:a |an |the |\S+ )?$/.test(lead) &&
        !/(?:with|by|and) (?:his |her |their )?(?:mum|dad|mother|father|nan|gran|brother|sister|grandma|mum's) (?:has |for )?(?:a |an |the )?$/.test(
          lead,
        ) &&
        !/(?:mum's|dad's) (?:taking|got|bringing)/.test(lead)
      );
  }
  if (
    reason === 'religious_observance' &&
    /^(?:mass|temple|holi|holy|faith|mosque|at church|in church|synagogue|church \S+|pray\w*)$/.test(found)
  ) {
    if (/(?:by|outside|near|behind|opposite) (?:the )?$/.test(lead)) return true;
  }
  if (
    reason === 'ill' &&
    /^(?:poorly|sick|ill)$/.test(found) &&
    /^ (?:mum|dad|nan|gran|granny|grandma|grandad|brother|sister|mother|father|aunt|uncle|baby)(?!\S)/.test(
      after,
    )
  )
    return true;
  if (
    reason === 'ill' &&
    /^(?:period|bug|pains?|throat|belly|infection|cramps?|temperature|sick|ill)$/.test(found) &&
    /(?:free|marked|first|last|sound|call|called|being|marked as|home) $/.test(lead) &&
    !/(?:being) $/.test(lead)
  )
    return true;
  if (
    reason === 'family' &&
    /^(?:help|helps|helping|helped)/.test(found) &&
    /(?:can you|can i|could|to|please|we|i) $/.test(lead) &&
    /(?:me|us)/.test(found)
  )
    return true;
  if (
    reason === 'no_school_place' &&
    /^(?:appl)/.test(found) &&
    /(?:job|work|position|apprenticeship)/.test(after)
  )
    return true;
  if (
    reason === 'study_leave' &&
    /^exam/.test(found) &&
    /(?:driving|theory|music|piano|grade \d|eye) $/.test(lead)
  )
    return true;
  if (
    reason === 'travelling_family' &&
    /^(?:in|with) (?:the |a )?fairs?$/.test(found) &&
    /^ (?:hair|skin)/.test(after)
  )
    return true;
  return false;
}

/** What the child was seen doing, or an officer's own words, rather than why it was out. */
function isPassingRemark(input: {
  reason: ClaimedReason;
  lead: string;
  found: string;
  after: string;
}): boolean {
  const { reason, lead, found, after } = input;
  const isSaid = SAID_SO.test(lead);
  switch (reason) {
    case 'other':
      return (
        (/^(?:met|meet|meets|meeting)(?!\S)/.test(found) &&
          /(?:^|[.\n] |(?:^| )(?:i|we|and|officers?|patrol|TIME|PLACE|today|yesterday|just|have|ADULT) )$/.test(
            lead,
          )) ||
        (/^(?:run|ran|running) (?:away|off)/.test(found) &&
          !isSaid &&
          !/^ from (?:home|school|bullies)/.test(after)) ||
        (/want(?: to)?$/.test(found) &&
          /^ (?:to )?(?:say|give|tell|speak|talk|answer|stop)(?!\S)/.test(after)) ||
        (/^shopping$/.test(found) &&
          /^ (?:PLACE|centre|center|mall|bags?|precinct|trolley|arcade)(?!\S)/.test(after)) ||
        (/^(?:court|bowling|party|swimming|skating|cinema)$/.test(found) &&
          (/(?:food|school|search|little|large|whole|netball|basketball|tennis) $/.test(lead) ||
            /^ (?:end|side|entrance|doors?|coach|teacher|instructor|trainer|moor)(?!\S)/.test(after))) ||
        (/^shows?$/.test(found) &&
          /^ (?:me|us|the|his|her|their|a|no) ?(?:paper|letter|pass|card|phone|face|text|message|id)?/.test(
            after,
          )) ||
        (/^birthday/.test(found) &&
          /^(?: he says| she says|,)* (?:DOB|is DOB)|^ (?:was|is) (?:last|next|in)(?!\S)/.test(after)) ||
        /^birthday (?:last|next|DOB)$/.test(found) ||
        (/^(?:fishing|feeding(?: the)? ducks|streaming|skating|crying|chilling|playing)$/.test(found) &&
          !isSaid &&
          /(?:was|were|found|seen|met|them|her|him|sat|brother|sister|friend|TIME ,) $/.test(lead))
      );
    case 'late':
      return (
        (/(?:sorry for|apologies for|excuse|my|our)(?: (?:the|this|my))? $/.test(lead) &&
          // "he says 'my alarm never went off'": the child's own words.
          !/(?:says?|said|['"]) (?:['"] )?(?:that )?(?:my|our) $/.test(lead)) ||
        (/^behind$/.test(found) && !/(?:running|bit|got|fell|fallen|left|way) $/.test(lead)) ||
        (/(?:dinner|lunch)$/.test(found) && /^ money/.test(after)) ||
        (/^no \d+ bus$/.test(found) && /the $/.test(lead)) ||
        (/^walking in$/.test(found) && /^ (?:PLACE|the|a)(?!\S)/.test(after))
      );
    case 'family':
      return (
        (/ and (?:the )?baby$/.test(found) && /(?:with|by) (?:his |her |their )?$/.test(lead)) ||
        (/leaves? for/.test(found) && /late|alarm|overslept|bus/.test(lead)) ||
        /^carer the carer/.test(found) ||
        (/^look\S* out for/.test(found) && /(?:that|can|to|they|will|please) $/.test(lead)) ||
        (/^looking after (?:him|her|them)/.test(found) &&
          /(?:cousin|nan|gran|aunt|auntie|uncle|neighbour|carer|who is|who's|who was|woman|lady|friend) (?:is |was )?$/.test(
            lead,
          ))
      );
    case 'part_time_timetable':
      return /school(?: \S+){0,2} (?:finish\w*|ends?|ended|closed?|closes|over|done|stops?) \S+(?: \S+)? today$/.test(
        `${found}${/^ today/.test(after) ? ' today' : ''}`,
      );
    case 'ill':
      return /^worr(?:y|ied|ies)$/.test(found) && /^ (?:me|us)(?!\S)/.test(after);
    default:
      return false;
  }
}

const SAID_SO =
  /(?:says?|said|states?|stated|told|because|reason|claims?|reckons?|admits?|admitted)(?: \S+){0,5} $/;

const CARE =
  /(?:^| )(?:doctors?|doctor's|gp|gp's|camhs|surgery|hospital|nurse|consultant|dentist|clinic|nhs)$/;

/** Words of one class that in these words round them tell of another. */
function isOtherClass(input: { reason: ClaimedReason; lead: string; found: string; after: string }): boolean {
  const { reason, lead, found, after } = input;
  switch (reason) {
    case 'medical_appointment':
      return (
        /(?:passport|consulate|consular|embassy|visa|immigration|council|solicitor's?|bank|barber'?s?|hairdresser'?s?|housing|citizenship|nail|hair) $/.test(
          lead,
        ) ||
        /^ (?:is |was )?(?:at|with|in|to) (?:the |a |his |her |their )?(?:\S+ )?(?:passport|consulate|embassy|home office|visa|immigration|council|solicitor|bank|barber|hairdresser|job ?centre|housing)/.test(
          after,
        ) ||
        /^ (?:herself|himself|themselves)(?!\S)/.test(after) ||
        /(?:baby|brother|sister) (?:has|got|had) (?:a |the )?$/.test(lead) ||
        (CARE.test(found) &&
          (/^ (?:letter|note|has|have|had|said|says|say|told|thinks?|advised|knows?|is involved|involved|wrote|signed|ordered|gave|recommends?|rung|called|phoned|'s)(?!\S)/.test(
            after,
          ) ||
            /(?:on|rang|rung|ring|phoned|called|spoke|spoken|told|waiting for|number for|note|letter)(?: (?:to|from|the|his|her))* $/.test(
              lead,
            ))) ||
        /(?:mum|dad|mother|father|nan|gran|grandma|grandad|grandmother|grandfather|brother|sister|uncle|aunt|auntie)(?: is| was|'s| who's| has been| goes)?(?: \S+)? (?:on|in|having|under|to|for|at)(?: the| a| his| her)? $/.test(
          lead,
        )
      );
    case 'authorised_leave':
      if (/(?:off-?site|forest school|provision|lesson|session)(?: \S+){0,6} $/.test(lead)) return true;
      return /^ (?:him |her |them |us )?(?:a |an |the )?(?:\S+ ){0,2}(?:ban|detention|exclusion|suspension|warning|telling off)(?!\S)|^ (?:\S+ ){0,3}?(?:free|everyone|everybody|whole|early|inset|strike)(?!\S)|^ (?:us|them|him|her|all) (?:all )?(?:the day off|out early)/.test(
        after,
      );
    case 'religious_observance':
      return (
        /funeral(?: \S+){0,3} $/.test(lead) ||
        /^whitchurch/.test(found) ||
        /^white/.test(found) ||
        /^ (?:\S+ ){0,3}?(?:funeral|burial|wake)(?!\S)/.test(after) ||
        /(?:shoes|dress|suit|outfit|clothes|buy\S*|shopping|present|card) (?:\S+ )?(?:for|to) (?:the |his |her |their |a )?(?:\S+ )?$/.test(
          lead,
        )
      );
    case 'part_time_timetable':
      return (
        // "mocks don't start until one", "exam is only in the afternoon": study leave, said otherwise.
        /(?:exams?|mocks?|gcses?|papers?)(?: \S+){0,2} $/.test(lead) ||
        /^ (?:for|because of) (?:\S+ )?(?:training|inset|staff|teachers?)(?!\S)/.test(after)
      );
    case 'no_school_place':
      if (/^start/.test(found) && /(?:only|doesn't|not) (?:\S+ )?$/.test(lead)) return true;
      return (
        /^form/.test(found) ||
        /interview(?: \S+){0,4} $/.test(lead) ||
        /(?:not|n't) (?:at|in) school yet(?: \S+){0,3} $/.test(lead) ||
        /(?:old enough|too young)/.test(`${lead}${after}`)
      );
    case 'educated_elsewhere':
      return (
        /interview(?: \S+){0,2} $/.test(lead) ||
        (/^off-?site/.test(found) && /(?:allowed|permitted|go|leave) $/.test(lead)) ||
        (/^both schools/.test(found) &&
          (/(?:told|told to|informed|rung|rang|emailed|phoned|let) $/.test(lead) ||
            /^ (?:know|knew)/.test(after))) ||
        (/^(?:his|her) tutor/.test(found) && /(?:rang|rung|called|phoned|emailed|told) $/.test(lead)) ||
        (/^both schools/.test(found) &&
          /^ (?:emailed|rung|rang|told|informed|called|phoned|contacted|aware|notified|tel'?d|been)/.test(
            after,
          ))
      );
    case 'travelling_family':
      return /^[^.;\n]{0,30}(?:on |for )?(?:a )?(?:holiday|vacation)/.test(after);
    case 'school_closed':
      if (
        /out$/.test(found) &&
        /(?:don't|doesn't|didn't|not|never|won't) (?:let|allow)(?: \S+){0,2} $/.test(lead)
      )
        return true;
      return /^boiler/.test(found) && /^ man/.test(after);
    case 'home_educated':
      if (/^(?:study|revis)/.test(found) && /(?:exams?|mocks?|gcses?)/.test(`${lead}${after}`)) return true;
      return (
        /^home school/.test(found) &&
        (/^ (?:emailed|rung|rang|told|informed|called|phoned|contacted|aware|notified|knows|also)(?!\S)/.test(
          after,
        ) ||
          /(?:taken|took|dropped|driven|drove|conveyed|walked|him|her|them|both) $/.test(lead))
      );
    case 'study_leave':
      if (
        /^test/.test(found) &&
        /(?:blood|eye|hearing|driving|theory|allergy|covid|sight|spelling) $/.test(lead)
      )
        return true;
      if (/^(?:theory )?test/.test(found) && /(?:driving|theory) (?:\S+ )?$/.test(lead)) return true;
      return /^[^.;\n]{0,25}(?:sent home|let out|finish|closed|shut)/.test(after);
    case 'family':
      return (
        /^(?:died|dead|death)/.test(found) &&
        /(?:phone|battery|laptop|radio|car|alarm|bodycam) (?:has |had |just )*$/.test(lead)
      );
    case 'not_school_age':
      return (
        /^nursery/.test(found) && /(?:at|in|from|to|for|by|near|outside) (?:the |a |his |her )?$/.test(lead)
      );
    default:
      return false;
  }
}
