import { type EncounterValues, encounterValuesSchema } from '../domain/encounterRecord';
import { fromDateColumn, toLocalMinute } from '../domain/localTime';
import { colleagueName } from '../domain/person';
import type { Prisma } from './generated/client';
import type { Transaction } from './unitOfWork';

const include = {
  school: { select: { name: true } },
  place: { select: { name: true } },
  recordedBy: { select: { givenName: true, familyName: true, roles: true } },
  day: { select: { closedAt: true } },
  child: { select: { identified: true, number: true } },
} satisfies Prisma.EncounterInclude;
type Row = Prisma.EncounterGetPayload<{ include: typeof include }>;

/** A saved encounter as it stands now. */
export interface Encounter {
  readonly id: string;
  readonly number: number;
  readonly state: Row['state'];
  readonly revision: number;
  readonly draftId: string | null;
  readonly recordedById: string;
  readonly recordedBy: string;
  readonly savedAt: Date;
  readonly timeStated: boolean;
  readonly values: EncounterValues;
  readonly identified: boolean;
  /** On an Attendance Day, or outside one. */
  readonly onAttendanceDay: boolean;
  readonly dayClosed: boolean;
}

/** The encounter with this id or number, held against other changes until the transaction ends; null if none. */
export async function lockEncounter(
  tx: Transaction,
  where: { id: string } | { number: number },
): Promise<Encounter | null> {
  if ('id' in where) await tx.$executeRaw`SELECT 1 FROM "Encounter" WHERE id = ${where.id}::uuid FOR UPDATE`;
  const row = await tx.encounter.findUnique({ where, include });
  return row === null ? null : toEncounter(row);
}

/** The encounters that were saved from a draft, in the order the children were named. */
export async function encountersOfDraft(tx: Transaction, draftId: string): Promise<readonly Encounter[]> {
  const rows = await tx.encounter.findMany({
    where: { draftId },
    include,
    orderBy: { draftChildKey: 'asc' },
  });
  return rows.map(toEncounter);
}

function toEncounter(row: Row): Encounter {
  const values = encounterValuesSchema.parse({
    ...row,
    dateOfBirth: row.dateOfBirth === null ? null : fromDateColumn(row.dateOfBirth),
    occurredAt: toLocalMinute(row.occurredAt),
    school: row.school?.name ?? null,
    place: row.place?.name ?? null,
  });
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    revision: row.revision,
    draftId: row.draftId,
    recordedById: row.recordedById,
    recordedBy: colleagueName(row.recordedBy),
    savedAt: row.savedAt,
    timeStated: row.timeStated,
    values,
    identified: row.child.identified,
    onAttendanceDay: row.dayId !== null,
    dayClosed: row.day !== null && row.day.closedAt !== null,
  };
}
