import { findAll } from '../words/scan';
import type { Scan } from '../words/token';

const REF =
  /(?<!\S)(?:(?:home )?visits?|v|hv|call|home visits?)(?: (?:number|no|no\.|nr|num|ref|#|:|id|=|-|\.))* ?(\d{1,4}|one)(?:(?: ?(?:and|,|&|\+|\/|or) ?(?:v |visit |number |# )?)(\d{1,4}))*(?!\S)|(?<!\S)# ?(\d{1,4})(?!\S)|(?<!\S)(?:number|no|no\.) (?:\. )?(\d{1,4})(?!\S)|(?<!\S)(?:the )?(\d{1,3})(?:st|nd|rd|th)? (?:visit|on the list|off the list)(?!\S)/g;

/** Visits named in the message, "V" and number, in order, without doubles. */
export function visitRefs(scan: Scan): string[] {
  const found: string[] = [];
  for (const { match } of findAll(scan, REF)) {
    const before = scan.text.slice(Math.max(0, (match.index ?? 0) - 18), match.index);
    if (/(?:bus|encounter|enc|platform|pc|warden|patrol|route|phone|house|train) $/.test(before)) continue;
    for (const said of match[0].matchAll(/(?<![\d])(\d{1,4}|one)(?!\d)/g)) {
      if (/^ (?:bus|train|of)(?!\S)|^ \//.test(scan.text.slice((match.index ?? 0) + match[0].length)))
        continue;
      const number = said[1] === 'one' ? 1 : Number(said[1]);
      const ref = `V${number}`;
      if (number > 0 && !found.includes(ref)) found.push(ref);
    }
  }
  return found;
}
