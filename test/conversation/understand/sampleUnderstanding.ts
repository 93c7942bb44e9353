import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createUnderstanding } from '../../../src/conversation/understand/createUnderstanding';
import type { Example, Expected } from '../../../src/conversation/understand/measure';
import { readGazetteers } from '../../../src/conversation/understand/readGazetteers';
import type { EncounterReading, Reading } from '../../../src/conversation/understand/reading';

export const understanding = createUnderstanding(readGazetteers({}));

/** Tuesday 24 November 2026, 10:52 in Basingstoke. */
export const SENT_AT = '2026-11-24T10:52:00+00:00';

export const read = (text: string, sentAt = SENT_AT): Reading => understanding.read({ sentAt, text });

/** The only encounter of a message; fails where there is another number of them. */
export function encounter(text: string, sentAt = SENT_AT): EncounterReading {
  const { encounters } = read(text, sentAt);
  const [first] = encounters;
  if (!first || encounters.length !== 1) throw new Error(`${encounters.length} encounters in: ${text}`);
  return first;
}

const linesOf = <T>(file: string): T[] =>
  readFileSync(path.join(__dirname, 'examples', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

export function examples(name: string): { examples: Example[]; expected: Map<string, Expected> } {
  const expected = linesOf<Expected>(`${name}.expected.jsonl`);
  return {
    examples: linesOf<Example>(`${name}.jsonl`),
    expected: new Map(expected.map((line) => [line.id, line])),
  };
}

export const heldOutIds = new Set<string>(
  JSON.parse(readFileSync(path.join(__dirname, 'heldOut.json'), 'utf8')) as string[],
);
