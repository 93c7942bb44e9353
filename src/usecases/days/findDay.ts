import type { AttendanceDay } from '../../data/generated/client';
import type { Transaction } from '../../data/unitOfWork';
import { fromDateColumn, toDateColumn, toLocalDate } from '../../domain/localTime';

/** The Attendance Day on the agency-local date of `moment`; null where that date is none. */
export async function findDay(tx: Transaction, moment: Date): Promise<AttendanceDay | null> {
  return tx.attendanceDay.findUnique({ where: { date: toDateColumn(toLocalDate(moment)) } });
}

/** The Attendance Days on the agency-local dates of several moments, by date (`yyyy-MM-dd`). */
export async function findDays(
  tx: Transaction,
  moments: readonly Date[],
): Promise<ReadonlyMap<string, AttendanceDay>> {
  const dates = [...new Set(moments.map(toLocalDate))];
  const days = await tx.attendanceDay.findMany({ where: { date: { in: dates.map(toDateColumn) } } });
  return new Map(days.map((day) => [fromDateColumn(day.date), day]));
}
