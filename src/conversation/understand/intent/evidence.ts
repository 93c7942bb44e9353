import type { Intent } from '../../../domain/encounterTerms';
import type { Analysis } from '../find/analyse';
import { phrases } from './phrases';

/**
 * What is left when no known phrasing fits: signs of each intent are added up, and the best one is taken where it is
 * strong enough. The signs are kinds of words (who is spoken to, what is asked of it), not phrasings.
 */
type Sign = readonly [points: number, pattern: RegExp];

const word = (source: string): RegExp => new RegExp(`(?<!\\S)(?:${source})(?!\\S)`);
const sum = (text: string, signs: readonly Sign[]): number =>
  signs.reduce((points, [weight, pattern]) => points + (pattern.test(text) ? weight : 0), 0);

const OPENER =
  "what|what's|which|who|where|how|when|is|are|am|do|does|did|can|could|will|would|must|should|shall|may|has|have|any";
/** A question, by its sign or by its first word, or a wish to be told. */
const QUESTION = new RegExp(
  `\\?|^(?:(?:hello|hi|hey|please|sorry|ok|so|and|but|also|morning|quick question|question|q|one question|,|:|-) )*(?:${OPENER})(?!\\S)|${
    /(?<!\S)(?:remind|show|tell|teach|explain|list|give|send|read|let) (?:me|us|your|out|the|to)(?!\S)|(?<!\S)(?:what|how|which) (?:i|we|to|do|does|should|can|happens)(?!\S)|(?<!\S)(?:not sure|no idea|don't know|do not know|wondering|want to know|like to know) /
      .source
  }`,
);
const ADDRESSED =
  "(?:do|can|could|will|would|are|must|should) (?:you|the bot|the app|the form|this|it|the system|rollcall)|(?:tell|send|give|show|ask|message|text|write to|report to|sent|told) (?:you|the bot|the app)|you(?:'d)? (?:want|need|like|accept|take|understand|prefer|know|read|expect|pick up|cope|able)|your (?:commands|options|menu|instructions|features|functions)";
const CRAFT_NOUN =
  'messages?|entry|entries|log|logs|record|records|report|reports|forms?|details?|wording|words|form of words|order|sequence|abbreviations?|short(?:hand| forms?)|photos?|pictures?|voice|voice notes?|dictation|texts?|surnames?|first names?|full names?|dates? of birth|dob|spelling|mistakes?|errors?|typos?|commands?|options|format|template|layout|fields?|boxes|draft|card|button|buttons|menu|tour|tutorial|instructions|features|drill|procedure|steps|capitals|language|postcodes?|abilities|school names?|name of the school|commas?|punctuation|nicknames?|24 hour';
const CRAFT_VERB =
  'type|typing|typed|write|writing|wrote|spell|spelt|spelled|spelling|press|pressed|pressing|undo|undoing|withdraw\\w*|retract\\w*|delete\\w*|deleting|erase|alter\\w*|correct\\w*|amend\\w*|edit\\w*|fix|reword|word|phrase|enter|entering|entered|log|logging|logged|record|recording|report|reporting|dictate|dictating|speak|submit\\w*|confirm|save|saved|attach|upload|send|sending|sent|put|say|claim|hand(?:ing)?|understand';
const HELP: readonly Sign[] = [
  [1, QUESTION],
  [2, word('bot|app|rollcall|program|programme|this thing|this chat|software|this service|this tool')],
  [1, word(ADDRESSED)],
  [1, word(CRAFT_NOUN)],
  [1, word(CRAFT_VERB)],
  [
    0.5,
    word(
      'i|me|we|must|should|always|compulsory|required|needed|necessary|possible|matter|matters|ok|okay|alright|any old how',
    ),
  ],
  [
    1,
    word(
      'how|way|means|wording|particular|proper|compulsory|required|mandatory|matter|matters|supposed|allowed|possible|instead of typing|any old how|same time|at once|together|limit|maximum|length|enough',
    ),
  ],
  [0.5, word('what if|should i|must i|do i|can i|may i|am i|if i|when i|does it|do \\S+ matter')],
  [
    2,
    word(
      '(?:sort|kind|kinds|sorts) of (?:stuff|things?|questions?) (?:are|can|do) you|what else is there|what (?:is it )?(?:that )?you (?:actually |really )?(?:do|need|want|expect)(?: from me)?|what does (?:\\S+ ){1,4}mean(?: here)?|what (?:i|we)(?: have)? (?:logged|sent|recorded|entered|reported|written|put)|(?:sent|logged|entered|pressed|saved) (?:\\S+ )?(?:twice|wrong|by mistake|too (?:soon|early))|(?:give|show) (?:me|us) (?:a|the) (?:quick |short |brief )?(?:tour|run-?through|demo|introduction|tutorial)|what are you able to|what you (?:can|are able to) do',
    ),
  ],
  [
    -2.5,
    word(
      "anyone|anybody|someone|somebody|colleague|who's|whose|he|she|his|her|him|they|their|lunch|panel|meeting|radio|van|keys|shift|officer|school's number|phone number|number for|did you|have you|spare|mum|dad|office",
    ),
  ],
  [-2.5, word('CHILD|ADULT|PLACE|TIME')],
  [-1.5, word('SCHOOL|AGE|YEAR')],
];

