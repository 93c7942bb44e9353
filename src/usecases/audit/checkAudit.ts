import { type AuditChecked, verifyAudit } from '../../data/auditChain';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';

/** Whether the audit is as it was written, from the first row to the last. The check itself is on record. */
export async function checkAudit(
  work: Work,
  person: Person,
): Promise<({ kind: 'checked' } & AuditChecked) | Refused> {
  const decision = authorise(person, 'audit.verify');
  if (!decision.allowed) return refused(decision.sentence);
  const checked = await verifyAudit(work.tx);
  work.audit({
    action: 'audit.verified',
    subjectType: 'AuditSeal',
    subjectId: String(checked.sealed),
    fields: [],
  });
  return { kind: 'checked', ...checked };
}
