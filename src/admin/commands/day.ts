import type { Command } from 'commander';
import { changeDay } from '../../usecases/days/changeDay';
import { closeDay } from '../../usecases/days/closeDay';
import { createDay, type DayStored } from '../../usecases/days/createDay';
import type { DirectionPlan } from '../../usecases/days/dayPlan';
import { readDay } from '../../usecases/days/readDay';
import type { Refused } from '../../usecases/refusal';
import { parsePatrols } from '../parsePatrols';
import { sayDay } from '../sayDay';
import { type AdminRun, UsageError } from '../session';

interface DayOptions {
  readonly date: string;
  readonly area?: string;
  readonly from?: string;
  readonly until?: string;
  readonly designatedPlace?: string;
  readonly directionBy?: string;
  readonly directionArea?: string;
  readonly directionFrom?: string;
  readonly directionUntil?: string;
  readonly direction?: false;
  readonly coordinator?: string;
  readonly patrol?: readonly string[];
}

export function addDayCommands(program: Command, run: AdminRun): void {
  const day = program.command('day').description('Attendance Days: create, show, change, close');

  withOptions(day.command('create').description('create an Attendance Day'), true).action(
    async (options: DayOptions & { area: string; from: string; until: string }) => {
      const plan = {
        date: options.date,
        area: options.area,
        from: options.from,
        until: options.until,
        designatedPlace: filled(options.designatedPlace) ?? null,
        direction: directionOf(options) ?? null,
        coordinator: filled(options.coordinator) ?? null,
        patrols: parsePatrols(options.patrol ?? []),
      };
      reportStored(
        run,
        'Created',
        options.date,
        await run.as((work, person) => createDay(work, person, plan)),
      );
    },
  );

  withOptions(day.command('change').description('change what is named, keep the rest'), false)
    .option('--no-direction', 'take the direction away')
    .action(async (options: DayOptions) => {
      const change = {
        date: options.date,
        area: options.area,
        from: options.from,
        until: options.until,
        designatedPlace: filled(options.designatedPlace),
        direction: options.direction === false ? null : directionOf(options),
        coordinator: filled(options.coordinator),
        patrols: options.patrol && parsePatrols(options.patrol),
      };
      reportStored(
        run,
        'Changed',
        options.date,
        await run.as((work, person) => changeDay(work, person, change)),
      );
    });

  day
    .command('show')
    .description('show a day: hours, patrols by staff number, counts')
    .argument('<date>', 'year-month-day')
    .action(async (date: string) => {
      const found = await run.as((work, person) => readDay(work, person, { date }));
      if (found.kind === 'refused') run.refuse(found.sentence);
      else for (const line of sayDay(found)) run.io.out(line);
    });

  day
    .command('close')
    .description('close a day: encounters stay as they are, drafts left open go to the coordinator')
    .argument('<date>', 'year-month-day')
    .action((date: string) => closeAndTell(run, date));
}

async function closeAndTell(run: AdminRun, date: string): Promise<void> {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new UsageError('Write the date as year-month-day: 2026-11-24.');
  const closed = await run.as(async (work, person) => {
    const result = await closeDay(work, person, { date });
    if (result.kind === 'closed') await run.io.tellCoordinators(work, result);
    return result;
  });
  if (closed.kind === 'refused') run.refuse(closed.sentence);
  else if (closed.kind === 'already') run.refuse(`The day of ${date} is closed already.`);
  else
    run.io.out(
      `Closed the day of ${date}. Drafts handed to the coordinator: ${closed.handedOver.map(({ number }) => `D-${number}`).join(', ') || 'none'}.`,
    );
}

function withOptions(command: Command, creating: boolean): Command {
  const needed = creating
    ? (flags: string, what: string) => command.requiredOption(flags, what)
    : (flags: string, what: string) => command.option(flags, what);
  command.requiredOption('--date <date>', 'year-month-day, Monday to Friday');
  needed('--area <text>', 'where the patrols go');
  needed('--from <time>', 'when the day begins, 09:00');
  needed('--until <time>', 'when it ends, 15:30');
  return command
    .option(
      '--designated-place <text>',
      'designated by the council (Crime and Disorder Act 1998, section 16)',
    )
    .option('--direction-by <text>', 'who gave the section 16 direction: a superintendent or above')
    .option('--direction-area <text>', 'the area it names')
    .option('--direction-from <time>', 'from when it holds')
    .option('--direction-until <time>', 'until when')
    .option('--coordinator <staff>', 'e-mail address or number; otherwise every coordinator')
    .option(
      '--patrol <name: people>',
      '"Town centre: a@example.org*, b@example.org"; * leads; may be repeated',
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    );
}

/** All four parts of a direction, or none of them. */
function directionOf(options: DayOptions): DirectionPlan | undefined {
  const { directionBy, directionArea, directionFrom, directionUntil } = options;
  const parts = [directionBy, directionArea, directionFrom, directionUntil];
  if (parts.every((part) => part === undefined)) return undefined;
  if (
    directionBy === undefined ||
    directionArea === undefined ||
    directionFrom === undefined ||
    directionUntil === undefined
  )
    throw new UsageError(
      'A direction needs all of --direction-by, --direction-area, --direction-from and --direction-until.',
    );
  return { givenBy: directionBy, area: directionArea, from: directionFrom, until: directionUntil };
}

/** An option given empty takes the value away. */
function filled(value: string | undefined): string | null | undefined {
  return value?.trim() === '' ? null : value;
}

function reportStored(run: AdminRun, what: string, date: string, stored: DayStored | Refused): void {
  if (stored.kind === 'refused') {
    run.refuse(stored.sentence);
    return;
  }
  for (const warning of stored.warnings) run.io.err(`Warning: ${warning}`);
  run.io.out(
    `${what} the Attendance Day of ${date}: ${stored.patrols} ${stored.patrols === 1 ? 'patrol' : 'patrols'}, ${stored.staff} staff.`,
  );
}
