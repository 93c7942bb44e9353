const mark = '…';

/**
 * Shortens text to at most `limit` UTF-16 units, ending with a mark where something was left out. Never splits a
 * surrogate pair. For what is shown only: a record or a form's value is never shortened.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = Math.max(0, limit - mark.length);
  const last = text.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end -= 1;
  return text.slice(0, end) + mark;
}
