import { fromDateColumn } from '../domain/localTime';
import type { PupilFound } from '../domain/matching';
import { Prisma } from './generated/client';
import type { Transaction } from './unitOfWork';

interface Row {
  id: string;
  givenName: string | null;
  familyName: string | null;
  dateOfBirth: Date | null;
  yearGroup: number | null;
  schoolId: string | null;
  schoolName: string | null;
  similarity: number;
}

/**
 * Pupils whose name is like the one said, most alike first, 12 at most. Without accents and capitals; the name they
 * are known by counts as well. With half a name only that half is compared. Uses the trigram index.
 */
export async function searchPupils(
  tx: Transaction,
  said: { givenName: string | null; familyName: string | null },
): Promise<readonly PupilFound[]> {
  const name = [said.givenName, said.familyName]
    .filter((part) => part !== null)
    .join(' ')
    .slice(0, 120);
  if (name.trim() === '') return [];
  const rows = await tx.$queryRaw<Row[]>(said.givenName && said.familyName ? whole(name) : half(said, name));
  return rows.map((row) => ({
    childId: row.id,
    givenName: row.givenName,
    familyName: row.familyName,
    dateOfBirth: row.dateOfBirth === null ? null : fromDateColumn(row.dateOfBirth),
    yearGroup: row.yearGroup,
    schoolId: row.schoolId,
    schoolName: row.schoolName,
    nameSimilarity: Number(row.similarity),
  }));
}

const columns = Prisma.sql`c.id, c."givenName", c."familyName", c."dateOfBirth", c."yearGroup", c."schoolId",
  s.name AS "schoolName"`;
const source = Prisma.sql`"Child" c LEFT JOIN "School" s ON s.id = c."schoolId"`;
const fullName = Prisma.sql`rollcall_fold(coalesce(c."givenName", '') || ' ' || coalesce(c."familyName", ''))`;
const knownName = Prisma.sql`rollcall_fold(coalesce(c."knownAs", c."givenName", '') || ' ' || coalesce(c."familyName", ''))`;

function whole(name: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columns},
      greatest(similarity(${fullName}, rollcall_fold(${name})), similarity(${knownName}, rollcall_fold(${name})))
        AS similarity
    FROM ${source}
    WHERE c.active AND c.identified
      AND (${fullName} % rollcall_fold(${name}) OR ${knownName} % rollcall_fold(${name}))
    ORDER BY similarity DESC, c.id LIMIT 12`;
}

function half(said: { givenName: string | null }, name: string): Prisma.Sql {
  const column = said.givenName
    ? Prisma.sql`rollcall_fold(coalesce(c."knownAs", c."givenName", ''))`
    : Prisma.sql`rollcall_fold(coalesce(c."familyName", ''))`;
  return Prisma.sql`
    SELECT ${columns}, similarity(${column}, rollcall_fold(${name})) AS similarity
    FROM ${source}
    WHERE c.active AND c.identified
      AND (${fullName} LIKE '%' || ${likePattern(name)} || '%' OR ${knownName} LIKE '%' || ${likePattern(name)} || '%')
      AND similarity(${column}, rollcall_fold(${name})) >= 0.45
    ORDER BY similarity DESC, c.id LIMIT 12`;
}

/** The folded name with LIKE's own signs taken literally. */
function likePattern(name: string): Prisma.Sql {
  return Prisma.sql`replace(replace(replace(rollcall_fold(${name}), '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
}
