import type { Command } from 'commander';
import type { BrokenAudit } from '../../data/auditChain';
import { checkAudit } from '../../usecases/audit/checkAudit';
import type { AdminRun } from '../session';

/** A day of a large authority is some 20,000 rows; ten years of days are read in this time. */
const longestMs = 30 * 60_000;

const brokenWords: Record<BrokenAudit['what'], string> = {
  changed: 'does not say any more what it said when it was written',
  removed: 'is gone',
  inserted: 'was put in later, past the service',
  'seal changed': 'has a seal that does not fit the one before it',
};

export function addAuditCommands(program: Command, run: AdminRun): void {
  const audit = program.command('audit').description('the record of who did what');
  audit
    .command('verify')
    .description('check that no row of the audit was changed, removed or put in later')
    .action(async () => {
      const checked = await run.as((work, person) => checkAudit(work, person), { timeoutMs: longestMs });
      if (checked.kind === 'refused') {
        run.refuse(checked.sentence);
        return;
      }
      const { broken, sealed, unsealed, head } = checked;
      if (broken === null) {
        run.io.out(`The audit is whole: ${sealed} rows sealed, ${unsealed} waiting for their seal.`);
        run.io.out(`Its head is ${head}. Kept elsewhere, it shows later that nothing before it was rebuilt.`);
      } else
        run.refuse(
          `The audit is broken. The first row that is wrong is ${broken.eventId}: it ${brokenWords[broken.what]}. ${sealed} rows before it are whole. Keep the database as it is, and tell information governance.`,
        );
    });
}
