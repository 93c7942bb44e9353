/**
 * All matches of a pattern with the flag `g`. What `matchAll` finds, but with the pattern itself: `matchAll` makes a new
 * one at every call, and the long patterns of the lexicon are then compiled again and again.
 */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
