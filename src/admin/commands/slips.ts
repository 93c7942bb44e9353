import type { Command } from 'commander';
import { countSlips } from '../../usecases/slips/countSlips';
import type { AdminRun } from '../session';

export function addSlipsCommand(program: Command, run: AdminRun): void {
  program
    .command('slips')
    .description('how often children were named in channels, by month and agency')
    .action(async () => {
      const counted = await run.as((work, person) => countSlips(work, person));
      if (counted.kind === 'refused') {
        run.refuse(counted.sentence);
        return;
      }
      if (counted.counts.length === 0) run.io.out('No child was named in a channel that I can read.');
      for (const { month, agencyKey, slips, people } of counted.counts)
        run.io.out(`${month} ${agencyKey}: ${slips} by ${people} ${people === 1 ? 'person' : 'people'}`);
    });
}
