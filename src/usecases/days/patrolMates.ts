import type { Transaction } from '../../data/unitOfWork';
import { toDateColumn, toLocalDate } from '../../domain/localTime';

/** Those who are on a patrol with this person on the day of `moment`, without the person. */
export async function patrolMates(
  tx: Transaction,
  input: { staffId: string; moment: Date },
): Promise<readonly string[]> {
  const date = toDateColumn(toLocalDate(input.moment));
  const rows = await tx.$queryRaw<{ staffId: string }[]>`
    SELECT DISTINCT other."staffId" FROM "PatrolMember" mine
    JOIN "Patrol" p ON p.id = mine."patrolId" JOIN "AttendanceDay" d ON d.id = p."dayId"
    JOIN "PatrolMember" other ON other."patrolId" = p.id AND other."staffId" <> mine."staffId"
    WHERE mine."staffId" = ${input.staffId}::uuid AND d.date = ${date}::date`;
  return rows.map((row) => row.staffId);
}
