import type { Transaction } from '../../data/unitOfWork';
import { foldName } from './foldName';
import { groupBy } from './groupBy';
import { type PupilRow, pupilKey } from './pupilColumns';
import type { PupilField } from './pupilField';
import type { StoredRow } from './storeRows';

export type StoredPupil = StoredRow<PupilField> & {
  readonly upn: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly dateOfBirth: string | null;
  readonly schoolId: string | null;
};

/** The pupils on record that rows of a file may mean. */
export interface StoredPupils {
  readonly byUpn: ReadonlyMap<string, StoredPupil>;
  readonly byKey: ReadonlyMap<string, readonly StoredPupil[]>;
}

/** Reads the pupils on record with one of the file's UPNs or at one of its schools. */
export async function findPupils(tx: Transaction, rows: readonly PupilRow[]): Promise<StoredPupils> {
  const upns = rows.flatMap(({ upn }) => (upn === null ? [] : [upn]));
  const schoolIds = [...new Set(rows.flatMap(({ schoolId }) => (schoolId === null ? [] : [schoolId])))];
  const found = await tx.$queryRaw<StoredPupil[]>`
    SELECT id, upn, "givenName", "familyName", "knownAs", to_char("dateOfBirth", 'YYYY-MM-DD') AS "dateOfBirth",
      "yearGroup", "schoolId", "householdId", active
    FROM "Child"
    WHERE identified AND (upn = ANY(${upns}::text[]) OR "schoolId" = ANY(${schoolIds}::uuid[]))`;
  const byUpn = new Map(found.flatMap((pupil) => (pupil.upn === null ? [] : [[pupil.upn, pupil] as const])));
  return { byUpn, byKey: groupBy(found, pupilKey) };
}

/**
 * Which record a row means: by UPN; else by school, full name and date of birth. A UPN never takes over the record of
 * somebody with another name and another date of birth: one of the two is a slip.
 */
export function matchPupil(
  row: PupilRow,
  stored: StoredPupils,
): { readonly existing: StoredPupil | null } | { readonly reason: string } {
  const numbered = row.upn === null ? undefined : stored.byUpn.get(row.upn);
  if (numbered !== undefined)
    return isSomebodyElse(row, numbered)
      ? { reason: 'belongs to a pupil on record with another name and date of birth. Check which is right.' }
      : { existing: numbered };
  const named = (stored.byKey.get(pupilKey(row)) ?? []).filter(
    (pupil) => row.upn === null || pupil.upn === null,
  );
  if (named.length > 1)
    return { reason: 'is needed here: two pupils on record have this school, name and date of birth.' };
  return { existing: named[0] ?? null };
}

function isSomebodyElse(row: PupilRow, pupil: StoredPupil): boolean {
  const same = (one: string | null, other: string | null) => foldName(one ?? '') === foldName(other ?? '');
  return (
    row.dateOfBirth !== pupil.dateOfBirth &&
    !same(row.givenName, pupil.givenName) &&
    !same(row.familyName, pupil.familyName)
  );
}
