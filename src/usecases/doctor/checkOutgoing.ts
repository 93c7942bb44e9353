import type { Transaction } from '../../data/unitOfWork';
import { type Finding, ok, warning } from './finding';

/** Messages of the bot's that did not arrive, or may not have: how many. */
export async function checkOutgoing(tx: Transaction): Promise<readonly Finding[]> {
  const uncertain = await tx.outgoing.count({ where: { state: 'uncertain' } });
  const undeliverable = await tx.outgoing.count({ where: { state: 'undeliverable' } });
  return [
    uncertain + undeliverable === 0
      ? ok('No message is stuck.')
      : warning(
          `${undeliverable} of the bot’s messages could not be delivered, ${uncertain} may have arrived or not.`,
          'See which and why: npm run admin -- --as … outgoing list. Send one again: outgoing send-again.',
        ),
  ];
}
