import type { Command } from 'commander';
import { listUnreachable } from '../../usecases/staff/listUnreachable';
import type { AdminRun } from '../session';

const platformNames = { slack: 'Slack', teams: 'Teams', practice: 'the practice room' } as const;

export function addPeopleCommands(program: Command, run: AdminRun): void {
  const people = program.command('people').description('members of staff, by number');
  people
    .command('unreachable')
    .description('list who can’t be written to: they blocked or removed the bot, or their workspace did')
    .action(async () => {
      const listed = await run.as((work, person) => listUnreachable(work, person));
      if (listed.kind === 'refused') {
        run.refuse(listed.sentence);
        return;
      }
      if (listed.people.length === 0) run.io.out('Everybody with an account can be reached.');
      for (const { staffNumber, platform, since, reachedOn } of listed.people) {
        const elsewhere =
          reachedOn.length === 0
            ? 'not reached anywhere'
            : `reached on ${reachedOn.map((name) => platformNames[name]).join(' and ')}`;
        run.io.out(
          `S-${staffNumber}: not on ${platformNames[platform]} since ${since.toISOString()}; ${elsewhere}`,
        );
      }
      if (listed.people.length > 0)
        run.io.out('Whoever writes to Rollcall again counts as reached from then on.');
    });
}