const LIST: readonly Sign[] = [
  [1, QUESTION],
  [0.5, word('which|what|how many|show|list|see|any|let me know|tell me|please')],
  [1.5, word('visits|home visits|hvs|doors|addresses|houses|homes|families|calls|knocks|ones|households')],
  [
    1.5,
    word(
      "left|remain|remains|remaining|outstanding|unallocated|unclaimed|unassigned|not (?:been )?(?:taken|allocated|done|visited|claimed|knocked)|haven't (?:been )?(?:visited|done|taken|claimed|knocked)|hasn't been (?:visited|done|taken)|still to (?:do|go|knock|visit)|(?:given|got|have|supposed|meant|allocated|assigned|down) to (?:visit|knock|me)|unvisited|undone|going spare|up for grabs|spare|available|waiting|pending|on my (?:list|sheet|plate)|free|open|all (?:the |of the )?(?:home )?visits (?:gone|taken|done|claimed)",
    ),
  ],
  [1, word('visit|visiting|visited|home visit|knock|knocking|(?:visit )?list')],
  [-2, word('CHILD|ADULT|meeting|panel|lunch|school|bus|radio|van')],
  [-2, word("i'll|i will|mine now|done|no reply|spoke|thanks|thank you|cheers|how (?:do|can|to)")],
];

const BRIEFING: readonly Sign[] = [
  [1, QUESTION],
  [
    1,
    word(
      "today|today's|this morning|this morning's|tonight|the day|(?:our|the|this) (?:patrol|sweep|shift)|(?:head|go|set) (?:out|off)|heading out|going out|before (?:i|we|we're|i'm|setting|heading|going|starting|leaving) ?(?:go|head|start|set|leave|off|out)?|setting off|setting out",
    ),
  ],
  [
    1.5,
    word(
      'concentrate|concentrating|focus|focusing|priorit\\w+|hot ?spots?|hot spots|aware of|look(?:ing)? out for|watch(?:ing)? (?:out )?for|target\\w*|tasking\\w*|tasked|special instructions?|instructions|intel|orders|emphasis|(?:ought|should|need|must|meant|supposed|have) (?:to )?(?:be told|know|be aware|hear|cover|watch)|brief|briefing|briefed|trouble spots|areas?',
    ),
  ],
  [1, word("(?:what|which)(?: \\S+)? (?:did|does|do) (?:the |today's |this morning's )?brief(?:ing)?")],
  [
    -2,
    word(
      "late|thanks|thank you|useful|helpful|time|room|panel|meeting|anyone|somebody|someone|he|she|who's|CHILD|ADULT|lunch|finish|radio|visit|visits",
    ),
  ],
];

/**
 * The intent the signs in a message point to.
 * @returns null where none is strong enough: the message is for a human, or chat
 */
export function evidentIntent(input: {
  analysis: Analysis;
  text: string;
  hasNumber: boolean;
}): Intent | null {
  const { analysis, text, hasNumber } = input;
  if (analysis.tokens.length > 45 || hasNumber) return null;
  const masked = analysis.masked.text;
  if (phrases.thanks.test(text) || phrases.findOther.test(text)) return null;
  const scores: readonly (readonly [Intent, number])[] = [
    [
      'list_visits',
      QUESTION.test(masked) && /visit|knock|door|call|address/.test(masked) ? sum(masked, LIST) - 0.5 : 0,
    ],
    ['briefing', QUESTION.test(masked) ? sum(masked, BRIEFING) : 0],
    ['help', sum(masked, HELP)],
  ];
  const best = [...scores].sort(([, a], [, b]) => b - a)[0];
  return best && best[1] >= 3 ? best[0] : null;
}
