import type { EncounterOutcome } from '../../../domain/encounterTerms';
import type { Analysis } from '../find/analyse';
import { KIN, KIN_SUBJECT, NOT_YET, OUTCOME_PATTERNS } from '../find/lexiconPatterns';
import { allMatches } from '../words/allMatches';
import type { Scan } from '../words/token';
import type { Fact } from './fact';

/** One message is asked for its outcomes several times: for its intent, and for each child. */
const alreadyRead = new WeakMap<Scan, readonly Fact<EncounterOutcome>[]>();

/** Where children ended up, with plans, refusals and what kin will do left out (rule 29). */
export function outcomeFacts(analysis: Analysis): readonly Fact<EncounterOutcome>[] {
  const { masked } = analysis;
  const known = alreadyRead.get(masked);
  if (known) return known;
  const facts = outcomesIn(masked.text).map((fact) => ({
    ...fact,
    token: masked.tokenAt[fact.token] ?? 0,
    end: masked.tokenAt[fact.end] ?? 0,
  }));
  alreadyRead.set(masked, facts);
  return facts;
}

/** Told to go back is not taken back. */
const SENT_OFF =
  /(?:told|asked|instructed|advised|warned|ordered|sent|send|urged|let|said to)(?: [^\s.;\n]+){0,4}? (?:to )?(?:go|going|head|get|return|walk|make|hurry|straight|come)?(?: straight| right)? ?$/;

const COMPANY_RAN = new RegExp(
  `(?:the|his|her|their|other|\\d|NUMBER|two|both)(?: \\S+)? ${KIN.peers}(?: both| all| then| also| had| who| just|,)* $|(?:mates?|friends?|others|brother|sister|lads|cousin)(?: both| all| then| also| had| who| just| with (?:him|her|them))* $`,
);

/** "left with the pastoral lead": handed to school staff. */
const SCHOOL_STAFF =
  /^(?:left|leave|handed)(?: (?:him|her|them|both|CHILD))? (?:with|to) (?:the |his |her |their )?(?:pastoral|head of|hoy|year head|school office|reception(?:ist)?|form tutor|senco|deputy head|attendance (?:lead|officer))/;
const KIN_BEFORE =
  /(?:mum|dad|mother|father|nan|gran|grandma|grandad|aunt|auntie|uncle|parent|carer|neighbour|sister|brother|childminder|teacher)(?: (?:is|who is|now|already|also|,))* $/;

/** "bus failed to stop", "the train didn't stop here". */
const NO_CHILD_RAN =
  /(?:appointment|lesson|meeting|class|it|train|match|exam|pass|card|ticket|phone|credit|bus|buses|train|trains|taxi|coach|minibus|driver|car|tram|dog|time|money|petrol|battery)(?: (?:just|has|had|that|which|then|again|also))* $/;

