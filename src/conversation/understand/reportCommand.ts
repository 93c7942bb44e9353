import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createUnderstanding } from './createUnderstanding';
import { allFields, type Example, type Expected, measure, percentile } from './measure';
import { readGazetteers } from './readGazetteers';

const EXAMPLES = path.resolve(__dirname, '../../../test/conversation/understand/examples');
const DEFAULTS = ['messages', 'messages2', 'own'].flatMap((name) => [
  path.join(EXAMPLES, `${name}.jsonl`),
  path.join(EXAMPLES, `${name}.expected.jsonl`),
]);

/** JSON lines of a file; the caller says what they are. */
function linesOf<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

const share = (right: number, counted: number): string =>
  `${counted === 0 ? '-' : ((100 * right) / counted).toFixed(2)} % (${right} of ${counted})`;

/** Prints how well the messages of each pair of files are understood, and every miss. */
function report(files: readonly string[]): void {
  const write = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  const understanding = createUnderstanding(readGazetteers({}));
  for (let i = 0; i + 1 < files.length; i += 2) {
    const [messages = '', wanted = ''] = files.slice(i, i + 2);
    const expected = new Map(linesOf<Expected>(wanted).map((line) => [line.id, line]));
    const result = measure({ understanding, examples: linesOf<Example>(messages), expected });
    const total = allFields(result);
    write(`${path.basename(messages)}: ${result.messages} messages`);
    write(`  intents right   ${share(result.intentsRight, result.messages)}`);
    write(`  fields right    ${share(total.right, total.counted)}`);
    write(`  messages right  ${share(result.messagesRight, result.messages)}`);
    write(
      `  ms per message  p50 ${percentile(result, 0.5).toFixed(2)}, p99 ${percentile(result, 0.99).toFixed(2)}`,
    );
    for (const [field, { right, counted }] of result.fields)
      write(`    ${field.padEnd(20)}${share(right, counted)}`);
    for (const miss of result.misses) {
      write(
        `  ${miss.id} ${miss.field}: expected ${JSON.stringify(miss.expected)}, got ${JSON.stringify(miss.got)}`,
      );
      write(`      ${JSON.stringify(miss.text)}`);
    }
  }
}

try {
  const files = process.argv.slice(2);
  report(files.length > 0 ? files : DEFAULTS);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
