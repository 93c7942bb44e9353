import { type Command, InvalidArgumentError } from 'commander';
import { changeScheme, readScheme, type SchemeSettings } from '../../usecases/scheme/changeScheme';
import { createScheme } from '../../usecases/scheme/createScheme';
import { type AdminRun, UsageError } from '../session';

interface CreateOptions {
  readonly name: string;
  readonly accessContact: string;
  readonly firstAdministrator: readonly string[];
  readonly agencyKey: string;
  readonly agencyName: string;
}

export function addSchemeCommands(program: Command, run: AdminRun): void {
  const scheme = program.command('scheme').description('the authority and its settings');
  addShow(scheme, run);
  addSet(scheme, run);
  addCreate(scheme, run);
}

function addShow(scheme: Command, run: AdminRun): void {
  scheme
    .command('show')
    .description('show the settings')
    .action(async () => {
      const read = await run.as((work, person) => readScheme(work, person));
      if (read.kind === 'refused') {
        run.refuse(read.sentence);
        return;
      }
      const { name, mode, accessContact, linkByVerifiedEmail } = read.scheme;
      const { draftReminderMinutes, undoMinutes, duplicateMinutes } = read.scheme;
      run.io.out(`Scheme: ${name} (${mode === 'live' ? 'real records' : 'practice room'})`);
      run.io.out(`For access: ${accessContact}`);
      run.io.out(`Accounts linked by verified e-mail: ${linkByVerifiedEmail ? 'yes' : 'no'}`);
      run.io.out(`Unsaved drafts come back after ${draftReminderMinutes} minutes`);
      run.io.out(`Undo works for ${undoMinutes} minutes`);
      run.io.out(`Encounters within ${duplicateMinutes} minutes may be the same`);
      const { handOverMinutes, handOverAlertMinutes, receptionTeam, privacyNoticeUrl } = read.scheme;
      run.io.out(
        `A hand-over is asked for after ${handOverMinutes} minutes, and told on ${handOverAlertMinutes} minutes later`,
      );
      run.io.out(`Children’s reception team: ${receptionTeam ?? 'not set'}`);
      run.io.out(`Privacy notice: ${privacyNoticeUrl ?? 'not set'}`);
    });
}

function addSet(scheme: Command, run: AdminRun): void {
  scheme
    .command('set')
    .description('change the settings that are named')
    .option('--name <text>', 'the scheme’s name')
    .option('--access-contact <text>', 'whom to ask for access')
    .option('--link-by-verified-email <yes|no>', 'link an account on first contact', readYesNo)
    .option('--draft-reminder-minutes <n>', 'when an unsaved draft comes back', readMinutes)
    .option('--undo-minutes <n>', 'how long a saved encounter may be undone', readMinutes)
    .option('--duplicate-minutes <n>', 'within what time two encounters may be the same', readMinutes)
    .option('--hand-over-minutes <n>', 'how long a child may be on the way until it is asked', readMinutes)
    .option('--hand-over-alert-minutes <n>', 'after asking, until it is told on', readMinutes)
    .option('--reception-team <number>', 'the children’s reception team, to ring; "" for none', readNone)
    .option('--privacy-notice-url <address>', 'where the privacy notice stands; "" for none', readNone)
    .action(async (change: Partial<SchemeSettings>) => {
      if (Object.keys(change).length === 0)
        throw new UsageError('Name a setting to change: see scheme set --help.');
      const changed = await run.as((work, person) => changeScheme(work, person, change));
      if (changed.kind === 'refused') run.refuse(changed.sentence);
      else
        run.io.out(
          changed.fields.length === 0
            ? 'The settings were like this already.'
            : `Changed: ${changed.fields.join(', ')}.`,
        );
    });
}

function addCreate(scheme: Command, run: AdminRun): void {
  scheme
    .command('create')
    .description('begin a live scheme on an empty database; the only command without --as')
    .requiredOption('--live', 'it will hold real records')
    .requiredOption('--name <text>', 'the scheme’s name')
    .requiredOption('--access-contact <text>', 'whom to ask for access')
    .requiredOption('--first-administrator <words...>', 'e-mail address, given name, family name')
    .requiredOption('--agency-key <key>', 'the council’s key, as staff files will write it')
    .requiredOption('--agency-name <text>', 'the council’s name')
    .action(async (options: CreateOptions) => {
      const [email, givenName, familyName, ...more] = options.firstAdministrator;
      if (email === undefined || givenName === undefined || familyName === undefined || more.length > 0)
        throw new UsageError(
          '--first-administrator takes three words: e-mail address, "given name", "family name".',
        );
      if (run.io.liveRefusal !== null) {
        run.refuse(run.io.liveRefusal);
        return;
      }
      const created = await run.alone((work) =>
        createScheme(work, {
          name: options.name,
          accessContact: options.accessContact,
          agency: { key: options.agencyKey, name: options.agencyName },
          administrator: { email, givenName, familyName },
        }),
      );
      if (created.kind === 'refused') run.refuse(created.sentence);
      else run.io.out(`The scheme is there. Its first administrator is S-${created.staffNumber}.`);
    });
}

function readYesNo(written: string): boolean {
  if (written !== 'yes' && written !== 'no') throw new InvalidArgumentError('Write yes or no.');
  return written === 'yes';
}

/** An option given empty takes the value away. */
function readNone(written: string): string | null {
  return written.trim() === '' ? null : written.trim();
}

function readMinutes(written: string): number {
  if (!/^\d{1,4}$/.test(written)) throw new InvalidArgumentError('Write a whole number of minutes.');
  return Number(written);
}
