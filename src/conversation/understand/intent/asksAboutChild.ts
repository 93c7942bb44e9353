import { outcomeFacts } from '../assign/outcomeFacts';
import type { Analysis } from '../find/analyse';
import { nameAskedAbout } from './nameAskedAbout';
import { phrases } from './phrases';

/** A child nobody names but a question is plainly about ("seen him before?"). */
const POINTED_AT = /(?<!\S)(?:him|her|this (?:one|lad|boy|girl|kid|child)|he|she)(?!\S)/;
const SHORT = 14;

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
  if (!phrases.find.test(text)) return false;
  const isReport =
    !isQuestion &&
    (analysis.times.length > 0 || outcomeFacts(analysis).length > 0) &&
    analysis.ages.length + analysis.years.length + analysis.schools.length > 0;
  return !isReport;
}

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
