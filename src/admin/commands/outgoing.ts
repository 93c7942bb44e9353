import type { Command } from 'commander';
import { listOutgoing, sendAgain } from '../../usecases/outgoing/manageOutgoing';
import { type AdminRun, UsageError } from '../session';

const stateWords = {
  pending: 'waits to be sent',
  sending: 'is being sent',
  sent: 'was sent',
  uncertain: 'may have arrived or not',
  undeliverable: 'could not be delivered',
} as const;

export function addOutgoingCommands(program: Command, run: AdminRun): void {
  const outgoing = program.command('outgoing').description('messages that did not arrive, or may not have');
  outgoing
    .command('list')
    .description('list them: where to, since when, why; never what they say')
    .action(async () => {
      const listed = await run.as((work, person) => listOutgoing(work, person));
      if (listed.kind === 'refused') {
        run.refuse(listed.sentence);
        return;
      }
      if (listed.rows.length === 0) run.io.out('Everything was delivered.');
      for (const row of listed.rows)
        run.io.out(
          `${row.id}: ${row.operation} on ${row.platform} of ${row.createdAt.toISOString()} ${stateWords[row.state]} (${row.attempts} ${row.attempts === 1 ? 'try' : 'tries'}${row.lastError === null ? '' : `, ${row.lastError}`})`,
        );
      if (listed.more > 0) run.io.out(`And ${listed.more} older ones.`);
    });
  outgoing
    .command('send-again')
    .description('send one of them once more; one that may have arrived can then arrive twice')
    .argument('<number>', 'its number in the list')
    .action(async (number: string) => {
      if (!/^\d{1,18}$/.test(number)) throw new UsageError('Write the number that stands in outgoing list.');
      const sent = await run.as((work, person) => sendAgain(work, person, { id: BigInt(number) }));
      if (sent.kind === 'refused') run.refuse(sent.sentence);
      else run.io.out(`Message ${number} is sent again by the service within seconds.`);
    });
}
