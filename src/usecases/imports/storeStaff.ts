import type { Work } from '../../data/unitOfWork';
import { fromDateColumn, toDateColumn } from '../../domain/localTime';
import { linkAccounts } from './linkAccounts';
import type { PowerHeld } from './readPower';
import type { StaffRow } from './staffColumns';
import type { Written } from './storeRows';

export interface StaffStore {
  /** Writes one person with powers and accounts. */
  member(row: StaffRow, agencyId: string): Promise<Written['change']>;
  readonly notes: readonly string[];
}

/** Reads what is on record of a file's people once, and then writes them one by one. */
export async function createStaffStore(work: Work, rows: readonly StaffRow[]): Promise<StaffStore> {
  const notes: string[] = [];
  const found = await work.tx.staffMember.findMany({
    where: { email: { in: rows.map(({ email }) => email) } },
    include: { powers: true },
  });
  const stored = new Map(found.map((member) => [member.email, member]));
  return {
    notes,
    member: async (row, agencyId) => {
      const existing = stored.get(row.email);
      const { email, givenName, familyName, roles } = row;
      const values = {
        givenName,
        familyName,
        roles: [...roles],
        agencyId,
        schoolId: row.schoolId === undefined ? (existing?.schoolId ?? null) : row.schoolId,
        active: row.active ?? existing?.active ?? true,
      };
      const fields = existing
        ? (Object.keys(values) as (keyof typeof values)[]).filter(
            (key) => JSON.stringify(values[key]) !== JSON.stringify(existing[key]),
          )
        : ['email', ...Object.keys(values)];
      const member =
        existing && fields.length === 0
          ? existing
          : await work.tx.staffMember.upsert({
              where: { email },
              create: { email, ...values },
              update: values,
            });
      const powersChanged = await storePowers(work, member.id, existing?.powers ?? [], row.powers);
      const changed = [...fields, ...(powersChanged ? ['powers'] : [])];
      if (changed.length > 0)
        work.audit({
          action: existing ? 'staff.changed' : 'staff.created',
          subjectType: 'StaffMember',
          subjectId: member.id,
          fields: changed,
        });
      const linked = await linkAccounts(work, member, row.accounts);
      notes.push(...linked.notes);
      if (!existing) return 'created';
      return changed.length > 0 || linked.changed ? 'updated' : 'unchanged';
    },
  };
}

interface StoredPower {
  readonly power: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly limits: string | null;
}

/** Makes a person's powers those of the file; without the column they stay. */
async function storePowers(
  work: Work,
  staffId: string,
  before: readonly StoredPower[],
  wanted: readonly PowerHeld[] | undefined,
): Promise<boolean> {
  if (wanted === undefined) return false;
  const held = before.map(({ power, from, until, limits }) => ({
    power,
    from: fromDateColumn(from),
    until: until && fromDateColumn(until),
    limits,
  }));
  if (inOrder(held) === inOrder(wanted)) return false;
  await work.tx.staffPower.deleteMany({ where: { staffId } });
  await work.tx.staffPower.createMany({
    data: wanted.map(({ power, from, until, limits }) => ({
      staffId,
      power,
      from: toDateColumn(from),
      until: until === null ? null : toDateColumn(until),
      limits,
    })),
  });
  return true;
}

function inOrder(
  powers: readonly { power: string; from: string; until: string | null; limits: string | null }[],
) {
  return JSON.stringify(
    powers.map(({ power, from, until, limits }) => [power, from, until, limits].join('|')).sort(),
  );
}
