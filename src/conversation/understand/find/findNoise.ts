import { findAll } from '../words/scan';
import type { Scan, Span } from '../words/token';

const B = '(?<!\\S)';
const E = '(?!\\S)';

/** Telephone numbers, number plates, collar numbers: digits that are nobody's age or time. */
const NOISE = [
  new RegExp(`${B}0\\d{3,4} \\d{3} ?\\d{3,4}${E}`, 'g'),
  new RegExp(`${B}0\\d{4} \\d{6}${E}`, 'g'),
  new RegExp(`${B}0\\d{9,10}${E}`, 'g'),
  new RegExp(`${B}(?:pc|pcso|sgt|number|constable|ds|dc|collar|wpc) (?:number )?\\d{3,6}${E}`, 'g'),
  new RegExp(
    `${B}(?:bus|route|number|patrol|serial|warden|unit|form|sheet|call ?sign|platform|train|the|no)(?: (?:number|no|\\.))* \\d{1,2}(?= (?:bus|train|patrol|with|here)|$)`,
    'g',
  ),
  new RegExp(
    `${B}(?:patrol|serial|warden|unit|sheet|bus|route|platform|form ad|form|call ?sign|encounter number|enc number) (?:number |[.:] )?\\d{1,3}${E}`,
    'g',
  ),
  new RegExp(`${B}(?:a|m) \\d{1,3}(?= (?:$|[.,;]|road|north|south|junction|towards))`, 'g'),
  new RegExp(`${B}day \\d{1,2} of \\d{1,2}${E}`, 'g'),
  new RegExp(`${B}\\d{1,2} (?:of|/) \\d{1,2} (?:days?)${E}`, 'g'),
];

const PLATE = new RegExp(`${B}[a-z]{2} \\d{2} [a-z]{3}${E}`, 'g');

export function findNoise(scan: Scan): Span[] {
  const plates = findAll(scan, PLATE).filter(({ from, to }) =>
    scan.tokens.slice(from, to).every((token) => token.raw === token.raw.toUpperCase()),
  );
  return [...NOISE.flatMap((pattern) => findAll(scan, pattern)), ...plates].map(({ from, to }) => ({
    from,
    to,
  }));
}