export function outcomesIn(text: string): Fact<EncounterOutcome>[] {
  const facts: Fact<EncounterOutcome>[] = [];
  for (const { outcome, pattern } of OUTCOME_PATTERNS) {
    for (const match of allMatches(pattern, text)) {
      const lead = text.slice(Math.max(0, match.index - 60), match.index);
      const isPlan =
        NOT_YET.test(
          outcome === 'designated_place' ? lead.replace(/(?<=^|\s)(?:to|at|in)(?: the| a)? $/, '') : lead,
        ) && outcome !== 'left_with_adult';
      if (isPlan && !isPassive(lead, match[0], outcome)) continue;
      if (
        outcome === 'left_with_adult' &&
        /(?:not|will|to be|wouldn't|don't|can't|won't|going to|to) $/.test(lead)
      )
        continue;
      if (
        isSchoolsDoing({ outcome, lead, found: match[0], after: text.slice(match.index + match[0].length) })
      )
        continue;
      if (
        outcome === 'returned_to_school' &&
        /(?:going|heading|coming|goes|go|headed) (?:straight |right |in )?$/.test(lead) &&
        /^(?:back|return)/.test(match[0]) &&
        !/^ (?:with|together with) (?:us|me|pc|pcso|ADULT|officers?)/.test(
          text.slice(match.index + match[0].length, match.index + match[0].length + 30),
        )
      )
        continue;
      if (outcome === 'made_off' && NO_CHILD_RAN.test(lead)) continue;
      const isKin = KIN_SUBJECT.test(lead);
      if (outcome === 'returned_to_school' && /^(?:back|return)/.test(match[0]) && SENT_OFF.test(lead))
        continue;
      if (
        isKin &&
        (outcome === 'returned_to_school' || outcome === 'taken_home') &&
        !/^(?:returned|back)/.test(match[0])
      )
        continue;
      if (outcome === 'made_off' && COMPANY_RAN.test(lead)) continue;
      if (
        outcome === 'advised' &&
        /(?:no|school|against|ask for|took|for|head) $/.test(lead) &&
        /^(?:advice|advis)/.test(match[0]) &&
        !/school $/.test(lead)
      )
        continue;
      if (
        outcome === 'advised' &&
        /(?:school|head|teacher|they|she|he|mum|dad|school has|school had|tutor) $/.test(lead) &&
        /^(?:let|sent|allowed|told)/.test(match[0]) &&
        !/(?:he|she|mum|dad|they) $/.test(lead)
      )
        continue;
      if (
        outcome === 'returned_to_school' &&
        /^(?:driv|drive|walk |take |bring |lift |drop)/.test(match[0]) &&
        isKin
      )
        continue;
      if (
        outcome === 'designated_place' &&
        /(?:not|from|at|outside|near|until|sat|sitting) (?:the |at the |in the )?$/.test(lead) &&
        !/(?:left|dropped|now|handed over|is|are|both|him|her|them|safely) (?:at|in) (?:the )?$/.test(lead)
      )
        continue;
      if (outcome === 'advised' && /^spoke\S* to CHILD/.test(match[0])) continue;
      // "on her way" of an aunt who was rung.
      if (outcome === 'advised' && /^on (?:his|her|their) way/.test(match[0]) && KIN_BEFORE.test(lead))
        continue;
      // "Jed ran, other three back to school": what follows is of the others.
      const part = /^.* , (?=(?:the )?(?:other|rest)(?!\S))/.exec(match[0])?.[0].length ?? 0;
      if (
        outcome === 'left_with_adult' &&
        /fetched/.test(match[0]) &&
        /^(?: \S+)? (?:out )?for the (?:dentist|doctor|gp)/.test(text.slice(match.index + match[0].length))
      )
        continue;
      if (
        outcome === 'advised' &&
        /^(?:told|warned|advised)/.test(match[0]) &&
        /(?:school|SCHOOL|office|head|teacher)(?: was| were| has been| had been)+ $/.test(lead)
      )
        continue;
      if (
        outcome === 'advised' &&
        /(?:chat|word)$/.test(match[0]) &&
        /^ with (?:mr|mrs|ms|miss|ADULT)/.test(text.slice(match.index + match[0].length))
      )
        continue;
      // "parents took her off roll", "turned up, with mum": nobody was handed over.
      if (
        outcome === 'left_with_adult' &&
        (/^ (?:the )?roll/.test(text.slice(match.index + match[0].length)) ||
          /^turned up , with/.test(match[0]))
      )
        continue;
      // "let them get off home", "with a girl who walked off": let go, and not this child.
      if (
        outcome === 'taken_home' &&
        /(?:^| )(?:let|lets|letting|told|tell|telling|advised) (?:him|her|them|both|CHILD)(?: to)? (?:\S+ )?$/.test(
          lead,
        )
      )
        continue;
      if (
        outcome === 'made_off' &&
        /with (?:a|one|another) (?:girl|boy|lad|lass|mate|friend)(?: \S+)? who $/.test(lead)
      )
        continue;
      const isStaff =
        outcome === 'left_with_adult' &&
        SCHOOL_STAFF.test(
          `${match[0]}${text.slice(match.index + match[0].length, match.index + match[0].length + 30)}`,
        );
      facts.push({
        token: match.index + part,
        value: isStaff ? 'returned_to_school' : outcome,
        weight: outcome === 'advised' ? 0 : 1,
        end: match.index + match[0].length - 1,
      });
    }
  }
  return facts.filter(
    (fact) =>
      !(
        fact.value === 'taken_home' &&
        facts.some(
          (other) => other.value === 'left_with_adult' && other.token <= fact.token && other.end >= fact.end,
        )
      ),
  );
}

/** "was taken home", "is walked back": passive, not a plan. */
function isPassive(lead: string, found: string, outcome: EncounterOutcome): boolean {
  if (!/(?:^| )(?:is|are|was|were|being|been|be) (?:then |now |just |also |straight )*$/.test(lead))
    return false;
  if (
    /(?:to|will|would|should|can|could|not|n't|must|might|may) be $|(?:not|n't|never) been $|(?:is|are|was|were) (?:not|to) /.test(
      lead,
    )
  )
    return false;
  return (
    /^(?:taken|driven|walked|conveyed|returned|escorted|dropped|brought|advised|left|handed|warned|collected|given|released|let|sent|told|moved|accompanied)/.test(
      found,
    ) || outcome === 'advised'
  );
}

/** The school sent the child home, or leave is a noun: nothing the patrol did. */
function isSchoolsDoing(input: {
  outcome: EncounterOutcome;
  lead: string;
  found: string;
  after: string;
}): boolean {
  const { outcome, lead, found, after } = input;
  if (outcome === 'taken_home' && /^(?:sent|send|got|get|let)(?!\S)/.test(found))
    return (
      /(?:school|head|headteacher|teachers?|SCHOOL|nurse|office|tutor|they|been|all|being|everyone|because|class|year)(?: (?:has|have|had|just|then|was|were|got|also))* $/.test(
        lead,
      ) || /^ (?:early|for|because|from|sick|ill|by|at TIME|as|due|until|in)(?!\S)/.test(after)
    );
  if (outcome === 'left_with_adult' && /^leave/.test(found))
    return /(?:study|exam|sick|annual|authorised|maternity|special|compassionate|on|of|agreed) $/.test(lead);
  return false;
}
