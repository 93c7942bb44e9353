import { Prisma } from '../../data/generated/client';
import type { Transaction } from '../../data/unitOfWork';
import type { Person } from '../../domain/person';
import { type PersonRow, personColumns, personOf } from './personRow';

/** The staff member with this id, if active. */
export async function findPerson(tx: Transaction, staffId: string, now: Date): Promise<Person | null> {
  const [row] = await tx.$queryRaw<PersonRow[]>(Prisma.sql`
    SELECT ${personColumns(now)} FROM "StaffMember" m JOIN "Agency" g ON g.id = m."agencyId"
    WHERE m.id = ${staffId}::uuid AND m.active`);
  return row === undefined ? null : personOf(row);
}
