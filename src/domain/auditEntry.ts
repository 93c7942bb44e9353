import { createHash } from 'node:crypto';

/** Who did it: a member of staff, somebody at the command line in a staff member's name, or the service itself. */
export type Actor =
  | { readonly kind: 'staff' | 'command_line'; readonly staffId: string }
  | { readonly kind: 'service' }
  | { readonly kind: 'unregistered'; readonly accountId: string };

/** What was done to which record: names of fields, never their values. */
export interface AuditEntry {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly fields: readonly string[];
}

/** One row of the audit: the entry, when, by whom, and the hash of all of it. */
export interface AuditRow {
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly fields: string[];
  readonly contentHash: string;
}

/** The row for an entry. The hash covers every column but the id, so that a change of any of them shows. */
export function auditRow(entry: AuditEntry, actor: Actor, at: Date): AuditRow {
  const row = {
    at,
    actorKind: actor.kind,
    actorId: actorId(actor),
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    fields: [...entry.fields],
  };
  return { ...row, contentHash: auditContentHash(row) };
}

/** SHA-256, hex, over the columns of an audit row in a fixed order. */
export function auditContentHash(row: Omit<AuditRow, 'contentHash'>): string {
  const content = [
    row.at.toISOString(),
    row.actorKind,
    row.actorId,
    row.action,
    row.subjectType,
    row.subjectId,
    row.fields,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'staff':
    case 'command_line':
      return actor.staffId;
    case 'unregistered':
      return actor.accountId;
    case 'service':
      return null;
  }
}
