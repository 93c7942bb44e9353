import { basename } from 'node:path';
import { Argument, type Command } from 'commander';
import {
  type Imported,
  type ImportKind,
  importers,
  importRecords,
} from '../../usecases/imports/importRecords';
import type { RowProblem } from '../../usecases/imports/table/rowProblem';
import type { ProgressBar } from '../adminIo';
import type { AdminRun } from '../session';

/** Fewer rows are stored before anybody could read a bar. */
const rowsForBar = 2_000;
const timeoutMs = 30 * 60_000;

export function addImportCommand(program: Command, run: AdminRun): void {
  program
    .command('import')
    .description('bring in records from a CSV file; importing again updates and never duplicates')
    .addArgument(new Argument('<kind>', 'what the file holds').choices(Object.keys(importers)))
    .argument('<file>', 'the CSV file')
    .option('--skip-bad-rows', 'store the good rows and leave the bad ones out', false)
    .action(async (kind: ImportKind, path: string, options: { skipBadRows: boolean }) => {
      const bytes = await run.io.readFile(path).catch(() => null);
      if (bytes === null) {
        run.refuse(`${basename(path)} can’t be read. Check its name and place.`);
        return;
      }
      const bar = createBar(run);
      const imported = await run
        .as(
          (work, person) => importRecords(work, person, { kind, bytes, ...options, progress: bar.update }),
          {
            timeoutMs,
          },
        )
        .finally(bar.stop);
      report(run, { kind, file: basename(path), imported });
    });
}

function createBar(run: AdminRun) {
  let bar: ProgressBar | null | undefined;
  return {
    update: (done: number, total: number) => {
      if (bar === undefined) bar = total > rowsForBar ? run.io.progressBar(total) : null;
      bar?.update(done);
    },
    stop: () => bar?.stop(),
  };
}

function report(run: AdminRun, input: { kind: ImportKind; file: string; imported: Imported }): void {
  const { imported, file } = input;
  if (imported.kind === 'refused') {
    run.refuse(imported.sentence);
    return;
  }
  if (imported.kind === 'unreadable') {
    const { problem } = imported;
    run.refuse('line' in problem ? sayProblem(file, problem) : `${file}: ${problem.reason}`);
    run.io.err('Nothing was imported.');
    return;
  }
  run.io.out(sayEncoding(file, imported.encoding));
  if (imported.unknownColumns.length > 0)
    run.io.err(
      `Warning: ${file} has columns that are not known here and were not read: ${imported.unknownColumns.map((name) => `"${name.slice(0, 40)}"`).join(', ')}.`,
    );
  for (const problem of imported.problems) run.io.err(sayProblem(file, problem));
  if (imported.kind === 'bad_rows') {
    const bad = new Set(imported.problems.map(({ line }) => line)).size;
    run.refuse(
      `Nothing was imported: ${bad} of ${imported.rows} rows ${bad === 1 ? 'is' : 'are'} wrong. Mend the file, or leave them out with --skip-bad-rows.`,
    );
    return;
  }
  for (const note of imported.notes) run.io.out(note);
  run.io.out(sayCounts(input.kind, imported));
}

function sayProblem(file: string, { line, column, reason }: RowProblem): string {
  return column === null
    ? `${file} line ${line}: ${reason}`
    : `${file} line ${line}, column "${column}": ${reason}`;
}

function sayEncoding(file: string, encoding: string): string {
  return encoding === 'Windows-1252'
    ? `${file} was read as Windows-1252, since it is not UTF-8. If accents come out wrong, save it as "CSV UTF-8".`
    : `${file} was read as ${encoding}.`;
}

function sayCounts(kind: ImportKind, counts: Extract<Imported, { kind: 'imported' }>): string {
  const { created, updated, unchanged, leftOut } = counts;
  const { one, many } = importers[kind];
  const total = created + updated + unchanged;
  const left = leftOut > 0 ? ` ${leftOut} ${leftOut === 1 ? 'row was' : 'rows were'} left out.` : '';
  return `Imported ${total} ${total === 1 ? one : many}: ${created} new, ${updated} updated, ${unchanged} unchanged.${left}`;
}
