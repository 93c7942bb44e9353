import { APPEND_ONLY_TABLES } from '../../data/roles';
import type { Transaction } from '../../data/unitOfWork';
import { type Finding, failed, ok } from './finding';
import { sayFew } from './sayFew';

/** Whether the database itself refuses every change of the audit, whoever asks: its triggers are there and on. */
export async function checkAuditTriggers(tx: Transaction): Promise<readonly Finding[]> {
  const names = APPEND_ONLY_TABLES.map((table) => `${table}_is_append_only`);
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT tgname::text AS name FROM pg_trigger WHERE tgname = ANY (${names}) AND tgenabled IN ('O', 'A')`;
  const off = APPEND_ONLY_TABLES.filter(
    (table) => !rows.some(({ name }) => name === `${table}_is_append_only`),
  );
  return off.length === 0
    ? [ok('The database refuses every change of the audit.')]
    : [
        failed(
          `The trigger that refuses every change of ${sayFew(off)} is off or gone.`,
          `As the owner: ${off.map((table) => `ALTER TABLE "${table}" ENABLE TRIGGER "${table}_is_append_only"`).join('; ')}. Then npm run admin -- audit verify, and tell information governance.`,
        ),
      ];
}
