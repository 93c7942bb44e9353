import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { answerLine } from './answerLines';
import { createUnderstanding } from './createUnderstanding';
import { readGazetteers } from './readGazetteers';

/** JSON lines in, JSON lines out, in the same order; exit code 1 where any line was no message. */
async function main(): Promise<void> {
  const program = new Command()
    .name('understand')
    .description('Reads chat messages as JSON lines on standard input and writes what they say as JSON lines')
    .option('--schools <file>', 'CSV of schools: name,phase,town,postcode,urn,aliases')
    .option('--places <file>', 'CSV of places: name,kind,aliases')
    .parse();
  const understanding = createUnderstanding(
    readGazetteers(program.opts<{ schools?: string; places?: string }>()),
  );
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const answer = answerLine({ understanding, line, number });
    if (answer.kind === 'error') {
      process.stderr.write(`${answer.message}\n`);
      process.exitCode = 1;
    }
    if (answer.kind === 'answer' && !process.stdout.write(`${answer.line}\n`))
      await once(process.stdout, 'drain');
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
