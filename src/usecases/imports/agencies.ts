import { randomUUID } from 'node:crypto';
import type { Transaction, Work } from '../../data/unitOfWork';
import type { AgencyKind } from '../../domain/person';
import { foldName } from './foldName';
import type { StaffRow } from './staffColumns';

interface Agency {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: AgencyKind;
}

export interface AgencyPlan {
  /** The kind of an agency on record or described in the file. */
  kindOf(key: string): AgencyKind | undefined;
  store(
    work: Work,
    without: ReadonlySet<number>,
  ): Promise<{ idOf(key: string): string; notes: readonly string[] }>;
}

/**
 * The agencies that a staff file names. A new one needs its name and kind on a row that is right in itself; the kind of
 * one on record is not changed by a file, since rights hang on it.
 */
export async function planAgencies(tx: Transaction, staff: readonly StaffRow[]): Promise<AgencyPlan> {
  const stored = new Map((await tx.agency.findMany()).map((agency) => [agency.key, agency]));
  const described = new Map<string, { line: number; name: string; kind: AgencyKind }>();
  for (const row of staff) {
    const { line, agencyKey: key, agencyName: name, agencyKind: kind, problems } = row;
    const known = stored.get(key);
    if (kind !== null && known !== undefined && kind !== known.kind)
      problems.push({
        line,
        column: 'agency kind',
        reason: `differs from the kind on record (${known.kind}). A file does not change it.`,
      });
    const before = described.get(key);
    const knownKind = kind ?? known?.kind;
    if (before === undefined && name && knownKind !== undefined && problems.length === 0)
      described.set(key, { line, name, kind: knownKind });
    if (before !== undefined && name && foldName(before.name) !== foldName(name))
      problems.push({
        line,
        column: 'agency name',
        reason: `differs from line ${before.line}. Write the same.`,
      });
    if (before !== undefined && kind !== null && before.kind !== kind)
      problems.push({
        line,
        column: 'agency kind',
        reason: `differs from line ${before.line}. Write the same.`,
      });
  }
  for (const { line, agencyKey: key, problems } of staff)
    if (key !== '' && !stored.has(key) && !described.has(key))
      problems.push({
        line,
        column: 'agency',
        reason: 'is not on record. Write its name and kind beside it, on a row that is right otherwise.',
      });
  return {
    kindOf: (key) => stored.get(key)?.kind ?? described.get(key)?.kind,
    store: async (work, without) => {
      const ids = new Map([...stored.values()].map(({ key, id }) => [key, id]));
      const used = new Set(staff.filter(({ line }) => !without.has(line)).map(({ agencyKey }) => agencyKey));
      const notes: string[] = [];
      for (const [key, { name, kind }] of described) {
        if (!used.has(key)) continue;
        const id = await storeAgency(work, stored.get(key), { key, name, kind });
        if (!ids.has(key)) notes.push(`New agency: ${key} (${kind}).`);
        ids.set(key, id);
      }
      return { idOf: (key) => ids.get(key) ?? '', notes };
    },
  };
}

async function storeAgency(
  work: Work,
  known: Agency | undefined,
  wanted: { key: string; name: string; kind: AgencyKind },
): Promise<string> {
  if (known?.name === wanted.name) return known.id;
  const id = known?.id ?? randomUUID();
  await work.tx.agency.upsert({ where: { id }, create: { id, ...wanted }, update: { name: wanted.name } });
  work.audit({
    action: known ? 'agency.changed' : 'agency.created',
    subjectType: 'Agency',
    subjectId: id,
    fields: known ? ['name'] : ['key', 'name', 'kind'],
  });
  return id;
}
