import { readFileSync } from 'node:fs';

/** One instruction of the Dockerfile: its word in capitals, the rest of it, and the number of its stage from 0. */
export interface Instruction {
  readonly word: string;
  readonly rest: string;
  /** -1 before the first FROM. */
  readonly stage: number;
}

/** The Dockerfile's instructions in order; comments left out, continued lines joined. */
export function readDockerfile(): readonly Instruction[] {
  const lines = readFileSync('Dockerfile', 'utf8')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  let stage = -1;
  return lines.map((line) => {
    const [, word = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') stage += 1;
    return { word, rest, stage };
  });
}
