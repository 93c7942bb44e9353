const most = 20;

/** A list for one line: the first 20, and how many more. */
export function sayFew(references: readonly string[]): string {
  const more = references.length - most;
  return `${references.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
