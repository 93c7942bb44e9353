import { outcomeFacts } from '../assign/outcomeFacts';
import type { Analysis } from '../find/analyse';
import { nameAskedAbout } from './nameAskedAbout';
import { phrases } from './phrases';

/** A child nobody names but a question is plainly about ("seen him before?"). */
const POINTED_AT = /(?<!\S)(?:him|her|this (?:one|lad|boy|girl|kid|child)|he|she)(?!\S)/;
const SHORT = 14;
/** Words of earlier contact, in any order with a name and a question or a search. */
const EARLIER =
  /(?<!\S)(?:before|already|previous(?:ly)?|earlier|in the past|ever|last|first|history|records?|recorded|file|database|system|logs?|trace|come to (?:\S+ )?(?:notice|attention)|contacts?|encounters?|stops?|dealings|dealt|known|know|knows|recall|recalls|remember|remembers|recognise|familiar|met|meet|seen|see|stopped|picked up|spoken|speak|spoke|come across|came across|come up|bumped|heard of|heard|hold|holding|note|notes|background|new to us|(?:everything|all|whatever|anything) (?:\S+ ){0,3}(?:on|about|of|for)|regulars?|repeat|frequent flyers?|usual (?:faces|suspects)|one of (?:ours|the usual))(?!\S)/;
const ASKS =
  /\?|^(?:seen|met|had|stopped|known|come across|dealt with) .*(?:before|already|previously)(?: (?:YEAR|AGE|SCHOOL|,|at|from|-))*$|^(?:(?:please|hi|hello|hey|sorry|,|:|-|so|and|all|team|quick one) )*(?:what|what's|which|who|who's|how|when|where|is|are|was|were|do|does|did|can|could|will|would|has|have|had|any|anything|anyone|anybody|check|search|find|look|show|pull|bring|query|details|info|(?:i |we )?(?:need|want|would like)|want to know|wondering|tell me)(?!\S)/;
/** Questions of the present day: where someone is now, what is planned, who has something. */
const NOT_EARLIER =
  /(?<!\S)(?:let \S+ know|today|right now|where is|where's|on duty|shift|lunch|keys|radio|van|tomorrow|meeting|panel|mum|dad|visit|visits|briefing|how (?:do|can|should|to))(?!\S)/;

/** Whether the message asks what is known of a child, or whether it was met before (rule 4). */
export function asksAboutChild(analysis: Analysis): boolean {
  const { masked, children, tokens } = analysis;
  const isVisit = phrases.visitWord.test(masked.text);
  const name = children.length > 0 || isVisit ? null : nameAskedAbout(analysis);
  const text = name ? withName(analysis, name) : masked.text;
  const isQuestion = text.includes('?');
  if (isVisit && !isQuestion) return false;
  if (phrases.findOther.test(text)) return false;
  const isAbout =
    children.length > 0 || name !== null || (isQuestion && tokens.length <= SHORT && POINTED_AT.test(text));
  if (!isAbout) return false;
  if (isNameWithQuestionMark(analysis)) return true;
  // "Ten? Eleven?": an age guessed at, in a report.
  if (
    analysis.places.length > 0 &&
    !/(?<!\S)(?:anyone|anybody|we|you|any|before|known|ever)(?!\S)/.test(text)
  )
    return false;
  if (!phrases.find.test(text) && !isOfEarlier(text)) return false;
  const isReport =
    !isQuestion &&
    (analysis.times.length > 0 || outcomeFacts(analysis).length > 0) &&
    analysis.ages.length + analysis.years.length + analysis.schools.length > 0;
  return !isReport;
}

/** A sentence that asks and has a word of earlier contact; forms and long reports ask otherwise. */
const isOfEarlier = (text: string): boolean =>
  !text.includes('\n') &&
  !NOT_EARLIER.test(text) &&
  text.split(/ [.!](?= |$)/).some((said) => ASKS.test(said.trim()) && EARLIER.test(said));

/** "kai brown costello?": a name, what may belong to it, and a question mark. */
function isNameWithQuestionMark(analysis: Analysis): boolean {
  if (analysis.times.length > 0 || analysis.children.length !== 1) return false;
  return /^(?:(?:CHILD|NAME|AGE|YEAR|SCHOOL|at|from|in|of|the|a|,|-|or|and|\(|\)|is it) ?)+\?$/.test(
    analysis.masked.text,
  );
}

function withName(analysis: Analysis, name: { from: number; to: number }): string {
  return analysis.tokens
    .map((token, i) => (i === name.from ? 'NAME' : i > name.from && i < name.to ? '' : token.norm))
    .filter((word) => word !== '')
    .join(' ');
}
