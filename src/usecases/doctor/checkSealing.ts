import { countLateSeals } from '../../data/auditChain';
import type { Transaction } from '../../data/unitOfWork';
import { type Finding, ok, warning } from './finding';

/** Whether the audit is sealed within seconds of being written. */
export async function checkSealing(tx: Transaction, now: Date): Promise<readonly Finding[]> {
  const late = await countLateSeals(tx, now);
  return [
    late === 0
      ? ok('The audit is sealed up to the last minute.')
      : warning(
          `${late === 1 ? '1 row of the audit waits' : `${late} rows of the audit wait`} for a seal for more than a minute.`,
          'Start the service: it seals within seconds. If it runs, look for "seal" in its log, then npm run admin -- --as … audit verify.',
        ),
  ];
}
