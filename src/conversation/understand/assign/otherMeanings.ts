import type { ClaimedReason } from '../../../domain/encounterTerms';

type Meaning = {
  readonly reason: ClaimedReason;
  readonly found?: RegExp;
  readonly lead?: RegExp;
  readonly after?: RegExp;
};

/** Words of a reason that in this company stand for something else; every part given must fit. */
const OTHER_MEANINGS: readonly Meaning[] = [
  // "foster placement", "settled in placement": where the child lives, no work.
  {
    reason: 'work_experience',
    found: /^placement/,
    lead: /(?:foster|adoption|adoptive|emergency|respite|care|family|settled|new|kinship|first|last|this|same|in|in their|in her|in his|into|to) $/,
  },
  { reason: 'work_experience', found: /^placement/, after: /^ (?:has been|was|is|wobbly|broke|moved|since)/ },
  // "everybody had been told to stay away": the school is closed, nobody is excluded.
  {
    reason: 'excluded',
    found: /(?:told|asked|sent|away|home|out)/,
    lead: /(?:everyone|everybody|all|whole school|kids|pupils|they'd|we'd|they|we)(?: (?:had|has|have|was|were|all|got|has all))* $/,
  },
  { reason: 'excluded', found: /^(?:everyone|everybody)/ },
  { reason: 'interview', lead: /(?:conduct|conducted|did|held|do|finished|ended) (?:the|an|my|our) $/ },
  { reason: 'ill', found: /fits?$/, lead: /(?:uniform|shoes|trousers|clothes|skirt|blazer)(?: \S+)? $/ },
  { reason: 'ill', found: /(?:uniform|shoes|trousers|clothes|skirt|blazer)/ },
  {
    reason: 'medical_appointment',
    lead: /(?:mum|dad|mother|father|nan|gran|grandma|grandad|brother|sister|uncle|aunt|auntie)(?:'s| is| has| was| had)? (?:got |having |in for |gone for |going for |at |with )*(?:her |his |a |an |the )?$/,
    found: /^(?:her |his |a )?(?:scan|op|operation|biopsy|chemo|treatment|heart \S+|eye \S+)/,
  },
  { reason: 'medical_appointment', found: /grounds/ },
  { reason: 'medical_appointment', after: /^ grounds/ },
  {
    reason: 'late',
    found: /^out (?:at|on|for|in)/,
    lead: /(?:fly|flying|flies|jetting|driving|sailing|setting) $/,
  },
  { reason: 'authorised_leave', after: /^ (?:(?:him|her|them|me|us) )?(?:a )?(?:place|school|start date)/ },
  { reason: 'none_given', found: /frankly/ },
  { reason: 'religious_observance', after: /^ all (?:day|night|week)/, found: /conscience/ },
  { reason: 'religious_observance', lead: /(?:on|in) (?:my|our) $/ },
];

/** Whether the words stand for something else, by what is beside them. */
export const hasOtherMeaning = (said: {
  reason: ClaimedReason;
  lead: string;
  found: string;
  after: string;
}): boolean =>
  OTHER_MEANINGS.some(
    ({ reason, found, lead, after }) =>
      reason === said.reason &&
      (found?.test(said.found) ?? true) &&
      (lead?.test(said.lead) ?? true) &&
      (after?.test(said.after) ?? true),
  );
