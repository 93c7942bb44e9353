import type { Encounter } from '../../data/encounters';
import type { Transaction } from '../../data/unitOfWork';
import { fromLocalMinute, toDateColumn } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { isRemovalInQuestion } from '../../domain/removalPower';
import { findDay } from '../days/findDay';

/** Whether this person held a power of removal on a date, and a direction was in force at that moment. */
export async function isInQuestionAt(tx: Transaction, person: Person, met: Date): Promise<boolean> {
  if (person.agencyKind !== 'police') return false;
  const day = await findDay(tx, met);
  if (day === null || day.directionFrom === null) return false;
  const date = toDateColumn(day.date.toISOString().slice(0, 10));
  const power = await tx.staffPower.findFirst({
    where: { staffId: person.staffId, from: { lte: date }, OR: [{ until: null }, { until: { gte: date } }] },
    select: { id: true },
  });
  return isRemovalInQuestion({
    hasPower: power !== null,
    direction: { from: day.directionFrom, until: day.directionUntil },
    met,
  });
}

/** The encounters for which this person is asked whether the power was used: their own, with a journey at the end. */
export async function removalInQuestion(
  tx: Transaction,
  person: Person,
  encounters: readonly Encounter[],
): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  for (const { id, recordedById, values } of encounters) {
    const isJourney = values.outcome === 'returned_to_school' || values.outcome === 'designated_place';
    if (!isJourney || recordedById !== person.staffId) continue;
    if (await isInQuestionAt(tx, person, fromLocalMinute(values.occurredAt))) asked.add(id);
  }
  return asked;
}
