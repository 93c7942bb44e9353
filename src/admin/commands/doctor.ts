import type { Command } from 'commander';
import type { Finding } from '../../usecases/doctor/finding';
import { examine } from '../examine';
import type { AdminRun } from '../session';

export function addDoctorCommand(program: Command, run: AdminRun): void {
  program
    .command('doctor')
    .description(
      'check the database, the settings, the clock, Slack and Teams, and say what to do about each',
    )
    .action(async () => {
      const examined = await examine(run);
      if (examined.kind === 'refused') {
        run.refuse(examined.sentence);
        return;
      }
      for (const line of examined.findings.flatMap(linesOf)) run.io.out(line);
      if (examined.findings.some(({ level }) => level === 'FAILED')) run.fail();
    });
}

const indent = ' '.repeat(9);

function linesOf(finding: Finding): readonly string[] {
  const first = `${finding.level.padEnd(7)}  ${finding.found}`;
  return finding.level === 'ok' ? [first] : [first, `${indent}${finding.toDo}`];
}
