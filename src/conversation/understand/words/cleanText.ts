/** Longest text that is read; a chat message of the day is a tenth of it. */
const LONGEST_TEXT = 4000;

const blank = (found: string): string => ' '.repeat(found.length);

/** Text with quotes made plain and everything that carries no words blanked; offsets stay the same. */
export function cleanText(text: string): string {
  return (
    text
      .slice(0, LONGEST_TEXT)
      .replace(/\r\n?/g, (found) => found.replace('\r', found.length > 1 ? ' ' : '\n'))
      .replace(/<[^<>\n]{1,200}>/g, blank)
      .replace(/&amp;/g, '&    ')
      .replace(/&[lg]t;/g, blank)
      .replace(/[’‘‛`´ʼ]/g, "'")
      .replace(/[“”„]/g, '"')
      // A long dash parts words even where it touches them ("Foss—no"); it stays itself until the words are cut.
      .replace(/[—―]/g, '—')
      .replace(/[‐‑‒–−]/g, '-')
      .replace(/[•·▪●◦*]/g, '•')
      .replace(/[^\n\p{L}\p{M}\p{N}\p{P}+=|$£&@#~^<>]/gu, blank)
  );
}
