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
  if (encounterIds.length === 0) return [];
  const rows = await tx.concern.findMany({
    where: { encounterId: { in: [...encounterIds] } },
    include: concernInclude,
    orderBy: { number: 'asc' },
  });
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
