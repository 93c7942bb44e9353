import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { createUnderstanding } from './createUnderstanding';
import { allFields, type Example, type Expected, type Measure, measure, percentile } from './measure';
import { readGazetteers } from './readGazetteers';

const EXAMPLES = path.resolve(__dirname, '../../../test/conversation/understand/examples');
/** Nobody tunes on this set: only its totals are printed. */
const UNTUNED = ['unseen'];
const SETS = [
  'messages',
  'messages2',
  'own',
  'constable',
  'welfare',
  'reasons',
  'structure',
  'patrols',
  'evening',
  'everyday',
  'sweeps',
  ...UNTUNED,
];

type ExampleSet = { readonly name: string; readonly messages: string; readonly expected: string };

/** JSON lines of a file; the caller says what they are. */
function linesOf<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

const share = (right: number, counted: number): string =>
  `${counted === 0 ? '-' : ((100 * right) / counted).toFixed(2)} % (${right} of ${counted})`;

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function writeTotals(name: string, result: Measure): void {
  const total = allFields(result);
  write(`${name}: ${result.messages} messages`);
  write(`  fields right    ${share(total.right, total.counted)}`);
  write(`  intents right   ${share(result.intentsRight, result.messages)}`);
  write(`  messages right  ${share(result.messagesRight, result.messages)}`);
  write(
    `  ms per message  p50 ${percentile(result, 0.5).toFixed(2)}, p99 ${percentile(result, 0.99).toFixed(2)} (warm)`,
  );
}

function writeMisses(result: Measure): void {
  for (const [field, { right, counted }] of result.fields)
    write(`    ${field.padEnd(20)}${share(right, counted)}`);
  for (const miss of result.misses) {
    write(
      `  ${miss.id} ${miss.field}: expected ${JSON.stringify(miss.expected)}, got ${JSON.stringify(miss.got)}`,
    );
    write(`      ${JSON.stringify(miss.text)}`);
  }
}

/**
 * Prints how well each set of messages is understood: totals, the share for each field, and every miss; of the sets
 * nobody tunes on, the totals.
 */
function report(sets: readonly ExampleSet[]): void {
  const understanding = createUnderstanding(readGazetteers({}));
  for (const { name, messages, expected } of sets) {
    const wanted = new Map(linesOf<Expected>(expected).map((line) => [line.id, line]));
    const result = measure({
      understanding,
      examples: linesOf<Example>(messages),
      expected: wanted,
      isTimed: true,
    });
    writeTotals(name, result);
    if (!UNTUNED.includes(name)) writeMisses(result);
  }
}

/** Pairs of files given by hand, or the sets the project keeps. */
function setsOf(files: readonly string[]): ExampleSet[] {
  if (files.length % 2 === 1) throw new Error('each file of messages needs its file of expected lines');
  if (files.length === 0) {
    return SETS.map((name) => ({
      name,
      messages: path.join(EXAMPLES, `${name}.jsonl`),
      expected: path.join(EXAMPLES, `${name}.expected.jsonl`),
    }));
  }
  return files.flatMap((messages, i) => {
    const expected = files[i + 1];
    if (i % 2 === 1 || expected === undefined) return [];
    return [{ name: path.basename(messages, '.jsonl'), messages, expected }];
  });
}

try {
  const program = new Command()
    .name('understand:report')
    .description('Measures how well messages are understood')
    .argument('[files...]', 'pairs of files: messages, expected; without them, the sets of the tests')
    .parse();
  report(setsOf(program.args));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
