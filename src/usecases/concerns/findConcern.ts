import type { Transaction } from '../../data/unitOfWork';
import { colleagueName, type Role } from '../../domain/person';

/** A worry about a child as it stands: who raised it, and who has been told. */
export interface Concern {
  readonly id: string;
  readonly number: number;
  readonly raisedById: string;
  readonly raisedBy: string;
  readonly raisedAt: Date;
  readonly toldWhom: string | null;
  readonly toldAt: Date | null;
  readonly theirReference: string | null;
  /** The encounter it belongs to; null while that is still a draft. */
  readonly encounter: { readonly id: string; readonly number: number } | null;
}

/** What `toConcern` reads beside the row itself. */
export const concernInclude = {
  raisedBy: { select: { givenName: true, familyName: true, roles: true } },
  encounter: { select: { id: true, number: true } },
} as const;

export async function findConcern(tx: Transaction, id: string): Promise<Concern | null> {
  const row = await tx.concern.findUnique({ where: { id }, include: concernInclude });
  return row === null ? null : toConcern(row);
}

/** The worries about the children of some encounters, oldest first. */
export async function concernsOf(
  tx: Transaction,
  encounterIds: readonly string[],
): Promise<readonly Concern[]> {
  // One statement for what Prisma would ask in three, at every save.
  const rows = await tx.$queryRaw<Parameters<typeof toConcern>[0][]>`
    SELECT c.id, c.number, c."raisedById", c."raisedAt", c."toldWhom", c."toldAt", c."theirReference",
      json_build_object('givenName', m."givenName", 'familyName', m."familyName", 'roles', m.roles) AS "raisedBy",
      json_build_object('id', e.id, 'number', e.number) AS encounter
    FROM "Concern" c JOIN "StaffMember" m ON m.id = c."raisedById" JOIN "Encounter" e ON e.id = c."encounterId"
    WHERE c."encounterId" = ANY(${[...encounterIds]}::uuid[]) ORDER BY c.number`;
  return rows.map(toConcern);
}

export function toConcern(row: {
  id: string;
  number: number;
  raisedById: string;
  raisedAt: Date;
  toldWhom: string | null;
  toldAt: Date | null;
  theirReference: string | null;
  raisedBy: { givenName: string; familyName: string; roles: Role[] };
  encounter: { id: string; number: number } | null;
}): Concern {
  const { raisedBy, id, number, raisedById, raisedAt, toldWhom, toldAt, theirReference, encounter } = row;
  return {
    id,
    number,
    raisedById,
    raisedBy: colleagueName(raisedBy),
    raisedAt,
    toldWhom,
    toldAt,
    theirReference,
    encounter,
  };
}
