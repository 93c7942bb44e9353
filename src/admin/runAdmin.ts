import { Command, CommanderError } from 'commander';
import type { AdminIo } from './adminIo';
import { addAuditCommands } from './commands/audit';
import { addChannelCommands } from './commands/channel';
import { addDayCommands } from './commands/day';
import { addDoctorCommand } from './commands/doctor';
import { addImportCommand } from './commands/importFile';
import { addOutgoingCommands } from './commands/outgoing';
import { addPeopleCommands } from './commands/people';
import { addSchemeCommands } from './commands/scheme';
import { addSlackCommands } from './commands/slack';
import { addSlipsCommand } from './commands/slips';
import { addTenantCommands } from './commands/tenant';
import { createRun, NotOpenedError, UsageError } from './session';

/**
 * Runs one command.
 * @param argv what was typed after the program's name
 * @returns the exit code: 0 done, 1 refused or failed, 2 typed wrongly
 */
export async function runAdmin(argv: readonly string[], io: AdminIo): Promise<number> {
  let code = 0;
  const program = new Command('npm run admin --')
    .description('Rollcall’s command line. What it prints names records by reference, never by name.')
    .option('--as <staff>', 'in whose name: e-mail address or number (S-12) of an active member of staff');
  const run = createRun({
    io,
    staff: () => program.opts<{ as?: string }>().as,
    refuse: (sentence) => {
      io.err(sentence);
      code = 1;
    },
    fail: () => {
      code = 1;
    },
  });
  addImportCommand(program, run);
  addDayCommands(program, run);
  addChannelCommands(program, run);
  addSchemeCommands(program, run);
  addAuditCommands(program, run);
  addSlipsCommand(program, run);
  addOutgoingCommands(program, run);
  addDoctorCommand(program, run);
  addSlackCommands(program, run);
  addTenantCommands(program, run);
  addPeopleCommands(program, run);
  leaveExitToUs(program, io);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, io);
  }
}

function leaveExitToUs(command: Command, io: AdminIo): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => io.out(text.trimEnd()),
    writeErr: (text) => io.err(text.trimEnd()),
  });
  for (const sub of command.commands) leaveExitToUs(sub, io);
}

function explain(error: unknown, io: AdminIo): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    io.err(error.message);
    return 2;
  }
  if (error instanceof NotOpenedError) {
    io.err(error.message);
    return 1;
  }
  // A database's own words may hold what was being stored: only its code is shown.
  io.err(`This was not done, and nothing was stored: ${codeOf(error)}. Try again, or look at the database.`);
  return 1;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
